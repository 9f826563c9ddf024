"""A corpus of any size, made of a small one: each round has other names, other words and other days.

A word is replaced by another of the same length, everywhere in an article alike, so that every offset of its reading
holds and names stay one name. Which words are replaced, and by which, differs from round to round and is given by a
seed. Rounds share some runs of words with each other, as articles on one subject do.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sayso.schema import Reading

WORD = re.compile(r"[A-Za-z]{4,}")
CHANGED_SHARE = 0.35
"""Part of the different words of an article that are replaced in a round."""
DAYS = 3000


class Vocabulary:
    """The words of a corpus by length and capital, to replace others by."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        found: defaultdict[tuple[int, bool], set[str]] = defaultdict(set)
        for reading in readings:
            for word in WORD.findall(reading.article.text):
                found[len(word), word[0].isupper()].add(word)
        self._words = {key: sorted(words) for key, words in found.items()}

    def other(self, word: str, chance: random.Random) -> str:
        """Give a word of the same length and capital."""
        return chance.choice(self._words.get((len(word), word[0].isupper())) or [word])


def perturbed(reading: Reading, vocabulary: Vocabulary, number: int) -> Reading:
    """Give the article of a round: round 0 is the article itself.

    :param number: of the round.
    """
    if number == 0:
        return reading
    article = reading.article
    chance = random.Random(f"{article.url}{article.id}{number}")
    words = sorted(set(WORD.findall(article.text)))
    other = {word: vocabulary.other(word, chance) for word in words if chance.random() < CHANGED_SHARE}

    def changed(text: str | None) -> str | None:
        return None if text is None else WORD.sub(lambda found: other.get(found[0], found[0]), text)

    text = changed(article.text)
    assert text is not None
    assert len(text) == len(article.text)
    return replace(
        reading,
        article=replace(
            article,
            text=text,
            title=changed(article.title),
            url=f"{article.url or 'https://corpus.example/' + str(article.id)}?round={number}",
            published=_moved(article.published, chance.randrange(DAYS)),
            id=f"{article.id}-{number}",
        ),
        speakers=tuple(
            replace(
                speaker,
                name=changed(speaker.name) or speaker.name,
                role=changed(speaker.role),
                affiliation=changed(speaker.affiliation),
            )
            for speaker in reading.speakers
        ),
    )


def many(readings: Sequence[Reading], count: int, start: int = 0) -> Iterator[Reading]:
    """Give articles ``start`` to ``start + count`` of an endless corpus."""
    vocabulary = Vocabulary(readings[:1000])
    for number in range(start, start + count):
        yield perturbed(readings[number % len(readings)], vocabulary, number // len(readings))


def _moved(published: str | None, days: int) -> str | None:
    try:
        return (date.fromisoformat((published or "")[:10]) + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return published
