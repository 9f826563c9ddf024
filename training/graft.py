"""Put heads into the graph of an exported tagger, int8 like the rest; what the graph gave before it still gives."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from torch import nn

OUTPUT = "evidence"
_STEPS = 63
"""Weights in 7 bits, as ``training.export`` quantises them: processors without VNNI saturate beyond."""


class Graft:
    """Collects new nodes and constants."""

    def __init__(self, model: onnx.ModelProto) -> None:
        self.graph = model.graph
        self.quantised = {n.input[0]: list(n.output) for n in self.graph.node if n.op_type == "DynamicQuantizeLinear"}

    def constant(self, name: str, values: np.ndarray) -> str:
        """Add a constant; gives its full name."""
        self.graph.initializer.append(numpy_helper.from_array(np.ascontiguousarray(values), f"{OUTPUT}/{name}"))
        return f"{OUTPUT}/{name}"

    def node(self, kind: str, inputs: Sequence[str], name: str, outputs: int = 1) -> list[str]:
        """Add an operation; gives the full names of its outputs."""
        names = [f"{OUTPUT}/{name}" + (f"/{i}" if outputs > 1 else "") for i in range(outputs)]
        self.graph.node.append(helper.make_node(kind, list(inputs), names, name=names[0]))
        return names

    def product(self, name: str, source: str, weights: np.ndarray) -> str:
        """Multiply by weights, shape (inputs, outputs), both in int8; other products share the input's bytes."""
        if source not in self.quantised:
            self.quantised[source] = self.node("DynamicQuantizeLinear", [source], f"{name}/quantised", 3)
        values, scale, zero = self.quantised[source]
        steps = np.maximum(np.abs(weights).max(axis=0), 1e-8) / _STEPS
        whole = np.rint(weights / steps).astype(np.int8)
        constants = (
            self.constant(f"{name}/weights", whole),
            self.constant(f"{name}/zero", np.zeros(whole.shape[1], np.int8)),
            self.constant(f"{name}/scale", steps.astype(np.float32)),
        )
        [sums] = self.node("MatMulInteger", [values, constants[0], zero, constants[1]], f"{name}/sums")
        self.graph.node.append(helper.make_node("Cast", [sums], [f"{sums}/float"], to=TensorProto.FLOAT))
        [both] = self.node("Mul", [scale, constants[2]], f"{name}/scales")
        return self.node("Mul", [f"{sums}/float", both], f"{name}/product")[0]


def graft(path: Path, layers: Sequence[str], down: nn.Linear | None, out: nn.Linear) -> None:
    """Add the output ``evidence``, shape (1, pieces, values), to the model at ``path``.

    :param layers: names of the tensors that the heads read, side by side.
    """
    model = onnx.load(str(path))
    without(model)
    graft = Graft(model)
    first = down or out
    weights = np.split(first.weight.detach().numpy().T, len(layers))
    total = graft.constant("first/bias", first.bias.detach().numpy())
    for index, (layer, part) in enumerate(zip(layers, weights, strict=True)):
        product = graft.product(f"layer{index}", layer, part)
        [total] = graft.node("Add", [product, total], f"layer{index}/sum")
    if down is not None:
        [total] = graft.node("Relu", [total], "inner")
        product = graft.product("out", total, out.weight.detach().numpy().T)
        [total] = graft.node("Add", [product, graft.constant("out/bias", out.bias.detach().numpy())], "out/sum")
    model.graph.node.append(helper.make_node("Identity", [total], [OUTPUT]))
    model.graph.output.append(helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, [1, "n", out.out_features]))
    onnx.save(model, str(path))


def without(model: onnx.ModelProto) -> None:
    """Take earlier heads out, so that training anew replaces them."""
    graph = model.graph
    for field in (graph.output, graph.node, graph.initializer):
        kept = [one for one in field if not _ours(one)]
        del field[:]
        field.extend(kept)


def _ours(one: onnx.ValueInfoProto | onnx.NodeProto | onnx.TensorProto) -> bool:
    names = one.output if isinstance(one, onnx.NodeProto) else [one.name]
    return any(name == OUTPUT or name.startswith(f"{OUTPUT}/") for name in names)
