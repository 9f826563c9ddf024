"""Who passes a statement on: "told CNN", "in an interview with the paper", "according to the agency"."""

from __future__ import annotations

from sayso.chains.lexicon import MOUTHPIECES, PIECES, PUBLISHING, TELLING
from sayso.chains.occasion import Occasion
from sayso.chains.outlets import Teller, name_from
from sayso.chains.words import Words
from sayso.schema import Channel, Span


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


def stated_by_tellers(words: Words, tellers: list[Teller]) -> list[Occasion]:
    """Find where one of these passes something on; linear in their number."""
    out = []
    for teller in tellers:
        occasion = _of_teller(words, teller)
        if occasion is not None:
            out.append(occasion)
    return out


def stated_by_mouthpieces(words: Words) -> list[Occasion]:
    """Find who speaks for somebody: "said through his lawyer, Ana Reyes", "read out by her solicitor"."""
    out = []
    for index, low in enumerate(words.lower):
        if low == "through":
            first = index + 1
        elif low == "read":
            first = index + 1 + (words.lower[index + 1 : index + 2] in (["out"], ["aloud"]))
            if words.lower[first : first + 1] != ["by"]:
                continue
            first += 1
        else:
            continue
        spans = _mouthpiece(words, first)
        if spans is not None:
            out.append(Occasion(Span(words.starts[index], spans.end), None, (spans,)))
    return out


def _mouthpiece(words: Words, first: int) -> Span | None:
    """Give the name, or else the words, of a lawyer or the like that a phrase begins with."""
    last = first
    while last - first < 5 and words.joined(last) and words.lower[last] not in MOUTHPIECES:
        if words.words[last] in ("Mr", "Ms", "Mrs", "Dr"):
            end = name_from(words, last + 1) if words.joined(last + 1) or words.lower[last] in ("mr", "ms") else None
            return None if end is None or last != first else words.span(last + 1, end)
        last += 1
    if not words.joined(last) or words.lower[last] not in MOUTHPIECES:
        return None
    after = last + 1
    if after < len(words) and words.starts[after] - words.ends[last] <= 2 and words.capital(after):
        end = name_from(words, after)
        if end is not None and end > after:
            return words.span(after, end)
    return words.span(first, last)


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
        return Occasion(span, channel, teller.spans, apart=index > 0 and low[index - 1] == "had")
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
        near = [*low[max(0, index - (2 if word == "by" else 5)) : index]]
        governs = _GOVERNS[word]
        found = next((place for place in range(len(near) - 1, -1, -1) if near[place] in governs), None)
        if found is None:
            return None
        start = index - len(near) + found
        if not _same_clause(words, start, index) or (word == "to" and teller.person and near[found] in _PRIVATE):
            return None
        if word == "by" and near[found] in ("asked", "pressed") and teller.person is not None:
            return None  # who puts a question before others passes nothing on
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
