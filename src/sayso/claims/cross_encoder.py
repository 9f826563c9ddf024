"""Two statements read together: how likely they are the same, related, different or conflicting.

The encoder of ``encoder.py`` makes a vector of one statement, without knowing what it will be held against: it finds
what is worth comparing. This model reads both statements of a pair at once, word against word, and so sees that "will
not resign" and "is to step down" are about one thing and against each other. It costs some 10 ms a pair, so it reads
only pairs that may well be the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np

from sayso.claims.around import around
from sayso.errors import ModelMismatch
from sayso.model_folder import opened
from sayso.schema import Statement

TEXT_MAX = 600
"""Code points of a statement that are read."""
NAME_MAX = 60


@dataclass(frozen=True, slots=True)
class Read:
    """How likely the relations of two statements are; they sum to 1."""

    same: float
    related: float
    different: float
    conflicting: float


def words_of(statement: Statement, text: str) -> str:
    """Write a statement as the model reads it: who says it, and the rest of its sentence around ``« »``.

    :param text: of the article that it stands in; empty if that is not at hand.
    """
    words = statement.text[:TEXT_MAX]
    speaker = statement.speaker
    who = f"{speaker.name[:NAME_MAX]}: " if speaker is not None else ""
    before, after = around(text, statement.content) if text else ("", "")
    if before or after.strip(' .,"”'):
        words = f"{before} « {words} » {after}"
    return who + words


class CrossEncoder:
    """The model of a folder: ``card.json``, ``tokenizer.json`` and ``model.onnx``.

    :param threads: threads within one run.
    :raises ModelMissing: if a file is absent.
    :raises ModelMismatch: if the model does not tell four relations.
    """

    def __init__(self, folder: Traversable, *, threads: int = 1) -> None:
        held = opened(folder, "model.onnx", threads=threads)
        self.name = held.name
        self._tokenizer = held.tokenizer
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(held.card["pieces_max"])
        self._session = held.session
        if self._session.get_outputs()[0].shape[-1] != len(Read.__dataclass_fields__):
            raise ModelMismatch("expected a model of four relations")

    def read(self, pairs: Sequence[tuple[str, str]]) -> list[Read]:
        """Read pairs of statements, as ``words_of`` writes them; the same whichever of two comes first.

        One pair a run and without padding, as for ``encoder.Encoder``. Two that are alike word for word are read once.
        """
        known: dict[tuple[str, str], Read] = {}
        out = []
        for one, other in pairs:
            pair = (one, other) if one <= other else (other, one)
            if pair not in known:
                known[pair] = self._read(*pair)
            out.append(known[pair])
        return out

    def _read(self, one: str, other: str) -> Read:
        encoding = self._tokenizer.encode(one, other)
        pieces = np.array([encoding.ids], dtype=np.int64)
        sides = np.array([encoding.type_ids], dtype=np.int64)
        found = self._session.run(None, {"pieces": pieces, "sides": sides})[0][0].astype(np.float64)
        chances = np.exp(found - found.max())
        return Read(*(chances / chances.sum()).tolist())


@lru_cache(maxsize=1)
def shipped() -> CrossEncoder:
    """Load the model that ships with the package; loaded once a process."""
    return CrossEncoder(files("sayso") / "models" / "pairs")
