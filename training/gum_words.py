"""GUM documents as the tagger sees them: the encoder's layers at every word, and what is to be learned of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import helper

from sayso.attributions.attribute import _fitting
from sayso.attributions.evidence import KINDS, PARTS, PLURAL, SCORES, SHE, VECTOR, Pairing, Words, quoted
from sayso.attributions.marks import quotations_of
from sayso.attributions.pairs import AGREEMENTS, CLASSES, WEIGHTS
from sayso.attributions.stretch import stretches
from sayso.attributions.tagger import OnnxTagger
from training.gum import Document

UNKNOWN = -100
SURE = 12.0


@dataclass(slots=True, eq=False)
class Lesson:
    """One document, word by word.

    :param inputs: float16, shape (words, layers x hidden): the encoder's layers at the first piece of each word.
    :param spans: int64, shape (words, 2).
    :param stretch: int32, shape (words,).
    :param kinds, parts, plural, she: int64, shape (words,); ``UNKNOWN`` where nothing is to be learned.
    :param heads: int64, shape (mentions,); the word that each mention hangs on, ascending.
    :param quoted: int32, shape (words,); as of ``Words``.
    :param entities: int64, shape (mentions,); equal where the mentions are of the same.
    """

    document: Document
    inputs: np.ndarray
    spans: np.ndarray
    stretch: np.ndarray
    kinds: np.ndarray
    parts: np.ndarray
    plural: np.ndarray
    she: np.ndarray
    heads: np.ndarray
    entities: np.ndarray
    quoted: np.ndarray

    def gold(self) -> Words:
        """Give the words as a model would that is right of everything it is taught."""
        scores = np.zeros((len(self.spans), SCORES), np.float16)
        rows = np.arange(len(self.spans))
        scores[rows, self.kinds] = SURE
        scores[rows, len(KINDS) + np.where(self.parts == UNKNOWN, PARTS.index("X"), self.parts)] = SURE
        for column, labels in ((PLURAL, self.plural), (SHE, self.she)):
            scores[:, column] = np.where(labels == UNKNOWN, 0.0, np.where(labels == 1, SURE, -SURE))
        nothing = np.zeros((len(self.spans), VECTOR), np.float16)
        return Words(self.document.text, self.spans, self.stretch, scores, nothing, nothing, EMPTY, self.quoted)


EMPTY = Pairing(
    np.zeros(WEIGHTS, np.float32),
    np.zeros((len(CLASSES), AGREEMENTS), np.float32),
    np.zeros(VECTOR, np.float32),
    np.zeros(len(CLASSES), np.float32),
)


def layer_names(model: onnx.ModelProto) -> list[str]:
    """Name what each layer of the encoder gives, first layer first."""
    names = [name for node in model.graph.node for name in node.output]
    return [n for n in names if n.endswith("norm_output/LayerNormalization_output_0")]


def usual(count: int) -> list[int]:
    """Choose layers: the first, the middle one and the last but one; the last knows least besides its tags."""
    return [1, count // 2, count - 1] if count > 3 else list(range(1, count + 1))


class Layers:
    """The encoder of a model folder, opened at some of its layers.

    :param layers: which, from 1; the last is the one that the tagger reads. ``None`` for the usual ones.
    """

    def __init__(self, folder: Path, layers: Sequence[int] | None = None) -> None:
        model = onnx.load(str(folder / "tagger.onnx"))
        names = layer_names(model)
        self.names = [names[layer - 1] for layer in layers or usual(len(names))]
        del model.graph.output[:]
        model.graph.output.extend(
            helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None) for name in self.names
        )
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        self.session = onnxruntime.InferenceSession(model.SerializeToString(), options, ["CPUExecutionProvider"])
        self.tagger = OnnxTagger(folder)

    def lesson(self, document: Document) -> Lesson:
        """Run the encoder over a document, paragraph by paragraph, and lay the gold beside it."""
        cut = list(stretches(document.text, document.paragraphs))
        rows, spans, stretch = [], [], []
        for number, (span, tokens) in enumerate(
            zip(cut, self.tagger.tokens([s.of(document.text) for s in cut]), strict=True)
        ):
            for part in _fitting(tokens):
                if not len(part):
                    continue
                got = self.session.run(self.names, {"pieces": part.pieces[None], "shapes": part.shapes[None]})
                rows.append(np.concatenate([one[0, part.first] for one in got], axis=1).astype(np.float16))
                spans.append(part.spans + span.start)
                stretch.append(np.full(len(part), number, np.int32))
        return _taught(document, np.concatenate(rows), np.concatenate(spans), np.concatenate(stretch))

    def lessons(self, documents: Iterable[Document]) -> list[Lesson]:
        """Do so for each."""
        return [self.lesson(document) for document in documents]


def _taught(document: Document, inputs: np.ndarray, spans: np.ndarray, stretch: np.ndarray) -> Lesson:
    count = len(spans)
    kinds = np.zeros(count, np.int64)
    parts, plural, she = (np.full(count, UNKNOWN, np.int64) for _ in range(3))
    first_of = {}
    for index, token in enumerate(document.tokens):
        begin, stop = np.searchsorted(spans[:, 0], (token.span.start, token.span.end))
        if begin == stop:  # the rest of a word that was cut elsewhere, such as "n't"
            continue
        first_of[index] = int(begin)
        parts[begin:stop] = PARTS.index(token.part)
        if token.part in ("NOUN", "PROPN", "PRON") and "Number" in token.features:
            plural[begin] = token.features["Number"] in ("Plur", "Ptan")
    seen: dict[int, str] = {}
    for mention in document.mentions:
        if mention.head in first_of and first_of[mention.head] not in seen:
            seen[first_of[mention.head]] = mention.entity
            kinds[first_of[mention.head]] = KINDS.index(mention.kind)
    heads = np.array(sorted(seen), np.int64)
    numbers = {entity: number for number, entity in enumerate(dict.fromkeys(seen[int(h)] for h in heads))}
    entities = np.array([numbers[seen[int(h)]] for h in heads], np.int64)
    said: dict[int, set[str]] = {}
    for head, entity in zip(heads, entities, strict=True):
        said.setdefault(int(entity), set()).add(document.text[spans[head, 0] : spans[head, 1]].lower())
    for head, entity in zip(heads, entities, strict=True):
        he, her = said[entity] & {"he", "him", "his"}, said[entity] & {"she", "her", "hers"}
        if kinds[head] == 1 and bool(he) != bool(her):
            she[head] = bool(her)
            before = int(head) - 1  # the rest of the name tells it better than its last word
            while parts[head] == parts[before] == PARTS.index("PROPN") and stretch[before] == stretch[head]:
                she[before] = bool(her)
                before -= 1
    marks = quoted(spans, quotations_of(document.text, document.paragraphs))
    return Lesson(document, inputs, spans, stretch, kinds, parts, plural, she, heads, entities, marks)
