"""The shipped tagger: tag scores and link vectors from an ONNX session, one stretch of text at a time.

One stretch a run, without padding: the scales of dynamic quantisation are taken over a whole run, so a stretch
that shared its run with others would be scored differently in a batch than alone. Short runs cost little: 16
pieces are tagged at 94 % of the rate of 64 (benchmarks/gemm.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from sayso.attributions.evidence import Pairing
from sayso.attributions.pieces import Pieces
from sayso.attributions.tags import TAGS
from sayso.attributions.tokens import Tokens
from sayso.config import PROFILES, Profile
from sayso.errors import InputError, ModelMismatch
from sayso.model_folder import opened
from sayso.schema import ModelName

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the tagger says of one stretch of text.

    :param scores: float32, shape (words, tags); emission scores of the CRF.
    :param links: float32, shape (1 + words, 4 x link width): row 0 stands for "no source", row 1 + w for word w.
    :param evidence: float16, shape (words, SCORES + 2 x VECTOR) of ``evidence.py``; ``None`` without a model of it.
    """

    tokens: Tokens
    scores: Scores
    links: Scores
    evidence: NDArray[np.float16] | None = None


class Tagger(Protocol):
    """Whatever scores the words of texts."""

    @property
    def name(self) -> ModelName:
        """Which model this is."""

    @property
    def moves(self) -> Scores:
        """Transition scores, float32, shape (tags, tags)."""

    @property
    def calibration(self) -> tuple[float, float]:
        """Slope and offset that turn the log-odds of a posterior into those of being right."""

    @property
    def pairing(self) -> Pairing | None:
        """Weights of pairs of mentions; ``None`` where the model gives no evidence."""

    def tokens(self, texts: Sequence[str]) -> list[Tokens]:
        """Tokenise each text."""

    def tag(self, tokens: Tokens) -> Tagged:
        """Score the words of one stretch; at most ``PIECES_MAX`` pieces."""


PIECES_MAX = 384
"""The longest stretch that is tagged at once, in word pieces; the encoder has 512 positions."""


class OnnxTagger:
    """The tagger of a model folder: ``card.json``, ``tokenizer.json`` and ``tagger.onnx``.

    :param threads: threads within one run.
    :raises ModelMissing: if a file is absent.
    :raises ModelMismatch: if the card's tags are not those of this version.
    """

    def __init__(self, folder: Traversable, *, threads: int = 1) -> None:
        held = opened(folder, "tagger.onnx", threads=threads)
        card = held.card
        if tuple(card["tags"]) != TAGS:
            raise ModelMismatch(f"the model has {len(card['tags'])} tags, expected {len(TAGS)}: {', '.join(TAGS)}")
        self._name = held.name
        self._moves = np.asarray(card["moves"], dtype=np.float32)
        self.calibration: tuple[float, float] = tuple(card.get("calibration", (1.0, 0.0)))
        self._pairing = Pairing.of_card(card)
        self._pieces = Pieces(held.tokenizer)
        self._session = held.session

    @property
    def name(self) -> ModelName:
        """Which model this is."""
        return self._name

    @property
    def moves(self) -> Scores:
        """Transition scores, float32, shape (tags, tags)."""
        return self._moves

    @property
    def pairing(self) -> Pairing | None:
        """Weights of pairs of mentions; ``None`` where the model gives no evidence."""
        return self._pairing

    def tokens(self, texts: Sequence[str]) -> list[Tokens]:
        """Tokenise each text, with the first and last special piece."""
        return self._pieces.tokens(texts)

    def tag(self, tokens: Tokens) -> Tagged:
        """Score the words of one stretch.

        :raises ValueError: if it has more than ``PIECES_MAX`` pieces.
        """
        if len(tokens.pieces) > PIECES_MAX:
            raise ValueError(f"expected at most {PIECES_MAX} pieces, found {len(tokens.pieces)}")
        scores, links, *more = self._session.run(None, {"pieces": tokens.pieces[None], "shapes": tokens.shapes[None]})
        evidence = more[0][0, tokens.first].astype(np.float16) if more else None
        return Tagged(
            tokens,
            scores[0].take(tokens.first, axis=0),
            links[0].take(np.concatenate(([0], tokens.first)), axis=0),
            evidence,
        )


@lru_cache(maxsize=4)
def shipped(profile: Profile = "accurate", *, threads: int = 1) -> OnnxTagger:
    """Load a model that ships with the package; loaded once a process.

    :raises InputError: if there is no such profile.
    """
    if profile not in PROFILES:
        raise InputError(f"expected the profile {' or '.join(PROFILES)}, found {profile!r}")
    return OnnxTagger(files("sayso") / "models" / profile, threads=threads)
