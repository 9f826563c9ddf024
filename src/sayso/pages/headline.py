"""Find the headline of a pasted page and what runs together with it: "Home Business News <headline>"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sayso.pages.paragraphs import Paragraph
from sayso.pages.report import Look
from sayso.schema import Span

_REACH = 60
"""How many paragraphs before the report are looked at: mastheads and share bars stand between, menus rarely more."""

_SEPARATOR = re.compile(r"\s*(?:[>›»→|]|\s/\s|/(?=[A-Z])|::)\s*")
_SECTION_WORDS = frozenset(
    "news business world politics sport sports uk us usa local national international opinion technology tech science "
    "health entertainment culture lifestyle life style travel money economy finance markets education environment "
    "crime weather regional region europe asia africa americas middle east features arts food music film tv "
    "comment analysis companies industry energy climate football home latest top breaking stories "
    "city county state metro society law "
    "courts transport property motoring books media and & the".split()
)
_ROLE = re.compile(r"\b(?:editor|reporter|correspondent|columnist|writer|contributor)\W*\Z", re.IGNORECASE)
_NUMBERED = re.compile(r"\d{1,2}\. ")
_SENTENCE = re.compile(r"[.…:;,][”’\"'»)\]]*\Z")
_SENTENCES = re.compile(r"[a-z]{3}[.] [A-Z]")
_END_STOP = re.compile(r"[^.…]\.[”’\"')]*\Z")
_FOLD = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " ", "\u200b": "", "–": "-", "—": "-"})


class Headline(NamedTuple):
    """Where the headline stands.

    :param span: into the page.
    :param place: its paragraph, counted from 0.
    :param crumbs: a breadcrumb that runs together with the headline in the same paragraph, as a span into the page.
    """

    span: Span
    place: int
    crumbs: Span | None = None


def fold(text: str) -> str:
    """Make two printings of one headline equal: blanks, quotation marks, dashes and case."""
    return " ".join(text.translate(_FOLD).casefold().split())


def find_headline(paragraphs: Sequence[Paragraph], looks: Sequence[Look], chosen: Sequence[int]) -> Headline | None:
    """Find the headline before the report, or in its first paragraph.

    Each line that has the shape of a headline is weighed by what it shares with the report's words, whether the page
    prints it twice, and whether a date line or byline follows.
    """
    if not chosen:
        return None
    content: set[str] = set()
    for i in chosen[:30]:
        content |= looks[i].content
    first = chosen[0]
    # The choice may have taken the headline for the report's first line, though never a sentence.
    stop = first + 1 if len(chosen) > 1 and not _SENTENCE.search(paragraphs[first].text[-6:]) else first
    span = range(max(0, first - _REACH), stop)
    folded = {i: fold(paragraphs[i].text) for i in span if len(paragraphs[i].text) <= 700}
    best: tuple[float, int] | None = None
    for i in span:
        if i not in folded or not _shaped(paragraphs[i], looks[i]):
            continue
        points = _points(i, first, paragraphs, looks, folded, content)
        if best is None or points > best[0]:
            best = (points, i)
    if best is None or best[0] < 1.0:
        return None
    paragraph = paragraphs[best[1]]
    split = _crumbs_before(paragraph.text) if best[1] == span.start or not best[1] else 0
    if split:
        start = paragraph.span.start
        return Headline(Span(start + split, paragraph.span.end), best[1], Span(start, start + split))
    return Headline(paragraph.span, best[1])


def _shaped(paragraph: Paragraph, known: Look) -> bool:
    text = paragraph.text
    return (
        2 <= known.words <= 40
        and 10 <= len(text) <= 300
        and known.kind is None
        and not known.dated
        and not known.named
        and not text[0].islower()
        and text[0] not in "—–-»›([#@"
        and "\t" not in text
        and not is_breadcrumb(text)
        and not (known.words <= 5 and _ROLE.search(text))
    )


def _points(
    i: int,
    first: int,
    paragraphs: Sequence[Paragraph],
    looks: Sequence[Look],
    folded: dict[int, str],
    content: set[str],
) -> float:
    text = folded[i]
    known = looks[i]
    points = 3.0 * len(known.content & content) / max(3, len(known.content))
    points += min(known.words, 8) / 8
    # Printed again, alone or at the end of a breadcrumb.
    if known.words > 3 and any(j != i and other.endswith(text) for j, other in folded.items()):
        points += 1.5
    points += max(
        (1.3 - 0.2 * away for away, after in enumerate(looks[i + 1 : i + 7]) if after.dated or after.named), default=0.0
    )
    if _NUMBERED.match(paragraphs[i].text):
        points -= 1.5
    if any(before.kind == "related list" for before in looks[max(0, i - 4) : i]):
        points -= 0.7
    if _END_STOP.search(paragraphs[i].text):
        points -= 1.5
    if _SENTENCES.search(paragraphs[i].text):
        points -= 0.7
    if paragraphs[i].bullet:
        points -= 1.0
    if i == first:
        points -= 0.3
    if known.words < 4:
        points -= 0.8
    if sum(c.isdigit() for c in paragraphs[i].text) > 0.12 * len(paragraphs[i].text):
        points -= 1.0
    if known.words > 22:
        points -= 0.5
    if i == 0:
        points += 0.7
    if any(other != i and text != folded[other] and folded[other].endswith(text) for other in folded):
        points += 0.2
    if any(text != folded[other] and text.endswith(folded[other]) and looks[other].words > 3 for other in folded):
        points -= 2.0  # this line is breadcrumb and headline, the other the headline
    return points - 0.03 * (first - i)


def _crumbs_before(text: str) -> int:
    """Give where the headline starts in a line such as "Home Business News Bridge closed after flood", else 0."""
    words = list(re.finditer(r"\S+", text))
    if len(words) < 4 or words[0].group().lower() != "home":
        return 0
    at = 1
    while at < len(words) - 3 and words[at].group().strip(">›»|/").lower() in _SECTION_WORDS | {""}:
        at += 1
    return words[at].start() if at > 1 else 0


def crumbs_of(text: str) -> list[str]:
    """Split a breadcrumb into its parts, without the front page.

    >>> crumbs_of("Home Business News")
    ['Business News']
    >>> crumbs_of("Home > News > Harbour")
    ['News', 'Harbour']
    """
    parts = [part.strip(" \t\u00a0-·•") for part in _SEPARATOR.split(text)]
    parts = [part for part in parts if part]
    if len(parts) == 1:
        parts = [re.sub(r"^(?:home(?:page)?|you are here:?)\s+", "", parts[0], flags=re.IGNORECASE)]
    return [
        part
        for part in parts
        if any(c.isalpha() for c in part)
        and part[-1] != ":"
        and part.lower() not in ("home", "homepage", "you are here", "you are here:", "front page", "start")
    ]


def is_breadcrumb(text: str) -> bool:
    """Say whether a line is a breadcrumb by its separators: "Home > World > Europe"."""
    if len(text) > 300 or text[-1:] in tuple(".!?"):
        return False
    parts = [part for part in _SEPARATOR.split(text) if part]
    if len(parts) < 2 and not (parts and re.search(r"[>›»]\s*\Z", text)):
        return False
    home = re.match(r"(?:you are here:?\s*)?(?:home|homepage|front page|news)\b", parts[0], re.IGNORECASE) is not None
    arrows = re.search(r"[>›»→]", text) is not None
    if "|" in text and len(parts) > 4:
        return False  # a menu in one line
    short = all(len(part.split()) <= 4 for part in parts[:-1])
    return short and (home or (arrows and len(parts) >= 2 and not text.startswith(("»", "›", ">", "→"))))
