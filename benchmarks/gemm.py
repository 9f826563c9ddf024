"""What the machine can do: matrix products in float32 and int8 on one core, beside what the tagger gets out of it.

    python benchmarks/gemm.py [--runs 7]

Shapes are those of the accurate tagger's largest layer (768 x 3072) and of the fast one's (384 x 512), for stretches of
32 and 256 word pieces, and a square one.
The products by onnxruntime need the package ``onnx`` (extra ``train``) to write their one-node graphs, and are left
out without it. One multiply-add counts as one; outside of attention the accurate tagger has 35.6 million for each
piece, the fast one 2.1 million.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from itertools import product
from typing import Any

from measuring import ONE_THREAD, cores, interleaved, machine, median, pin, table

os.environ.update(ONE_THREAD)

import numpy as np

from sayso.config import PROFILES, Profile

SHAPES = ((32, 768, 3072), (256, 768, 3072), (32, 384, 512), (256, 384, 512), (1024, 1024, 1024))
TAGGER = {
    "accurate": 5 * (4 * 768 * 768 + 2 * 768 * 3072) + 768 * (13 + 256),
    "fast": 2 * (4 * 384 * 384 + 2 * 384 * 512) + 384 * (13 + 256),
}
"""Multiply-adds for one piece, without attention's own."""


def session(model: Any) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])


def products(rows: int, inner: int, columns: int) -> dict[str, Callable[[], object]]:
    """Give one product by each means."""
    rng = np.random.default_rng(0)
    left, right = (rng.standard_normal(s, dtype=np.float32) for s in ((rows, inner), (inner, columns)))
    out: dict[str, Callable[[], object]] = {"numpy float32": lambda: left @ right}
    try:
        from onnx import TensorProto, helper, numpy_helper
    except ImportError:
        return out

    def graph(kind: str, weights: Any, inputs: list[str], result: int, domain: str = "") -> Any:
        node = helper.make_node(kind, inputs, ["y"], domain=domain)
        x = helper.make_tensor_value_info(
            "x", TensorProto.UINT8 if kind == "MatMulInteger" else TensorProto.FLOAT, None
        )
        y = helper.make_tensor_value_info("y", result, None)
        made = helper.make_graph([node], kind, [x], [y], [numpy_helper.from_array(w, n) for n, w in weights.items()])
        return session(helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)], ir_version=8))

    whole = rng.integers(-64, 64, (inner, columns)).astype(np.int8)
    quantised = rng.integers(0, 255, (rows, inner)).astype(np.uint8)
    plain = graph("MatMul", {"w": right}, ["x", "w"], TensorProto.FLOAT)
    integer = graph("MatMulInteger", {"w": whole}, ["x", "w"], TensorProto.INT32)
    out["onnxruntime float32"] = lambda: plain.run(None, {"x": left})
    out["onnxruntime int8"] = lambda: integer.run(None, {"x": quantised})
    return out


def tagger(profile: Profile, pieces: int) -> Callable[[], object]:
    """Give one run of a shipped tagger."""
    from sayso.attributions.tagger import shipped
    from sayso.attributions.tokens import Tokens

    rng = np.random.default_rng(0)
    ids, shapes = rng.integers(1000, 18000, pieces), rng.integers(1, 15, pieces)
    first = np.arange(1, pieces - 1)
    tokens = Tokens(ids, shapes, first, np.stack([first, first + 1], 1))
    model = shipped(profile)
    return lambda: model.tag(tokens)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    pin(cores()[:1])
    print(machine())
    rows = []
    for shape in SHAPES:
        size = int(np.prod(shape))
        repeat = max(1, 400_000_000 // size)
        variants = {name: many(work, repeat) for name, work in products(*shape).items()}
        for name, times in interleaved(variants, options.runs + 1).items():
            took = median(cpu for _, cpu in times[1:]) / repeat
            rows.append((f"{name}, {' x '.join(map(str, shape))}", f"{1000 * took:.2f}", f"{size / took / 1e9:.0f}"))
    for profile, pieces in product(PROFILES, (16, 32, 64, 128, 256, 384)):
        work = many(tagger(profile, pieces), 10)
        took = median(cpu for _, cpu in interleaved({"": work}, options.runs + 1)[""][1:]) / 10
        figures = f"{1000 * took:.2f}", f"{TAGGER[profile] * pieces / took / 1e9:.0f}"
        rows.append((f"the {profile} tagger, {pieces} pieces ({pieces / took:,.0f} pieces/s)", *figures))
    print("\n" + table(("one core, by processor time", "ms", "G multiply-adds/s"), rows))


def many(work: Callable[[], object], times: int) -> Callable[[], object]:
    def run() -> None:
        for _ in range(times):
            work()

    return run


if __name__ == "__main__":
    main()
