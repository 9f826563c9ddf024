"""The shipped encoder of statements: what a text says as a vector of int8, near to those of texts that say the like.

One text a run, without padding: the scales of dynamic quantisation are taken over a whole run, so a text that shared
its run with others would get another vector in a batch than alone, and what is found would depend on who came together.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray

from sayso.errors import ModelMismatch
from sayso.model_folder import opened

Vectors = NDArray[np.int8]

TEXT_MAX = 4000
"""Code points that are looked at; some ten times what the pieces of a statement come to."""


class Encoder:
    """The encoder of a model folder: ``card.json``, ``tokenizer.json`` and ``model.onnx``.

    :param threads: threads within one run.
    :raises ModelMissing: if a file is absent.
    :raises ModelMismatch: if the model's vectors are not as wide as its card says.
    """

    def __init__(self, folder: Traversable, *, threads: int = 1) -> None:
        held = opened(folder, "model.onnx", threads=threads)
        self.name = held.name
        self.width: int = held.card["width"]
        self._tokenizer = held.tokenizer
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(held.card["pieces_max"])
        self._session = held.session
        found = self._session.get_outputs()[0].shape[-1]
        if found != self.width:
            raise ModelMismatch(f"expected vectors of {self.width} numbers, found {found}")

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Give each text's vector; the same for the same text, whatever stands beside it.

        :return: int8, shape (texts, width); the largest number of each vector is 127 or -127.
        """
        cut = [" ".join(text[:TEXT_MAX].split()) for text in texts]
        place: dict[str, int] = {}
        for text in cut:
            place.setdefault(text, len(place))
        found = np.zeros((len(place), self.width), dtype=np.float32)
        for index, encoding in enumerate(self._tokenizer.encode_batch(list(place))):
            pieces = np.array([encoding.ids], dtype=np.int64)
            found[index] = self._session.run(None, {"pieces": pieces})[0][0]
        return narrow(found)[[place[text] for text in cut]] if cut else np.zeros((0, self.width), dtype=np.int8)


def narrow(vectors: NDArray[np.float32]) -> Vectors:
    """Scale each vector so that its largest number is 127, and round."""
    scale = 127 / np.maximum(np.abs(vectors).max(axis=1, keepdims=True), 1e-9)
    return np.asarray(np.rint(vectors * scale), dtype=np.int8)


def unit(vectors: Vectors) -> NDArray[np.float32]:
    """Give int8 vectors the length 1, so that the product of two is their cosine."""
    wide = vectors.astype(np.float32)
    length = np.sqrt(np.einsum("...i,...i->...", wide, wide))[..., None]
    return np.asarray(wide / np.maximum(length, 1e-6), dtype=np.float32)


def cosines(left: Vectors, right: Vectors) -> NDArray[np.float64]:
    """Give the cosine of each left vector with each right one; the same to the last bit, however many are asked for.

    :return: shape (left, right).
    """
    # Products of int8 sum to whole numbers below 2 ** 24, which float32 holds exactly whatever the order of adding.
    wide, other = left.astype(np.float32), right.astype(np.float32)
    products = (wide @ other.T).astype(np.float64)
    products /= np.maximum(np.sqrt(np.square(wide, dtype=np.float64).sum(axis=1)), 1e-6)[:, None]
    products /= np.maximum(np.sqrt(np.square(other, dtype=np.float64).sum(axis=1)), 1e-6)[None, :]
    return products


def vector_of(held: bytes) -> Vectors:
    """Read a vector as the store holds it."""
    return np.frombuffer(held, dtype=np.int8)


@lru_cache(maxsize=1)
def shipped() -> Encoder:
    """Load the encoder that ships with the package; loaded once a process."""
    return Encoder(files("sayso") / "models" / "meaning")
