"""Size of the wheel, of Sayso installed, and of everything that a plain install brings.

    python benchmarks/size.py [--wheel dist/sayso-….whl]

Builds the wheel if none is given, and installs it with ``constraints.txt`` into a virtual environment of its own;
both need the package index.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import venv
import zipfile
from importlib.metadata import Distribution, distributions
from pathlib import Path

from measuring import table

ROOT = Path(__file__).resolve().parent.parent
MB = 1_000_000


def build(folder: Path) -> Path:
    """Build the wheel."""
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(ROOT)]
    subprocess.run(command, check=True)
    return next(folder.glob("sayso-*.whl"))


def size_of(distribution: Distribution) -> int:
    """Add up the files of an installed distribution, compiled Python not counted."""
    files = (Path(str(file.locate())) for file in distribution.files or () if "__pycache__" not in str(file))
    return sum(file.stat().st_size for file in files if file.is_file())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wheel", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        wheel = options.wheel or build(Path(folder) / "wheel")
        with zipfile.ZipFile(wheel) as archive:
            inside = sorted(archive.infolist(), key=lambda info: -info.compress_size)
        print(f"wheel {wheel.name}: {wheel.stat().st_size / MB:.1f} MB\n")
        rows = [(f"`{i.filename}`", f"{i.compress_size / MB:.2f}", f"{i.file_size / MB:.2f}") for i in inside[:8]]
        print(table(("largest files", "in the wheel, MB", "unpacked, MB"), rows))
        place = Path(folder) / "venv"
        venv.create(place, with_pip=True)
        constraints = ["-c", str(ROOT / "constraints.txt")] if (ROOT / "constraints.txt").is_file() else []
        pip = [str(place / "bin/python"), "-m", "pip", "install", "-q", "--no-compile", *constraints, str(wheel)]
        subprocess.run(pip, check=True)
        packages = next(place.glob("lib/python*/site-packages"))
        sizes = {d.name: (size_of(d), d.version) for d in distributions(path=[str(packages)])}
    sizes = {name: size for name, size in sizes.items() if name not in ("pip", "setuptools")}
    ordered = sorted(sizes.items(), key=lambda item: -item[1][0])
    rows = [(f"{name} {version}", f"{size / MB:.1f}") for name, (size, version) in ordered if size > MB]
    small = [size for size, _ in sizes.values() if size <= MB]
    rows += [
        (f"{len(small)} others", f"{sum(small) / MB:.1f}"),
        ("all", f"{sum(s for s, _ in sizes.values()) / MB:.1f}"),
    ]
    print("\n" + table(("installed", "MB"), rows))


if __name__ == "__main__":
    main()
