"""A text as hashed words, its runs of eight words, and the sample of those that is held against other texts.

Sampling is by content: a run is kept if its hash says so, so that two texts keep the same runs of what they share,
wherever it stands in each and however little of each it is. The size of what two texts share can be read off the
number of kept runs that they share (FracMinHash: Irber et al., 2022). MinHash with bands, as libraries of sketches
have it, asks how alike two whole texts are, and loses a paragraph in a long report: docs/results/copies.md.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RUN = 8
"""Words in a run."""
KEPT = 6
"""One run in so many is kept. One in 8 loses up to 3 % of the pairs that share 50 runs, one in 4 takes half as much
room again (`python -m evals.copies --only sampling`)."""
NEEDED, NEEDED_COMMON = 2, 4
"""Two texts are held against each other if they share so many kept runs: one may be a phrase of the language. Of runs
that very many texts have, more are needed: a sign-off of an outlet that is too short to matter has two or three."""
WHOLE = tuple(b"sayso whole text %d" % number for number in range(NEEDED_COMMON))
"""What the hashes of a whole text are keyed with: as many as it takes to be looked at."""

# Marks that belong to the word around them: combining accents, soft hyphens, joiners and other zero-width ones.
_MARKS = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
_APOSTROPHES = "'\u2018\u2019\u02bc\uff07"
# Possessive quantifiers: nothing is tried twice, whatever the text.
_WORD = re.compile(rf"[^\W_]++(?:(?:[{_APOSTROPHES}](?=[^\W_])|[{_MARKS}]++)[^\W_]*+)*+")
_FOLDED = {ord(mark): "'" for mark in _APOSTROPHES}


@dataclass(frozen=True)
class Words:
    """The words of a text as they are compared: case, accents, quotation marks and white space do not count.

    :param text: the text.
    :param hashes: uint64, one for each word, the same on every machine.
    """

    text: str
    hashes: NDArray[np.uint64]

    def __len__(self) -> int:
        return len(self.hashes)

    @cached_property
    def spans(self) -> NDArray[np.int64]:
        """Where each word stands in the text: shape (words, 2), half-open code-point offsets."""
        import numpy as np

        return np.array([match.span() for match in _WORD.finditer(self.text)], dtype=np.int64).reshape(-1, 2)

    @cached_property
    def runs(self) -> NDArray[np.uint64]:
        """The hash of each run of ``RUN`` words, by its first word; empty for shorter texts."""
        import numpy as np

        count = len(self.hashes) - RUN + 1
        if count <= 0:
            return np.empty(0, dtype=np.uint64)
        out = np.zeros(count, dtype=np.uint64)
        for step in range(RUN):  # a polynomial in the words' hashes, modulo 2**64
            out = out * np.uint64(0x9E3779B97F4A7C15) + self.hashes[step : step + count]
        return _mixed(out)

    @cached_property
    def distinct(self) -> NDArray[np.uint64]:
        """The hashes of the runs, each once, sorted."""
        import numpy as np

        return np.unique(self.runs)


def words_of(text: str, known: dict[str, int] | None = None) -> Words:
    """Part a text into hashed words; linear in its length.

    :param known: hashes of words by their spelling, to be used and added to; for many texts this takes half the time.
    """
    import numpy as np

    known = {} if known is None else known
    hashes: list[int] = []
    for word in _WORD.findall(text):
        value = known.get(word)
        if value is None:
            value = known[word] = _hash(_plain(word).encode("utf8", "surrogatepass"))
        hashes.append(value)
    return Words(text, np.array(hashes, dtype=np.uint64))


def sketch_of(words: Words) -> list[int]:
    """Give what a corpus holds of a text to find those that share words with it.

    :return: signed 64-bit hashes, sorted, each once: one in ``KEPT`` of the runs, and those of the whole text, by
        which texts of the very same words find each other however short they are.
    """
    import numpy as np

    kept = words.distinct[words.distinct < np.uint64((1 << 64) // KEPT)]
    whole = words.hashes.astype("<u8").tobytes()
    marks = [_hash(whole, key) - (1 << 63) for key in WHOLE]
    return sorted({*(kept << np.uint64(1)).view(np.int64).tolist(), *marks})


def _plain(word: str) -> str:
    """Take away what does not make another word of it."""
    if word.isascii():
        return word.lower()
    # NFKD parts letters from accents; folding case may bring accents of its own, so it goes first.
    parts = unicodedata.normalize("NFKD", word.translate(_FOLDED).casefold())
    return "".join(c for c in parts if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")


def _hash(data: bytes, key: bytes = b"") -> int:
    return int.from_bytes(blake2b(data, digest_size=8, key=key).digest(), "big")


def _mixed(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Spread the hashes evenly (splitmix64's finish), as sampling by size asks."""
    import numpy as np

    values = values ^ (values >> np.uint64(30))
    values = values * np.uint64(0xBF58476D1CE4E5B9)
    values = values ^ (values >> np.uint64(27))
    values = values * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
