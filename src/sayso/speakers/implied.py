"""Who speaks where no source stands: "accused by", a participle, a continued quotation; or nobody."""

from __future__ import annotations

from sayso.schema import Attribution
from sayso.speakers.findings import Finding
from sayso.speakers.lexicon import DETERMINERS, FIRST, HE, SHE, SMALL, THEY, WHO
from sayso.speakers.nouns import SORTS, phrase_start
from sayso.speakers.roster import Roster

_PASSIVE = frozenset("is are was were be been being gets got".split())
_AUXILIARY = frozenset(
    "together both all each twice reportedly has have had will would could can may might should must do does did also"
    " then later now still again once never always often repeatedly openly largely just even already not to".split()
)
_MOSTLY_PASSIVE = frozenset(
    "expected accused alleged slated set believed rumored rumoured thought supposed reported known called".split()
)
_MINDED = frozenset(
    "determined convinced concerned worried surprised confident certain sure adamant aware afraid disappointed pleased"
    " delighted shocked hopeful proud ready keen eager unhappy unaware glad sorry".split()
)
"""After "is", what one thinks and not what is done to one."""
_SEEMING = frozenset("seem seems seemed appear appears appeared".split())
"""To whom something seems, the text leaves open."""
_OPENS = frozenset(("even", "on", "to"))
_CLAUSE = frozenset("and but to then or by for , while before".split())
_BASE = frozenset(
    "say tell claim pledge promise admit deny warn urge argue insist call ask demand declare announce".split()
)
_SUBJECTS = HE | SHE | THEY | FIRST
LIST_ITEM_MAX = 20
"""Words from the start of a sentence without a subject to a verb in it whose subject is the same."""
NOBODY = Finding(None, "no source", "The text names nobody as the source.")


def implied(attribution: Attribution, roster: Roster) -> Finding:
    """Find the speaker of an attribution without a source; mostly the text leaves it open."""
    if not attribution.cue:
        return NOBODY
    wording = roster.wording
    first, stop = wording.range_of(attribution.cue[0])
    if first >= stop:
        return NOBODY
    begin, end = wording.bounds(first)
    lower = wording.lower
    cue = lower[first:stop]
    if cue[0] in _SEEMING or (len(cue) == 1 and cue[0] in _MOSTLY_PASSIVE):
        return NOBODY
    if any(word in _PASSIVE for word in cue) and not any(w.endswith("ing") for w in cue):
        active = cue[-1] in _MINDED or "to" in cue[1:]
        return _before(roster, first - 1, begin) if active else _agent(roster, stop, end)
    if cue == ["asked"] and first == begin:
        return _agent(roster, stop, end)
    if (
        not _is_verb(cue)
        or cue[0] in DETERMINERS
        or (len(cue) == 1 and cue[0].endswith("ly"))
        or cue[:2] == ["also", "known"]
    ):
        return _owner(roster, first, begin)
    opens = first == begin and wording.capital[first] and cue[0].endswith("s") and cue[0] not in SORTS
    if opens or (_headless(roster, begin) and first - begin <= LIST_ITEM_MAX):
        return _topic(roster)
    if cue[0] == "to" and first > begin:  # "seemed to think", "more voters to judge"
        if lower[first - 1] in _SEEMING:
            return _subject(roster, first - 1, begin)
        if roster.sort_at(first - 1) is not None:
            return _before(roster, first - 1, begin)
    before = first - 1
    while before >= begin and (lower[before] in _AUXILIARY or lower[before].endswith("ly")):
        before -= 1
    if before >= begin:
        if lower[before] in _PASSIVE:
            return _agent(roster, stop, end)
        if lower[before] in WHO and lower[before] != "that":
            return _because(roster.look(wording.span(before, before + 1)), "subject of the cue")
        if lower[before] in _SUBJECTS and lower[before] not in ("her", "his", "their", "them", "him"):
            return _because(roster.look(wording.span(before, before + 1)), "subject of the cue")
        finite = not cue[0].endswith(("ing", "ly")) and cue[0] not in ("to", "also") and cue[0] not in _MOSTLY_PASSIVE
        found = _before(roster, before, begin) if finite or roster.name_over(before) is not None else NOBODY
        if found is not NOBODY:
            return found
        if cue[0].endswith("ing") or "to" in lower[before + 1 : first] or lower[before] in _CLAUSE:
            return _subject(roster, before, begin)
    return NOBODY


def _before(roster: Roster, last: int, begin: int) -> Finding:
    """Take the name or noun that ends right before a verb, or before a comma there: "the mayor, Ada Pell, told"."""
    wording = roster.wording
    comma = last > begin and wording.words[last] == ","
    last -= comma
    place = roster.name_over(last) if last >= begin else None
    if place is not None:
        name = roster.names[place]
        return _because(roster.look(wording.span(name.first, name.stop)), "subject of the cue")
    if comma or last < begin or roster.sort_at(last) is None:
        return NOBODY
    first = phrase_start(wording, last)
    if first > begin and wording.lower[first - 1] in _OBJECT:
        return NOBODY
    return _because(roster.look(wording.span(first, last + 1)), "subject of the cue")


def _subject(roster: Roster, before: int, begin: int) -> Finding:
    """Find the subject of the clause, or of the sentence, that a word stands in."""
    wording = roster.wording
    lower = wording.lower
    for index in range(before, begin - 1, -1):
        if lower[index] in ("he", "she", "they", "i", "we", "who"):
            return _because(roster.look(wording.span(index, index + 1)), "subject of the clause")
        place = roster.name_starting(index)
        if place is not None and roster.names[place].stop <= before:
            name = roster.names[place]
            opens = name.first - begin <= 1
            ahead = lower[name.stop]
            verb = ahead.endswith(("s", "ed")) and ahead[0].isalpha() and len(ahead) > 2
            if opens or ((verb or ahead in _AUXILIARY or ahead in _PASSIVE) and lower[index - 1] not in _OBJECT):
                if ahead in ("'s", "and"):
                    continue
                return _because(roster.look(wording.span(name.first, name.stop)), "subject of the clause")
    last = roster.before(wording.starts[before] + 1)
    if last is not None and wording.starts[begin] <= last.start:
        return _same(roster, last.entity)
    return NOBODY


_OBJECT = frozenset("of to for by with at in on from about against than and".split())


def _is_verb(cue: list[str]) -> bool:
    return cue[0] in _BASE or cue[0].endswith(("s", "ed", "ing", "id", "ote", "old", "aid")) or cue[0] in _AUXILIARY


def _agent(roster: Roster, first: int, end: int) -> Finding:
    """Find "by X" after a passive cue."""
    wording = roster.wording
    for index in range(first, min(end, first + 3)):
        if wording.lower[index] == "by" and index + 1 < end:
            place = roster.name_over(index + 1) or (roster.name_over(index + 2) if index + 2 < end else None)
            if place is not None:
                name = roster.names[place]
                return _because(roster.look(wording.span(name.first, name.stop)), "by")
            return _by_whom(roster, index + 1, end)
    return NOBODY


def _by_whom(roster: Roster, first: int, end: int) -> Finding:
    """Read "by the coroner": a noun of one who may speak, the first after the word."""
    wording = roster.wording
    for index in range(first, min(end, first + PHRASE_MAX)):
        if index > first and (wording.lower[index] in SMALL or not wording.words[index][0].isalnum()):
            break
        ahead = wording.lower[index + 1] if index + 1 < end else ""
        if roster.sort_at(index) is not None and (ahead in SMALL or not ahead[:1].isalnum()):
            return _because(roster.look(wording.span(first, index + 1)), "by")
    return NOBODY


PHRASE_MAX = 6
"""Words of a speaker after "by"."""


def _owner(roster: Roster, first: int, begin: int) -> Finding:
    """Find the owner in "Pell's claim that", "his warning"."""
    wording = roster.wording
    before = first - 1
    if before >= begin and wording.lower[before] in ("his", "her", "their"):
        return _because(roster.look(wording.span(before, before + 1)), "owner of the cue")
    if before > begin and wording.words[before] in ("’s", "'s"):
        place = roster.name_over(before - 1)
        if place is not None:
            name = roster.names[place]
            return _because(roster.look(wording.span(name.first, name.stop)), "owner of the cue")
    return NOBODY


def _because(finding: Finding, rule: str) -> Finding:
    return Finding(
        finding.entity,
        rule,
        finding.reason,
        finding.score,
        finding.mentions,
        finding.runner_up,
        finding.runner_up_score,
    )


def _headless(roster: Roster, begin: int) -> bool:
    """Say whether a sentence leaves its subject out: "Keeps saying that …", "Repeats the claim …"."""
    lower = roster.wording.lower
    if (
        not lower[begin].endswith("s")
        or lower[begin] in SORTS
        or lower[begin] in SMALL
        or not roster.wording.capital[begin]
    ):
        return False
    ahead = lower[begin + 1] if begin + 1 < len(lower) else ""
    return roster.name_over(begin) is None and (
        ahead in DETERMINERS or ahead in ("even", "on", "to") or ahead.endswith("ing")
    )


def _topic(roster: Roster) -> Finding:
    """Give the person whom the article names most often: for lists of sentences that leave their subject out."""
    best = roster.topic
    if best is None:
        return NOBODY
    return Finding(best.index, "subject left out", f"The sentence has no subject; the article speaks of {best.name}.")


def _same(roster: Roster, index: int) -> Finding:
    name = roster.entities[index].name
    return Finding(index, "same sentence", f"{name} speaks in the same sentence, and nobody else is named.")
