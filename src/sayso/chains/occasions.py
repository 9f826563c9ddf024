"""Occasions that a text states: "at a rally", "in a letter to the board", "told CNN", "in an interview"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.chains.lexicon import (
    AUDIENCE,
    BEFORE,
    CARRIERS,
    ISSUING,
    OCCASION,
    PIECES,
    POSTS,
    PUBLISHING,
    SPEAKING,
    TELLING,
)
from sayso.chains.outlets import Teller
from sayso.chains.strangers import strangers_of
from sayso.chains.words import Words
from sayso.schema import Channel, Span

LOOK_BACK = 7
"""How many words back a preposition or verb may stand."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """Words that say on what occasion, or through whom, something is said.

    :param span: the words.
    :param channel: the medium that they state.
    :param tellers: who stands between, nearest to the article first.
    :param vague: it yields to an occasion carried on to it: "told the crowd" after "at a rally".
    :param late: it belongs to what stands just before it: "she said, according to the paper".
    :param frame: it reaches to a quotation after it, whoever speaks: "In the paper's profile neighbours were frank."
    """

    span: Span
    channel: Channel | None
    tellers: tuple[Span, ...] = ()
    vague: bool = False
    frame: bool = False
    late: bool = False


_BREAK = frozenset(
    """
    and or but that which who whom is was are were be been has have had will would could not if when while because
    than said says say told since about against between until like as into onto over ahead heading used uses using fact
    """.split()
)
_PART = frozenset(
    """end start beginning opening portion part course series couple pair number middle day taping broadcast edition
    episode installment minutes version copy one some many most transcript spate flurry string clip""".split()
)
_DETERMINERS = frozenset("a an the his her its their our my this that these those one another each".split())
_TO = frozenset(
    """
    took take takes taking turned turning turns spoke speaking speaks speech address remarks posted posting wrote
    message appeared talking talked comments
    """.split()
)
_NEW_TWITTER = frozenset("wrote writing posted posting post posts said message statement account video thread".split())


def occasions_of(words: Words, tellers: list[Teller]) -> list[Occasion]:
    """Find every occasion of a text, in order; linear in its length."""
    out = sorted([*_of_nouns(words), *_of_tellers(words, tellers)], key=lambda o: (o.span, o.tellers))
    with_whom: tuple[Span, ...] = ()
    for place, occasion in enumerate(out):
        if occasion.channel != "interview":
            continue
        if occasion.tellers:
            with_whom = occasion.tellers
        elif with_whom and _is_known(words, occasion.span):
            out[place] = replace(occasion, tellers=with_whom)
    return out


def _is_known(words: Words, span: Span) -> bool:
    """Say whether a noun means an occasion spoken of before: "in the interview", not "in the interview with …"."""
    noun = words.at(span.end - 1)
    if words.lower[noun - 1] not in ("the", "that", "same", "this"):
        return False
    return not words.joined(noun + 1) or words.lower[noun + 1] not in ("with", "on", "for", "to", "by")


def _of_nouns(words: Words) -> list[Occasion]:
    out = []
    for index, low in enumerate(words.lower):
        if low not in _TRIGGERS:
            continue
        channel = _channel_at(words, index, low)
        if channel is None:
            continue
        first = _begin(words, index, channel)
        if first is not None:
            out.append(Occasion(words.span(first, index), channel))
    return out


_MATTERS = frozenset(
    """
    probe investigation scandal server servers controversy case practices use list inquiry saga address addresses
    preparation preparations prep moderator moderators host hosts anchor ratings star stars executive executives
    """.split()
)
"""What an occasion's noun may describe instead: "the email probe", "television stars"."""
_TRIGGERS = (
    frozenset(OCCASION)
    | POSTS
    | frozenset(
        """
    conference conferences release releases stop event appearance hall call message media social show program programme
    air on-air documents papers x
    """.split()
    )
)


def _channel_at(words: Words, index: int, low: str) -> Channel | None:
    """Say which channel a word names, seen with its neighbours; ``None`` for most words."""
    if low in OCCASION:
        after = words.lower[index + 1] if words.joined(index + 1) else ""
        if after in OCCASION or after in _MATTERS or (low in ("phone", "telephone") and after in ("number", "numbers")):
            return None  # "a telephone interview", "a radio ad": the next word names it
        if OCCASION[low] == "report" and words.capital(index):
            return None  # "Article 33", "the Colbert Report"
        if low in ("tv", "television", "radio") and _describes_next(words, index):
            return None  # "a TV doctor"
        if low == "debate" and after in (
            "preparation",
            "preparations",
            "prep",
            "moderator",
            "moderators",
            "over",
            "about",
        ):
            return None
        return OCCASION[low]
    before = words.lower[index - 1] if words.joined(index) else ""
    if low in ("conference", "conferences"):
        return "press conference" if before in ("news", "press") else None
    if low in ("release", "releases"):
        return "statement" if before in ("news", "press") else None
    if low in ("stop", "event", "appearance"):
        return "rally" if before == "campaign" else None
    if low == "hall":
        return "speech" if before == "town" else None
    if low == "call" and before in ("phone", "telephone", "conference"):
        return "phone"
    if low == "message" and before == "text":
        return "phone"
    if low == "media" and before == "social":
        return "social media"
    if low == "social" and before == "truth":
        return "social media"
    if low in POSTS and before:
        if before == "blog":
            return "website"
        return None if before in OCCASION or words.capital(index) else "social media"
    if low in ("show", "program", "programme") and not words.possessive[index]:
        return (
            "radio"
            if before in ("radio", "talk")
            else ("TV" if before in ("his", "her", "the", "tv", "television", "talk") else None)
        )
    if low == "on-air" or (low == "air" and before == "on"):
        return "TV"
    if low == "documents" or low == "papers":
        return "court filing" if before in ("court", "legal") else None
    if words.words[index] == "X" and before in ("on", "to"):
        near = words.lower[max(0, index - 5) : index - 1]
        return "tweet" if not _NEW_TWITTER.isdisjoint(near) else None
    return None


def _begin(words: Words, noun: int, channel: Channel) -> int | None:
    """Find where the words begin that put a statement on the occasion of a noun; ``None`` where nothing does.

    "at a large rally" has the preposition, "issued a brief statement" the verb.
    """
    allowed = BEFORE[channel]
    low = words.lower
    if low[noun] == "on-air":
        return noun
    index = noun
    while noun - index < LOOK_BACK and words.joined(index):
        index -= 1
        word = low[index]
        if word in allowed:
            if word == "to" and (not words.joined(index) or low[index - 1] not in _TO):
                return None
            if word == "by" and channel in ("statement", "letter", "Facebook", "tweet"):
                return None
            if _is_doing(low[index + 1]) and index + 1 < noun:
                return None  # "in offering a statement of principles"
            first = _with_verb(words, index)
            return None if low[noun] == "gathering" and first == index else first
        if word in ISSUING and (low[noun] in CARRIERS or channel in ("interview", "press conference")):
            relative = words.joined(index) and low[index - 1] in ("who", "that", "which")
            return None if relative or (word == "put" and low[index + 1] != "out") else index
        if (
            word in _BREAK
            or word in BEFORE["phone"]
            or word in ("at", "during", "to", "for", "after", "before", "with", "from")
        ):
            return None
        if word == "of" and (not words.joined(index) or low[index - 1] not in _PART):
            return None
    return None


_ON_AIR = frozenset(
    """
    appearance show program programme broadcast address station channel network audience special spot documentary that
    on in at last this to and as with when by from for after before during while but he she they it the a his her about
    of is was had has if yesterday today earlier shortly sunday monday tuesday wednesday thursday friday saturday
    """.split()
)


def _describes_next(words: Words, index: int) -> bool:
    after = index + 1
    return words.joined(after) and not words.capital(after) and words.lower[after] not in _ON_AIR


_ADJECTIVES = frozenset(
    """
    opening closing evening morning sweeping stirring rambling fundraising scathing blistering meeting ongoing leading
    upcoming existing outgoing incoming wide-ranging long-running far-reaching running moving rousing
    """.split()
)


def _is_doing(word: str) -> bool:
    return word.endswith("ing") and "-" not in word and word not in _ADJECTIVES


def _with_verb(words: Words, index: int) -> int:
    """Take in the verb before a preposition, as in "spoke at"."""
    return index - 1 if words.joined(index) and words.lower[index - 1] in SPEAKING else index


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


# What governs an outlet, by the preposition between: a word of these within a few words before it.
_GOVERNS = {
    "with": _words(
        "interview interviews interviewed spoke speaking speaks talked talking sat conversation conversations"
    ),
    "to": _words(
        """
        statement email e-mail comments comment remarks said speaking spoke talking talked confirmed interview
        interviews letter response message wrote admitted revealed explained emailed acknowledged conceded complained
        insisted boasted bragged joked lamented stressed indicated suggested hinted claimed made confided
        """
    ),
    "by": PUBLISHING | _words("asked pressed combed"),
    "for": _words("wrote writing writes interview column op-ed essay article piece"),
    "in": PUBLISHING | PIECES | _words("interviews letter wrote writing writes ad said"),
}
_PRIVATE = _words("email e-mail letter message wrote emailed")
_NOT_ON = _words(
    """
    attack attacks focus focused based pressure ban war relying relies rely turned turn working works time contributor
    host job career commentator analyst ads ad advertising spending watch watched watching star role
    """
)
_WHOSE = _words("interview interviews appearance podcast")
_LEAK = _words("dump leak leaks release cache trove")


def _of_tellers(words: Words, tellers: list[Teller]) -> list[Occasion]:
    out = []
    for teller in [*tellers, *strangers_of(words, tellers)]:
        occasion = _of_teller(words, teller)
        if occasion is not None:
            out.append(occasion)
    out.extend(_audiences(words))
    return out


def _of_teller(words: Words, teller: Teller) -> Occasion | None:
    low = words.lower
    index = teller.first - 1
    # "told Veldria's ITV", "told conservative radio host …": pass what describes the teller.
    steps = 0
    while index > 0 and steps < 4 and words.joined(index + 1) and _describes(words, index):
        index -= 1
        steps += 1
    if index < 0 or not words.joined(index + 1):
        behind = _reported(words, teller, max(index, 0))
        if behind is None or not teller.sure:
            return None
        return Occasion(Span(words.starts[behind[0]], words.ends[behind[1]]), None, teller.spans, late=True)
    word = low[index]
    span = Span(words.starts[index], words.ends[teller.last])
    if word in TELLING:
        channel: Channel | None = None
        if teller.outlet is not None and teller.person is None and not teller.sure:
            channel = (
                teller.medium
                if teller.medium != "other" and low[teller.last] in ("television", "radio", "tv")
                else None
            )
        return Occasion(span, channel, teller.spans)
    if not teller.sure and word not in ("with", "to", "by"):
        return None
    if word == "on":
        return _on(words, teller, index)
    if word == "in" and words.joined(teller.last + 1):
        after = low[teller.last + 1 : teller.last + 4]
        if not _WHOSE.isdisjoint(after) and not words.capital(teller.last + 1):
            channel = "interview" if "interview" in after or "interviews" in after else None
            return Occasion(span, channel, teller.spans)
        if words.possessive[teller.last] and not PIECES.isdisjoint(after):
            return Occasion(span, None, teller.spans, frame=True)
    if words.joined(teller.last + 1) and not _LEAK.isdisjoint(low[teller.last + 1 : teller.last + 3]):
        return Occasion(span, None, teller.spans)
    reported = _reported(words, teller, index)
    if reported is not None:
        return Occasion(Span(words.starts[reported[0]], words.ends[reported[1]]), None, teller.spans, late=True)
    if word in _GOVERNS:
        near = [*low[max(0, index - 5) : index]]
        governs = _GOVERNS[word]
        found = next((place for place in range(len(near) - 1, -1, -1) if near[place] in governs), None)
        if found is None:
            return None
        start = index - len(near) + found
        if not _same_clause(words, start, index) or (word == "to" and teller.person and near[found] in _PRIVATE):
            return None
        interview = near[found].startswith("interview") or (
            word == "with" and near[found] in ("sat", "spoke", "speaking")
        )
        return Occasion(Span(words.starts[start], span.end), "interview" if interview else None, teller.spans)
    return None


def _reported(words: Words, teller: Teller, index: int) -> tuple[int, int] | None:
    """Find "according to CNN" and "CNN reported" behind what somebody else says."""
    low = words.lower
    if index > 0 and low[index] == "to" and low[index - 1] == "according":
        return index - 1, teller.last
    after = teller.last + 1
    if words.joined(after) and low[after] in ("first", "has", "had"):
        after += 1
    if words.joined(after) and low[after] in ("reported", "reports"):
        return teller.first, after
    return None


def _same_clause(words: Words, first: int, last: int) -> bool:
    """Say whether no stop or comma stands between two words."""
    between = words.text[words.ends[first] : words.starts[last]]
    return not any(mark in between for mark in ",;:!?—“”\n")


def _describes(words: Words, index: int) -> bool:
    low = words.lower[index]
    if low in (
        "the",
        "a",
        "an",
        "conservative",
        "liberal",
        "local",
        "british",
        "french",
        "state",
        "talk",
        "tv",
        "radio",
    ):
        return True
    return words.capital(index) and (
        words.possessive[index] or low in _NATIONS or low[-3:] in ("ian", "ish", "ese", "can")
    )


_NATIONS = frozenset("french german dutch swiss greek czech polish turkish iraqi israeli pakistani".split())


def _on(words: Words, teller: Teller, index: int) -> Occasion | None:
    """Take "on CNN", "on Fox News Sunday"; what is said on an outlet is said on the air."""
    before = words.lower[index - 1] if words.joined(index) else ""
    if before in _NOT_ON:
        return None
    channel: Channel | None = None
    name = words.words[teller.last]
    if teller.medium != "other":
        channel = teller.medium
    elif name in ("BBC", "Bloomberg", "Sky") or "Television" in name or "TV" in name:
        channel = "TV"
    first = index
    near = words.lower[max(0, index - 4) : index]
    if "interview" in near:
        channel = "interview"
        first = index - len(near) + near.index("interview")
    return Occasion(Span(words.starts[first], words.ends[teller.last]), channel, teller.spans[:1] or teller.spans)


def _audiences(words: Words) -> list[Occasion]:
    """Find "told the crowd", "told a packed court"."""
    out = []
    for index, low in enumerate(words.lower):
        if low not in TELLING:
            continue
        place = index + 1
        while place - index < 6 and words.joined(place):
            word = words.lower[place]
            if word == "conference" and words.lower[place - 1] in ("news", "press"):
                out.append(Occasion(words.span(index, place), "press conference"))
                break
            if word in AUDIENCE:
                out.append(Occasion(words.span(index, place), AUDIENCE[word], vague=AUDIENCE[word] == "speech"))
                break
            if word in _BREAK or word in ("he", "she", "they", "it", "i", "we", "you"):
                break
            place += 1
    return out
