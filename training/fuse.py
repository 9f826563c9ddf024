"""Put each layer's attention, some thirty nodes of the exported graph, into one operator of onnxruntime's own.

    python -m training.fuse src/sayso/models/accurate/tagger.onnx --out src/sayso/models/accurate/tagger.onnx

The same mathematics in another order of additions, so scores move by rounding, as between two processors; measured in
docs/results.md. Runs on the float32 graph or the int8 one.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import onnx
from onnx import helper

from training.model import Size


def fuse_attention(source: Path, target: Path, size: Size | None = None, *, root: str = "/tagger") -> None:
    """Rewrite the graph of ``training.export`` or ``training.meaning``.

    :param root: what the names of nodes begin with.
    :raises ValueError: if a layer's attention is not where the exporter puts it.
    """
    size = size or Size()
    model = onnx.load(str(source))
    graph = model.graph
    # The names follow from the attributes of training.model.Layer and its second reshape.
    mixed = {f"{root}/layers.{i}/Reshape_1_output_0": f"{root}/layers.{i}/" for i in range(size.layers)}
    # MPNet adds a term for the distance to each layer's products; it is the same tensor in all of them.
    near = [node.input[1] for node in graph.node if node.output[0] == f"{root}/layers.0/Add_output_0"]
    extra = ["", "", *near] if size.buckets else []
    nodes = []
    found = 0
    for node in graph.node:
        layer = mixed.get(node.output[0])
        if layer is None:
            nodes.append(node)
            continue
        parts = [f"{layer}{name}" for name in ("query", "key", "value")]
        nodes.append(helper.make_node("Split", [f"{layer}qkv/Add_output_0"], parts, axis=2))
        nodes.append(
            helper.make_node(
                "MultiHeadAttention", [*parts, *extra], [node.output[0]], domain="com.microsoft", num_heads=size.heads
            )
        )
        found += 1
    if found != size.layers:
        raise ValueError(f"expected {size.layers} layers with attention, found {found}")
    needed = {output.name for output in graph.output}
    kept = []
    for node in reversed(nodes):
        if needed.intersection(node.output):
            kept.append(node)
            needed.update(node.input)
    constants = [tensor for tensor in graph.initializer if tensor.name in needed]
    for field, values in ((graph.node, kept[::-1]), (graph.initializer, constants), (graph.value_info, [])):
        del field[:]
        field.extend(values)
    if not any(domain.domain == "com.microsoft" for domain in model.opset_import):
        model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    onnx.save(model, str(target))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    fuse_attention(options.source, options.out)


if __name__ == "__main__":
    main()
