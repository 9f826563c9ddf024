"""GUM documents: text, words, parts of speech, and mentions with what they are and who they are.

GUM (github: amir-zeldes/gum) is the Georgetown University Multilayer corpus, version 11; ``DATA/gum`` holds
train.conllu.gz and dev.conllu.gz. Its annotations are CC BY 4.0; the texts have the licences of their sources, of which
several exclude commercial use. No text of it is part of this project.
"""

from __future__ import annotations

import gzip
import random
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from sayso.schema import Span

KIND_OF = {
    "person": "person",
    "organization": "organisation",
    "place": "place",
    "event": "event",
    "time": "time",
    "object": "thing",
    "abstract": "thing",
    "substance": "thing",
    "plant": "thing",
    "animal": "thing",
}
"""GUM's types to those of ``sayso.attributions.evidence``."""
_MARK = re.compile(r"\(([^()]+)(\))?|([^()]+)\)")


@dataclass(slots=True)
class Token:
    """One syntactic word; ``head`` is the index in the document of the word it depends on, -1 for a root."""

    span: Span
    form: str
    part: str
    features: dict[str, str]
    head: int
    relation: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: its first, last and head word, what it is, and the id it shares with others of the same."""

    first: int
    last: int
    head: int
    kind: str
    entity: str


@dataclass(slots=True)
class Document:
    """One text. ``paragraphs`` are spans into ``text``, as an article's."""

    name: str
    genre: str
    text: str = ""
    paragraphs: list[Span] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)


def documents(path: Path) -> Iterator[Document]:
    """Read one file of the corpus."""
    with gzip.open(path, "rt", encoding="utf8") as lines:
        block: list[str] = []
        for line in lines:
            if line.startswith("# newdoc id") and block:
                yield _document(block)
                block = []
            block.append(line.rstrip("\n"))
        yield _document(block)


def _document(lines: list[str]) -> Document:
    name = lines[0].split("=", 1)[1].strip()
    document = Document(name, name.split("_")[1])
    text: list[str] = []
    length = start = 0
    base = sentence = 0
    fresh = True
    contracted: list[int] = [0, 0]  # the last word that a contraction stands for, and where its next word begins
    opened: list[tuple[str, str, int]] = []
    found: list[tuple[int, int, str, str]] = []

    def say(words: str) -> None:
        nonlocal length
        text.append(words)
        length += len(words)

    for line in lines:
        if line.startswith("#"):
            fresh = fresh or (line.startswith("# newpar") and "newpar_block" not in line)
            continue
        if not line:
            if len(document.tokens) > base:
                sentence += 1
            base = len(document.tokens)
            continue
        columns = line.split("\t")
        number, form, misc = columns[0], columns[1], columns[9].split("|")
        if "." in number:
            continue
        if fresh:
            _close(document, text, start)
            length = sum(map(len, text))
            if length:
                say("\n\n")
            start, fresh = length, False
        if "-" in number:
            contracted = [base + int(number.split("-")[1]), length]
            say(form + ("" if "SpaceAfter=No" in misc else " "))
            continue
        index = len(document.tokens)
        if index < contracted[0]:
            span = Span(contracted[1], contracted[1] + len(form))
            contracted[1] += len(form)
        else:
            span = Span(length, length + len(form))
            say(form + ("" if "SpaceAfter=No" in misc else " "))
        head = int(columns[6])
        features = dict(pair.split("=", 1) for pair in columns[5].split("|")) if columns[5] != "_" else {}
        document.tokens.append(
            Token(span, form, columns[3], features, base + head - 1 if head else -1, columns[7], sentence)
        )
        for item in misc:
            if item.startswith("Entity="):
                _mark(item[len("Entity=") :], index, opened, found)
    _close(document, text, start)
    document.text = "".join(text)
    document.mentions = _mentions(document, found)
    return document


def _close(document: Document, text: list[str], start: int) -> None:
    """End a paragraph at its last word."""
    if text:
        text[-1] = text[-1].rstrip(" ")
        end = sum(map(len, text))
        if end > start:
            document.paragraphs.append(Span(start, end))


def _mark(marks: str, index: int, opened: list[tuple[str, str, int]], found: list[tuple[int, int, str, str]]) -> None:
    """Follow the brackets of one word: "(7-person-new-…" opens, "7)" closes, "(7-person-…)" does both."""
    for match in _MARK.finditer(marks):
        begin, at_once, end = match.groups()
        if begin is not None:
            entity, kind = begin.split("-")[:2]
            if at_once:
                found.append((index, index, kind, entity))
            else:
                opened.append((entity, kind, index))
        else:
            for place in range(len(opened) - 1, -1, -1):
                if opened[place][0] == end:
                    entity, kind, first = opened.pop(place)
                    found.append((first, index, kind, entity))
                    break


def _mentions(document: Document, found: list[tuple[int, int, str, str]]) -> list[Mention]:
    """Give each mention its head; of two on one head ("Ada and Bo", "Ada") the shorter stays.

    A name hangs on its last word here, and not on its first as in Universal Dependencies: that is the word that comes
    back, and titles stand before it in either scheme. GUM does not count relative pronouns as mentions. Here they
    are, of what their clause modifies: "the mayor who".
    """
    best: dict[int, Mention] = {}
    for first, last, kind, entity in found:
        outside = [i for i in range(first, last + 1) if not first <= document.tokens[i].head <= last]
        heads = [i for i in outside if document.tokens[i].part != "PUNCT"] or outside or [first]
        mention = Mention(first, last, heads[0], KIND_OF[kind.split("[")[0]], entity)
        other = best.get(mention.head)
        if other is None or mention.last - mention.first < other.last - other.first:
            best[mention.head] = mention
    for index, token in enumerate(document.tokens):
        if token.part == "PRON" and token.features.get("PronType") == "Rel" and index not in best:
            above = best.get(_modified(document, index))
            if above is not None:
                best[index] = Mention(index, index, index, above.kind, above.entity)
    return sorted((replace(one, head=_last_of_name(document, one)) for one in best.values()), key=lambda one: one.head)


def _last_of_name(document: Document, mention: Mention) -> int:
    """Find the last word of a name: of the flat ones that hang on its first."""
    tokens = document.tokens
    if tokens[mention.head].part != "PROPN":
        return mention.head
    flat = (i for i in range(mention.head + 1, mention.last + 1) if tokens[i].relation == "flat")
    return max((i for i in flat if tokens[i].head == mention.head), default=mention.head)


def _modified(document: Document, index: int) -> int:
    """Find the word that the relative clause of this word modifies; -1 if there is none."""
    while index >= 0:
        token = document.tokens[index]
        if token.relation == "acl:relcl":
            return token.head
        index = token.head
    return -1


_HE, _SHE = frozenset(("he", "him", "his")), frozenset(("she", "her", "hers"))


def titled(document: Document, draw: random.Random) -> Document | None:
    """Put "Mr." or "Ms." for the first name in half of the names of two words, as newspapers do and GUM hardly does.

    Only of people that the document calls "he" or "she"; ``None`` where there is no such name.
    """
    said: dict[str, set[str]] = {}
    for mention in document.mentions:
        said.setdefault(mention.entity, set()).add(document.tokens[mention.head].form.lower())
    changes: dict[int, str] = {}
    for mention in document.mentions:
        first = mention.head - 1
        he, she = said[mention.entity] & _HE, said[mention.entity] & _SHE
        two = mention.first == first and document.tokens[mention.head].relation == "flat"
        if mention.kind == "person" and two and bool(he) != bool(she) and draw.random() < 0.5:
            changes[first] = "Mr." if he else draw.choice(("Ms.", "Mrs."))
    if not changes:
        return None
    ends = [document.tokens[i].span.end for i in sorted(changes)]
    gains = [len(changes[i]) - len(document.tokens[i].form) for i in sorted(changes)]

    def moved(span: Span) -> Span:
        return Span(*(at + sum(gains[: bisect_right(ends, at)]) for at in span))

    tokens = [replace(t, span=moved(t.span), form=changes.get(i, t.form)) for i, t in enumerate(document.tokens)]
    text, done = "", 0
    for index in sorted(changes):
        span = document.tokens[index].span
        text += document.text[done : span.start] + changes[index]
        done = span.end
    text += document.text[done:]
    paragraphs = [moved(span) for span in document.paragraphs]
    return replace(document, text=text, paragraphs=paragraphs, tokens=tokens)
