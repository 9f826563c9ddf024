"""Agencies that an article credits: in front of the text, at its end, in the byline, as publisher or in the address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from sayso.schema import Entry, Span

HEAD, TAIL = 400, 1500
"""Letters at the beginning and the end of a text in which it may be credited; agencies named between are sources."""

AGENCIES: dict[str, tuple[str, ...]] = {
    "Associated Press": ("AP", "A.P.", "The Associated Press"),
    "Reuters": ("Thomson Reuters", "Reuters News Agency", "Reuters Staff"),
    "Agence France-Presse": ("AFP", "Agence France Presse"),
    "Deutsche Presse-Agentur": ("dpa", "DPA", "dpa International"),
    "Press Association": ("PA", "PA Media", "PA News Agency"),
    "United Press International": ("UPI",),
    "Bloomberg": ("Bloomberg News",),
    "Canadian Press": ("CP", "The Canadian Press"),
    "Australian Associated Press": ("AAP",),
    "Press Trust of India": ("PTI",),
    "Asian News International": ("ANI",),
    "Indo-Asian News Service": ("IANS",),
    "Xinhua": ("Xinhua News Agency",),
    "Kyodo": ("Kyodo News",),
    "Jiji Press": ("Jiji",),
    "Yonhap": ("Yonhap News Agency",),
    "TASS": ("ITAR-TASS", "Itar-Tass"),
    "RIA Novosti": ("RIA",),
    "Interfax": ("Interfax-Ukraine",),
    "Ukrinform": (),
    "Anadolu": ("Anadolu Agency", "AA"),
    "ANSA": (),
    "EFE": ("Agencia EFE",),
    "Belga": ("Belga News Agency",),
    "Austria Press Agency": ("APA",),
    "Keystone-SDA": ("Keystone-ATS",),
    "Tribune News Service": ("TNS", "Tribune Content Agency"),
    "States Newsroom": (),
    "Stacker": (),
    "CNN Newsource": ("CNN Wire", "CNN Newsource"),
    "Inter Press Service": ("IPS",),
    "KFF Health News": ("Kaiser Health News", "KHN"),
    "Religion News Service": ("RNS",),
    "Creators Syndicate": ("Creators Syndicate Inc", "Creators.com"),
}
"""Agencies and syndicates by the name they have here, with the other names that they sign with."""

_NAMES = {name: agency for agency, others in AGENCIES.items() for name in (agency, *others)}
_FOLDED = {name.casefold(): agency for name, agency in _NAMES.items()}
_AMBIGUOUS = frozenset(("CP", "PA", "AA", "RIA", "APA", "IPS", "ANI", "Stacker"))
"""Short names that mean much else: they count in brackets in a dateline, and as a byline of their own."""
_DOMAINS = {
    "apnews.com": "Associated Press",
    "ap.org": "Associated Press",
    "reuters.com": "Reuters",
    "afp.com": "Agence France-Presse",
    "dpa-international.com": "Deutsche Presse-Agentur",
    "pa.media": "Press Association",
    "upi.com": "United Press International",
    "thecanadianpress.com": "Canadian Press",
    "aap.com.au": "Australian Associated Press",
    "ptinews.com": "Press Trust of India",
    "aninews.in": "Asian News International",
    "xinhuanet.com": "Xinhua",
    "kyodonews.net": "Kyodo",
    "yna.co.kr": "Yonhap",
    "tass.com": "TASS",
    "interfax.com": "Interfax",
    "ukrinform.net": "Ukrinform",
    "aa.com.tr": "Anadolu",
    "ansa.it": "ANSA",
    "efe.com": "EFE",
    "bloomberg.com": "Bloomberg",
}

_ANY = "|".join(sorted(map(re.escape, _NAMES), key=len, reverse=True))
_CLEAR = "|".join(sorted((re.escape(n) for n in _NAMES if n not in _AMBIGUOUS), key=len, reverse=True))
_THE = r"(?:[Tt]he )?"
_DASH = r"[-\u2010-\u2015/]"
_REPORT = "(?:story|article|report)"
# "CALDER, Nov 3 (Reuters) -", "(AP) —": brackets and a dash in the first lines.
_DATELINE = re.compile(rf"\(({_ANY})\)[ \t]*(?:[-\u2010-\u2015]|--)")
_DATELINE_BARE = re.compile(rf"^[^\n]{{0,60}}?{_DASH}[ \t]?({_CLEAR})[ \t]?{_DASH}[ \t]", re.MULTILINE)
# "By Ann Pell, Associated Press", "By THE ASSOCIATED PRESS" as a line of its own.
_BYLINE = re.compile(
    rf"^[Bb][Yy] (?:[^\n]{{0,60}}?(?:,|/|\||for) ?)?{_THE}({_CLEAR})(?: [Ww]riter)?[ \t]*$", re.MULTILINE
)
_LOUD = re.compile(r"^BY (?:[^\n]{0,60}?, ?)?(?:THE )?(ASSOCIATED PRESS|REUTERS)[ \t]*$", re.MULTILINE)
_OWNED = re.compile(
    # With a year: without one it is a photograph's.
    rf"(?:\u00a9|\([Cc]\)|\b[Cc]opyright)[ \u00a9]{{1,3}}\d{{4}}[ ,]{{1,2}}(?:by )?{_THE}({_CLEAR})\b"
    rf"|\b(?:[Tt]his|[Tt]he) {_REPORT} (?:was )?(?:reported|written|produced|provided|published|distributed)"
    rf" by {_THE}({_CLEAR})\b"
    rf"|^(?:[Ss]tory|[Rr]eport|[Tt]ext|[Ss]ource|[Ff]rom)(?: (?:from|by))?:? {_THE}({_CLEAR})[ \t.]*$"
    rf"|^[ \t]*[-\u2010-\u2015(]{{1,2}}[ \t]?{_THE}({_CLEAR})\)?[ \t.]*$",
    re.MULTILINE,
)
_SHARED = re.compile(
    rf"\b{_THE}({_CLEAR})(?:'s|\u2019s)?"
    r"(?: (?:writers?|reporters?|correspondents?|journalists?|staff)\b[^.\n]{0,120})?(?:,? (?:and|as well as)"
    rf" [^.\n]{{0,120}}?)? (?:also )?contributed (?:to )?(?:this|the) {_REPORT}"
    rf"|\b(?:contains|includes|uses) (?:material|information|reporting|copy) (?:from|by) {_THE}({_CLEAR})\b"
    rf"|\b[Ww]ith (?:reporting|material|files|additional reporting|contributions) (?:from|by) {_THE}({_CLEAR})\b"
    rf"|\b[Aa]dditional reporting (?:from|by) {_THE}({_CLEAR})\b"
)


@dataclass(frozen=True, slots=True)
class Credit:
    """One agency that an article names as where it has its text from.

    :param agency: its name as in ``AGENCIES``.
    :param where: what names it.
    :param whole: whether the text is said to be the agency's; else it only contributed.
    :param words: those that say so.
    :param span: where they stand in the text; ``None`` for what is not in it.
    """

    agency: str
    where: Literal["text", "byline", "publisher", "address"]
    whole: bool
    words: str
    span: Span | None = None


def agency_named(words: str | None) -> str | None:
    """Give the agency that goes by a name, however it is written; ``None`` if it is none."""
    return _FOLDED.get(" ".join((words or "").split()).casefold())


def credits_of(entry: Entry, text: str) -> tuple[Credit, ...]:
    """Find the agencies that an article credits, those for the whole text first.

    Photographs are credited too ("Reuters photo: …"); what names an agency without saying that words are its own is
    no credit.
    """
    found = [*_by_metadata(entry), *_by_text(text)]
    seen: set[str] = set()
    out = []
    for credit in sorted(found, key=lambda c: not c.whole):
        if credit.agency not in seen:
            seen.add(credit.agency)
            out.append(credit)
    return tuple(out)


def _by_metadata(entry: Entry) -> list[Credit]:
    out = []
    if agency := agency_named(entry.publisher):
        out.append(Credit(agency, "publisher", True, entry.publisher or ""))
    host = _host(entry.url)
    for domain, agency in _DOMAINS.items():
        if host == domain or host.endswith("." + domain):
            out.append(Credit(agency, "address", True, host))
    # Names of people stand beside it: "Ann Pell, Associated Press". Alone it is the author of all.
    names = [name for name in re.split(r"[;,|/]", (entry.author or "")[:500]) if name.strip()]
    for name in names:
        plain = re.sub(r"^\s*(?:[Bb]y|[Tt]he|[Ff]rom)\s+|\s+(?:[Ww]riter|[Ss]taff|[Rr]eporter)\s*$", "", name).strip()
        if (agency := agency_named(plain) or agency_named(name)) and (plain not in _AMBIGUOUS or len(names) == 1):
            # Long lists hold whoever writes for the outlet, not who wrote this.
            out.append(Credit(agency, "byline", len(names) <= 3, name.strip()))
    return out


def _by_text(text: str) -> list[Credit]:
    out = []
    head = text[:HEAD]
    for pattern in (_DATELINE, _DATELINE_BARE, _BYLINE, _LOUD):
        if match := pattern.search(head):
            out.append(_credit(match, 0, True))
    begin = max(0, len(text) - TAIL)
    for offset, part in ((0, head), (begin, text[begin:])):
        for pattern, whole in ((_OWNED, True), (_SHARED, False)):
            out += [_credit(match, offset, whole) for match in pattern.finditer(part)]
    return out


def _credit(match: re.Match[str], offset: int, whole: bool) -> Credit:
    name = next(group for group in match.groups() if group)
    agency = _NAMES.get(name) or _FOLDED[name.casefold()]
    start, end = match.span()
    return Credit(agency, "text", whole, " ".join(match.group().split()), Span(start + offset, end + offset))


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").casefold()
    except ValueError:  # such as an unclosed bracket in an address
        return ""
