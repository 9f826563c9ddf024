"""A trained tagger to the shipped files: ONNX, int8, with tokenizer and card.

python -m training.export --weights runs/tagger/epoch8.pt --out src/sayso/models/accurate --version 1
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from sayso.attributions.tags import TAGS
from training.fuse import fuse_attention
from training.model import LINK, Size, Tagger


class Exported(nn.Module):
    """The graph that ships: no mask, since a run holds one stretch without padding."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, pieces: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor]:
        """Shape (1, pieces) in, (1, pieces, …) out."""
        return self.tagger(pieces, shapes)


def to_onnx(model: Tagger, path: Path) -> None:
    """Write the float32 graph."""
    example = (torch.ones(1, 24, dtype=torch.int64), torch.ones(1, 24, dtype=torch.int64))
    torch.onnx.export(
        Exported(model.eval()),
        example,
        str(path),
        input_names=["pieces", "shapes"],
        output_names=["scores", "links"],
        dynamic_axes={"pieces": {1: "n"}, "shapes": {1: "n"}, "scores": {1: "n"}, "links": {1: "n"}},
        opset_version=17,
        dynamo=False,
    )


def quantise(source: Path, target: Path, *, signed: bool = True, per_channel: bool = True, reduce: bool = True) -> None:
    """Dynamic int8: weights per channel, in 7 bits so that processors without VNNI do not saturate.

    Figures for the alternatives: docs/results.md, "Quantisation".
    """
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.onnx"
        quant_pre_process(str(source), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            str(ready),
            str(target),
            weight_type=QuantType.QInt8 if signed else QuantType.QUInt8,
            per_channel=per_channel,
            reduce_range=reduce,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        )


def to_int8(model: nn.Module, inputs: tuple[str, ...], output: str, target: Path, size: Size) -> None:
    """Write the int8 graph of a model with one body: inputs of shape (1, n), int64.

    :param inputs: their names, in the order of ``forward``.
    :param size: of the body, which stands at the model's root.
    """
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "float.onnx"
        torch.onnx.export(
            model,
            tuple(torch.ones(1, 24, dtype=torch.int64) for _ in inputs),
            str(plain),
            input_names=list(inputs),
            output_names=[output],
            dynamic_axes={name: {1: "n"} for name in inputs},
            opset_version=17,
            dynamo=False,
        )
        quantise(plain, target)
    fuse_attention(target, target, size, root="")


def load_tagger(weights: Path) -> Tagger:
    """Rebuild the tagger that ``training.train`` saved."""
    saved = torch.load(weights, map_location="cpu", weights_only=True)
    model = Tagger(Size(**saved["size"]))
    model.load_state_dict(saved["state"])
    return model.eval()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", default="sayso-minilm")
    parser.add_argument("--version", default="1")
    parser.add_argument("--float32", action="store_true", help="leave the graph unquantised, to compare")
    parser.add_argument("--unsigned", action="store_true")
    parser.add_argument("--full-range", action="store_true")
    parser.add_argument("--per-tensor", action="store_true")
    parser.add_argument("--unfused", action="store_true", help="leave the attention in its many nodes, to compare")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    model = load_tagger(options.weights)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "float.onnx"
        to_onnx(model, plain)
        if options.float32:
            shutil.copy(plain, options.out / "tagger.onnx")
        else:
            quantise(
                plain,
                options.out / "tagger.onnx",
                signed=not options.unsigned,
                per_channel=not options.per_tensor,
                reduce=not options.full_range,
            )
    if not options.unfused:
        fuse_attention(options.out / "tagger.onnx", options.out / "tagger.onnx", model.size)
    shutil.copy(options.weights.parent / "tokenizer.json", options.out / "tokenizer.json")
    card = {
        "name": options.name,
        "version": options.version,
        "tags": TAGS,
        "link_width": LINK,
        "moves": [[round(float(x), 4) for x in row] for row in model.crf.moves.tolist()],
    }
    (options.out / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf8")
    print({p.name: p.stat().st_size for p in options.out.iterdir()})


if __name__ == "__main__":
    main()
