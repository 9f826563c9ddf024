"""The project's own rules: lint, types, the README's commands, layers, file sizes, what may not be in it."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "sayso"
MODULES = sorted(SOURCE.rglob("*.py"))

# Each layer may import those before it and the records below all layers; see docs/architecture.md.
LAYERS = ("pages", "attributions", "speakers", "chains", "echoes", "unsourced", "claims", "store", "export", "cli")
BELOW = {"schema", "errors", "config", "version", "paragraphs", "encode"}


def run(*command: str) -> str:
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_lint() -> None:
    assert run("ruff", "check", ".") == ""


def test_format() -> None:
    assert run("ruff", "format", "--check", ".") == ""


def test_types() -> None:
    assert run("mypy") == ""


def test_ci_runs_the_readmes_test_command() -> None:
    commands = re.findall(r"^python3 -m venv .*$", (ROOT / "README.md").read_text(encoding="utf8"), re.MULTILINE)
    assert len(commands) == 2
    assert commands[1] == (ROOT / ".ci" / "run").read_text(encoding="utf8").rstrip().splitlines()[-1]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_modules_stay_small_and_arrows_point_one_way(path: Path) -> None:
    text = path.read_text(encoding="utf8")
    assert text.count("\n") <= 450, "over 450 lines: part it by concept"
    layer = path.relative_to(SOURCE).parts[0]
    tree = ast.parse(text)
    names = [n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]
    names += [a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names]
    for name in names:
        target = [*name.split("."), ""][1] if name.startswith("sayso.") else ""
        if layer in LAYERS and target in LAYERS:
            assert LAYERS.index(target) <= LAYERS.index(layer), f"{path.name} imports {name}"
        if path.stem in BELOW and path.parent == SOURCE and target:
            assert target in BELOW, f"{path.name} imports {name}"


def test_no_torch_and_no_download_in_the_package() -> None:
    text = "\n".join(path.read_text(encoding="utf8") for path in MODULES)
    assert not re.search(r"^\s*(?:import|from) (?:torch|transformers|huggingface_hub)\b", text, re.MULTILINE)


def test_constraints_name_no_index() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf8").splitlines()
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", line) for line in lines if not line.startswith("#"))


def test_starting_is_light() -> None:
    """What only some pages need is not imported when the package is."""
    code = "import sys, sayso; print(*sorted({m.split('.')[0] for m in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {
        "onnxruntime",
        "trafilatura",
        "httpx",
        "rich",
        "lxml",
        "tokenizers",
        "dateparser",
        "py3langid",
        "sqlalchemy",
    }
    assert heavy.isdisjoint(done.stdout.split())
