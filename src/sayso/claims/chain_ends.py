"""Where the chain of one statement ends: a person, a body, a paper, an outlet, the reporter's own eyes, or nowhere."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from sayso.claims.callings import ANYBODY, Place, calling_of
from sayso.claims.name_keys import words_of
from sayso.claims.newsrooms import Newsrooms, is_ourselves, is_vague
from sayso.claims.observing import observed
from sayso.schema import Statement, Teller

Sort = Literal["named", "nameless", "body", "paper", "eyes", "word", "cites"]
"""What a chain ends in.

- ``named``: somebody or something with a name of its own.
- ``nameless``: people without a name.
- ``body``: a body without a name of its own, such as "police", of which a claim knows one.
- ``paper``: a document without a name.
- ``eyes``: what an outlet's reporter saw.
- ``word``: an outlet that does not say where it has it from.
- ``cites``: another outlet.
"""
_GENRES: dict[str, str] = {
    word: genre
    for genre, words in {
        "survey": "poll polls survey surveys questionnaire polling",
        "letter": "letter letters memo memos memorandum email emails e-mail e-mails note",
        "picture": "video videos footage photo photos image images picture pictures clip recording audio photographs",
        "court paper": "indictment lawsuit affidavit complaint ruling filing filings verdict warrant",
        "post": "tweet tweets post posts message messages",
        "law": "law bill constitution treaty",
    }.items()
    for word in words.split()
}
_NEWS = frozenset("report reports article story interview broadcast coverage newscast bulletin dispatch".split())
_BODIES = frozenset(
    """
    police authorities prosecutors investigators government administration army military navy ministry department
    brigade firefighters parliament court company firm agency union council hospital party campaign commission
    committee office bank school university institute airline club coastguard embassy
    """.split()
)
_ANY_BODY = frozenset("company firm agency union group organisation organization campaign office club team".split())
_OTHERS = frozenset("another second third other others different two three four several many some".split())
SOCIAL = frozenset(("tweet", "Facebook", "Telegram", "Instagram", "social media"))


@dataclass(frozen=True, slots=True)
class End:
    """One end of a chain.

    :param sort: what it is.
    :param name: as the article has it.
    :param outlet: key of the outlet that saw it, whose word it is, that is cited, or to whom somebody nameless spoke.
    :param place: what the nameless are said to be.
    :param teller: who it is; ``None`` for ``word`` and ``eyes``.
    :param through: whether somebody nameless spoke to another outlet than the article's own.
    """

    sort: Sort
    name: str
    outlet: str
    place: Place = ANYBODY
    teller: Teller | None = None
    through: bool = False


def ends_of(statement: Statement, rooms: Newsrooms) -> tuple[End, ...]:
    """Give the ends of a statement's chain: more than one where several speak together, never none."""
    article = statement.article
    mine = (rooms.writer(article), rooms.page(article))
    # Who is said to want or believe something, has not told it: who says so has.
    tellers = statement.chain[:-1] if statement.act != "statement" and len(statement.chain) > 1 else statement.chain
    chain = [t for t in tellers if not is_ourselves(t) and rooms.outlet(t, article) not in mine]
    # Whoever says that this very page reported it is no source of it.
    if not chain or chain[-1] is not tellers[-1]:
        return (_own(statement, rooms),)
    through = next((o for t in reversed(chain[:-1]) if (o := rooms.outlet(t, article))), None)
    ends = [_end(teller, statement, rooms, through) for teller in _each(chain[-1])]
    telling = [end for end in ends if end.sort != "word"]
    return tuple(dict.fromkeys(telling or ends))


def passed_on(statement: Statement, rooms: Newsrooms) -> list[str]:
    """Give the keys of the other outlets that a statement's chain leads through."""
    mine = (rooms.writer(statement.article), rooms.page(statement.article))
    found = [rooms.outlet(t, statement.article) for teller in statement.chain for t in _each(teller)]
    return [outlet for outlet in found if outlet and outlet not in mine]


def takes_back(statement: Statement) -> bool:
    """Tell whether a page quotes what it said itself before, as corrections do."""
    return any("earlier version" in t.name.lower() or "previous version" in t.name.lower() for t in statement.chain)


def is_one_of_more(end: End) -> bool:
    """Tell whether somebody nameless is said to be another than those before, or several."""
    return not _OTHERS.isdisjoint(words_of(end.name)[:1])


def genre_of(name: str) -> str:
    """Give what sort of paper a document is by its name; empty for reports and the like."""
    return next((_GENRES[word] for word in words_of(name) if word in _GENRES), "")


def _each(teller: Teller) -> list[Teller]:
    """Take apart those who speak together, named as "Hanne Ruud; a spokesman"."""
    if ";" not in teller.name:
        return [teller]
    names = [name.strip() for name in teller.name.split(";")[:12] if name.strip()]
    return [replace(teller, name=n, kind=None, named=n[:1].isupper(), role=None, identity=None) for n in names] or [
        teller
    ]


def _own(statement: Statement, rooms: Newsrooms) -> End:
    outlet = rooms.writer(statement.article)
    name = rooms.names[outlet]
    if rooms.is_body(outlet):
        return End("named", name, outlet, teller=Teller(label="", name=name, kind="organisation", named=True))
    ours = all(map(is_ourselves, statement.chain))
    whose = "" if statement.knows in ("saw it", "was there") and statement.chain else None
    if whose is None and ours:
        whose = observed(statement.text)
    if whose is None:
        return End("word", name, outlet)
    if whose:
        other = rooms.outlet(Teller(label="", name=whose, kind="organisation", named=True), statement.article)
        outlet = other or rooms.add(whose) or outlet
    return End("eyes", rooms.names[outlet], outlet)


def _end(teller: Teller, statement: Statement, rooms: Newsrooms, through: str | None) -> End:
    own = rooms.writer(statement.article)
    if is_vague(teller) or rooms.is_part_of_several(teller):
        return End("word", rooms.names[own], own)
    outlet = rooms.outlet(teller, statement.article) or _news_of(teller, statement, rooms)
    if outlet and outlet != own:
        sort: Sort = "eyes" if statement.knows in ("saw it", "was there") else "cites"
        return End(sort, rooms.names[outlet], outlet, teller=teller)
    if outlet:
        return End("word", rooms.names[own], own)
    words = words_of(teller.name)
    if teller.kind == "document":
        if teller.named:
            return End("named", teller.name, own, _paper(teller.name), teller)
        # A "tweet by Timo Reck" has no name of its own, but an author's.
        if len(words) > 3 and any(word[:1].isupper() for word in teller.name.split()[1:]) and " by " in teller.name:
            return End("named", teller.name, own, _paper(teller.name), teller)
        return End("paper", teller.name, own, _paper(teller.name), teller)
    if teller.named:
        return End("named", teller.name, own, calling_of(teller.role) if teller.role else ANYBODY, teller)
    if teller.kind == "organisation" or (teller.kind == "group" and words[-1:] and words[-1] in _BODIES):
        place = ANYBODY if not words or words[-1] in _ANY_BODY else calling_of(teller.name)
        return End("body", teller.name, own, place, teller)
    place = calling_of(teller.name)
    if place == ANYBODY and teller.role:
        place = calling_of(teller.role)
    return End("nameless", teller.name, through or own, place, teller, through is not None)


def _paper(name: str) -> Place:
    genre = genre_of(name)
    return (*ANYBODY, "paper", genre) if genre else (*ANYBODY, "paper")


def _news_of(teller: Teller, statement: Statement, rooms: Newsrooms) -> str | None:
    """Find the outlet in "report by the Harbour Post" or "Harbour Post report"."""
    words = teller.name.split()
    if teller.kind != "document" or not 1 < len(words) <= 12 or _NEWS.isdisjoint(words_of(teller.name)):
        return None
    for i, word in enumerate(words):
        if word in ("by", "in", "from", "on") and i + 1 < len(words):
            rest = " ".join(words[i + 1 :])
            return rooms.outlet(Teller(label="", name=rest, kind="organisation", named=True), statement.article)
    front = " ".join(word for word in words[:-1] if word[:1].isupper())
    return rooms.outlet(Teller(label="", name=front, named=True), statement.article) if front else None
