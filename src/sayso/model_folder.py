"""The folder of a model that ships: a card, a tokenizer and a graph."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import as_file
from importlib.resources.abc import Traversable
from typing import Any

from sayso.errors import ModelMissing
from sayso.schema import ModelName


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """What was opened.

    :param card: the model's own description.
    :param tokenizer: a ``tokenizers.Tokenizer``.
    :param session: an ``onnxruntime.InferenceSession``, which runs on the processor.
    """

    name: ModelName
    card: dict[str, Any]
    tokenizer: Any
    session: Any


def opened(folder: Traversable, graph: str, *, threads: int = 1) -> ModelFolder:
    """Open a model.

    :param graph: the graph's file.
    :param threads: threads within one run.
    :raises ModelMissing: if a file is absent.
    """
    import onnxruntime
    from tokenizers import Tokenizer

    for name in ("card.json", "tokenizer.json", graph):
        if not (folder / name).is_file():
            raise ModelMissing(f"expected {name} in {folder}", hint="reinstall sayso; training/README.md makes models")
    card = json.loads((folder / "card.json").read_text(encoding="utf8"))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    with as_file(folder / graph) as path:
        session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf8"))
    return ModelFolder(ModelName(card["name"], card["version"]), card, tokenizer, session)
