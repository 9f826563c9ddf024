"""Libraries that find near-duplicates, on the same texts: which pairs their sketches bring together.

They give candidates, with no extent and no direction. datasketch and rensa are no dependencies of Sayso:

    pip install datasketch==2.0.0 rensa==0.5.0

text-dedup asks for Spark and more; its settings (five words, 250 permutations, 0.7) are run through datasketch, whose
bands it takes over too.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Pairs = set[tuple[int, int]]


@dataclass(frozen=True)
class Peer:
    """One library with its settings.

    :param library: datasketch or rensa.
    :param words: in a shingle.
    :param permutations: of MinHash.
    :param threshold: of Jaccard similarity; of containment for an ensemble.
    :param ensemble: whether containment is asked for.
    """

    name: str
    library: str
    words: int
    permutations: int
    threshold: float
    ensemble: bool = False


PEERS = (
    Peer("datasketch MinHashLSH, default (128, 0.9)", "datasketch", 8, 128, 0.9),
    Peer("datasketch MinHashLSH, 128, 0.8", "datasketch", 8, 128, 0.8),
    Peer("datasketch MinHashLSH, 128, 0.7", "datasketch", 8, 128, 0.7),
    Peer("datasketch MinHashLSH, 128, 0.5", "datasketch", 8, 128, 0.5),
    Peer("datasketch MinHashLSH, 128, 0.1", "datasketch", 8, 128, 0.1),
    Peer("datasketch MinHashLSHEnsemble, 128, containment 0.1", "datasketch", 8, 128, 0.1, True),
    Peer("text-dedup's settings (5 words, 250, 0.7)", "datasketch", 5, 250, 0.7),
    Peer("rensa RMinHashLSH, 128, 0.5", "rensa", 8, 128, 0.5),
)


def shingles(words: Sequence[str], count: int) -> list[str]:
    """Give the runs of so many words, each once."""
    return list(dict.fromkeys(" ".join(words[i : i + count]) for i in range(len(words) - count + 1)))


class Sketches:
    """MinHashes of texts, made once for all peers that take the same."""

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        self._texts = texts
        self._made: dict[tuple[str, int, int], list[object]] = {}
        self._sizes: dict[int, list[int]] = {}

    def of(self, peer: Peer) -> list[object]:
        """Give a peer's sketches of all texts."""
        key = (peer.library, peer.words, peer.permutations)
        if key not in self._made:
            self._made[key] = [_sketch(peer, shingles(words, peer.words)) for words in self._texts]
        return self._made[key]

    def sizes(self, count: int) -> list[int]:
        """Give how many shingles each text has."""
        if count not in self._sizes:
            self._sizes[count] = [len(shingles(words, count)) for words in self._texts]
        return self._sizes[count]


def _sketch(peer: Peer, items: list[str]) -> object:
    if peer.library == "rensa":
        from rensa import RMinHash

        sketch = RMinHash(num_perm=peer.permutations, seed=1)
        sketch.update(items)
        return sketch
    from datasketch import MinHash

    made = MinHash(num_perm=peer.permutations)
    made.update_batch([item.encode() for item in items])
    return made


def pairs_of(peer: Peer, sketches: Sketches) -> Pairs:
    """Give the pairs of texts that a peer brings together, by place, the lower first."""
    made = sketches.of(peer)
    if peer.library == "rensa":
        from rensa import RMinHashLSH

        table = RMinHashLSH(threshold=peer.threshold, num_perm=peer.permutations, num_bands=32)
        for place, sketch in enumerate(made):
            table.insert(place, sketch)
        found = ((place, other) for place, sketch in enumerate(made) for other in table.query(sketch))
        return {(min(pair), max(pair)) for pair in found if pair[0] != pair[1]}
    return _with_datasketch(peer, made, sketches)


def _with_datasketch(peer: Peer, made: list[object], sketches: Sketches) -> Pairs:
    from datasketch import MinHashLSH, MinHashLSHEnsemble

    if peer.ensemble:
        sizes = sketches.sizes(peer.words)
        ensemble = MinHashLSHEnsemble(threshold=peer.threshold, num_perm=peer.permutations, num_part=16)
        ensemble.index((place, sketch, sizes[place]) for place, sketch in enumerate(made) if sizes[place])
        pairs: Iterable[tuple[int, int]] = (
            (place, other)
            for place, sketch in enumerate(made)
            if sizes[place]
            for other in ensemble.query(sketch, sizes[place])
        )
    else:
        table = MinHashLSH(threshold=peer.threshold, num_perm=peer.permutations)
        for place, sketch in enumerate(made):
            table.insert(place, sketch)
        pairs = itertools.chain.from_iterable(
            ((place, other) for other in table.query(sketch)) for place, sketch in enumerate(made)
        )
    return {(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}
