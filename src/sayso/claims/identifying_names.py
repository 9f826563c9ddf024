"""The name that a speaker is sought by across articles: what the article's own text says more fully, or more cleanly.

An article that calls somebody "Wallace" throughout may write "Ben Wallace" once, in a caption or a link. One that says
"KMU" mostly spells it out once. And pages glue other words to names ("Ben Wallace Photos"). All three are settled here,
within the article, where far less can go wrong than across articles.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sayso.claims.folded import folded
from sayso.claims.name_keys import NOT_IN_ACRONYMS, SUFFIXES, acronym_of, organisation_key, words_of
from sayso.schema import Speaker
from sayso.speakers.gender import FEMALE, MALE, is_given
from sayso.speakers.lexicon import HONORIFICS, NICKNAMES

_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*\.?")
_CAPTIONS_BEFORE = (
    "must watch", "just watched", "watched", "WATCH", "story highlights", "getty images", "getty", "media caption",
    "image caption", "facebook twitter pinterest", "related videos", "photo", "photos", "video",
)  # fmt: skip
_CAPTIONS_AFTER = frozenset("Photo Photos Images Video Videos".split())
_HEADS_OF = frozenset("director chief secretary chairman chairwoman chair commissioner minister head".split())
# "McIntyre", "MacDonald" and the like have a capital within; "GardnerTariffs" is two words that a page ran together.
_GLUED = re.compile(
    r"(?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bLe)(?<!\bLa)(?<!\bDi)(?<!\bVan)(?<!\bFitz)(?<=[a-z]{2})(?=[A-Z0-9])"
)
_BETWEEN = frozenset((" ", "\u00a0", "\t", "’ ", "' "))
"""What may stand between two words of one name; "Miners’ Union" has an apostrophe there."""
_NAMES_MAX = 200
"""No more speakers of one article are given a fuller name."""


def identifying_names(speakers: Sequence[Speaker], text: str) -> dict[str, str]:
    """Give the name to seek each speaker by; nobody who is nameless is in it.

    :param speakers: of one article.
    :param text: of the article; it is gone through once.
    :return: by the speaker's id.
    """
    clean = {one.id: _without_link(one, text) if one.named else _within(one) for one in speakers}
    short = {id: name for id, name in clean.items() if name and len(words_of(name)) == 1}
    wanted = dict(list(short.items())[:_NAMES_MAX])
    if wanted:
        kinds = {one.id: one.kind for one in speakers}
        people, spelled = _fuller(wanted.values(), text)
        for id, name in wanted.items():
            fuller = spelled.get(acronym_of(name)) if kinds[id] != "person" else None
            if fuller is None and kinds[id] not in ("organisation", "document", "group"):
                fuller = people.get(words_of(name)[0])
            if fuller is not None:
                clean[id] = fuller
    return {id: name for id, name in clean.items() if name}


def cleaned(name: str) -> str:
    """Give a name without what a page glued to it.

    Captions ("Ben Wallace Photos"), and what a link repeats: "Ben Wallace Benjamin R. WallaceMore on this" is "Ben
    Wallace".
    """
    words = split = _GLUED.sub(" ", name[:400]).split()
    while (length := _caption_before(words)) and len(words) > length:
        words = words[length:]
    while len(words) > 2 and words[-1] in _CAPTIONS_AFTER:
        words = words[:-1]
    if len(words) > 3 and not any(mark in name for mark in ",;"):
        long = [_long(word) for word in words]
        for at in range(2, min(len(words) - 1, 5)):
            if long[at] == long[0] and is_given(long[0]):
                # "Ben Wallace Rhys (Ben) Wallace": the name in full follows, with the first one in brackets.
                words = words[: at - 1 if words[at].startswith("(") and at > 2 else at]
                break
    return " ".join(words) if len(words) < len(split) else name


def _caption_before(words: Sequence[str]) -> int:
    """Count the words of a caption in front of a name."""
    for caption in _CAPTIONS_BEFORE:
        length = caption.count(" ") + 1
        front = " ".join(words[:length])
        same = front == caption if caption.isupper() else front[:1].isupper() and front.casefold().strip(":") == caption
        if same:
            return length
    return 0


def _without_link(speaker: Speaker, text: str) -> str:
    """Clean a name; "Ben Wallace Benjamin (Ben) R. WallaceMore" was read as far as the bracket: it is "Ben Wallace"."""
    words = speaker.name.split()
    if len(words) >= 3:
        linked = f"{speaker.name} ({words[0]})"
        if any(linked in text[start : end + len(words[0]) + 8] for start, end in speaker.mentions[:20]):
            return " ".join(words[:-1])
    return cleaned(speaker.name)


def _within(speaker: Speaker) -> str:
    return name_within(speaker.name) if speaker.kind == "person" else ""


def name_within(description: str) -> str:
    """Give the name of a person that an office and a body stand before ("director of works Ben Wallace"), or ""."""
    words = description[:400].split()
    before = words[: words.index("of")] if "of" in words else []
    if _HEADS_OF.isdisjoint(map(folded, before)) or any(word in NOT_IN_ACRONYMS for word in before[1:]):
        return ""
    body = words[words.index("of") + 1 :]
    for at, word in enumerate(body[:-1]):
        if folded(word).strip(".") in HONORIFICS or word in NOT_IN_ACRONYMS:
            return ""
        if at and len(body) - at <= 3 and is_given(folded(word)) and all(one[:1].isupper() for one in body[at:]):
            return " ".join(body[at:])
    return ""


def _long(word: str) -> str:
    word = folded(word).strip("().,:")
    return NICKNAMES.get(word, word)


def _fuller(names: Iterable[str], text: str) -> tuple[dict[str, str], dict[str, str]]:
    """Find the one full name that a text has for each last name, and the one long form for each acronym.

    :return: by last word, folded; and by acronym, folded.
    """
    lasts = {words_of(name)[0] for name in names}
    acronyms = {acronym for name in names if (acronym := acronym_of(name))}
    people: defaultdict[str, dict[str, str]] = defaultdict(dict)
    men: set[str] = set()
    women: set[str] = set()
    spelled: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for run in _runs(text):
        for at, word in enumerate(run):
            last = folded(word).removesuffix("'s").removesuffix("’s").rstrip(".")
            if last not in lasts or at == 0:
                continue
            before = folded(run[at - 1]).rstrip(".")
            if before == "mr":
                men.add(last)
            elif before in ("mrs", "ms", "miss"):
                women.add(last)
            given = run[at - 2] if len(before) == 1 and at > 1 else run[at - 1]
            if is_given(folded(given)) and folded(given) not in HONORIFICS:
                bare = word.removesuffix("'s").removesuffix("’s")
                people[last].setdefault(_long(given), f"{given} {bare}")
        for acronym, long_form in _windows(run, acronyms):
            spelled[acronym].setdefault(organisation_key(long_form), long_form)
    found: dict[str, str] = {}
    for last, by_given in people.items():
        fits = {g: n for g, n in by_given.items() if not _other_gender(g, last, men, women)}
        if len(fits) == 1 and last not in SUFFIXES:
            found[last] = next(iter(fits.values()))
    return found, {acronym: next(iter(ways.values())) for acronym, ways in spelled.items() if len(ways) == 1}


def _other_gender(given: str, last: str, men: set[str], women: set[str]) -> bool:
    """Tell whether a first name cannot be that of whom the text calls only Mr., or only Mrs."""
    if last in men and last not in women:
        return given in FEMALE and given not in MALE
    if last in women and last not in men:
        return given in MALE and given not in FEMALE
    return False


def _runs(text: str) -> Iterator[list[str]]:
    """Give runs of capitalised words that only spaces part, with the small words that names have between them."""
    run: list[str] = []
    end = -1
    for found in _WORD.finditer(text):
        word = found.group()
        near = end >= 0 and found.start() - end <= 2 and text[end : found.start()] in _BETWEEN
        if not near and run:
            yield run
            run = []
        small = word in NOT_IN_ACRONYMS
        if word[:1].isupper() or (small and run):
            run.append(word)
        elif run:
            yield run
            run = []
        # A full stop ends a run, unless it stands behind an initial or a title.
        if run and word.endswith(".") and len(word) > 2 and folded(word[:-1]) not in HONORIFICS:
            run[-1] = word[:-1]
            yield run
            run = []
        end = found.end()
    if run:
        yield run


def _windows(run: Sequence[str], acronyms: set[str]) -> Iterator[tuple[str, str]]:
    """Give what in a run of words has the initials of an acronym: three words that matter, or more."""
    told = [n for n, word in enumerate(run) if word not in NOT_IN_ACRONYMS]
    initials = "".join(folded(run[n])[:1] for n in told)
    for size in {len(acronym) for acronym in acronyms if len(acronym) >= 3}:
        for at in range(len(told) - size + 1):
            if (acronym := initials[at : at + size]) in acronyms:
                yield acronym, " ".join(run[told[at] : told[at + size - 1] + 1])
