"""The documents: the reference is what the code says, what they show is what comes out, and links lead somewhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).parent.parent
GENERATE = ROOT / "docs" / "generate.py"
WRITTEN = [
    *(ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
SHOWING = [path for path in WRITTEN if re.search(r"^```(?:console|python)$", path.read_text("utf8"), re.MULTILINE)]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def check(*documents: str) -> str:
    command = [sys.executable, str(GENERATE), "--check", *documents]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_reference_is_what_the_code_says() -> None:
    assert check() == ""


@pytest.mark.skipif(os.name != "posix", reason="the documents' commands are for a POSIX shell and terminal")
@pytest.mark.parametrize("path", SHOWING, ids=name_of)
def test_what_is_shown_is_what_comes_out(path: Path) -> None:
    assert check(str(path)) == ""


def anchors(text: str) -> set[str]:
    """Give the anchors of a document's headings, as GitHub makes them."""
    text = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", WRITTEN, ids=name_of)
def test_links_lead_somewhere(path: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", path.read_text("utf8"), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", text)):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = unquote(target).partition("#")
        there = path.parent / file if file else path
        assert there.exists(), target
        if anchor and there.suffix == ".md":
            assert anchor in anchors(there.read_text("utf8")), target


@pytest.mark.parametrize("path", WRITTEN, ids=name_of)
def test_fences_are_closed_and_of_a_known_kind(path: Path) -> None:
    fences = re.findall(r"^```(.*)$", path.read_text("utf8"), re.MULTILINE)
    assert len(fences) % 2 == 0
    assert set(fences[::2]) <= {"sh", "console", "python", "py", "text", "json", "mermaid", "toml"}
    assert set(fences[1::2]) <= {""}


def test_libraries_are_listed_in_the_versions_that_are_tested() -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text("utf8"))["project"]["dependencies"]
    pinned = dict(
        line.lower().replace("_", "-").split("==")
        for line in (ROOT / "constraints.txt").read_text("utf8").splitlines()
        if "==" in line and not line.startswith("#")
    )
    table = (ROOT / "docs" / "architecture.md").read_text("utf8").partition("## Libraries")[2]
    rows = dict(re.findall(r"^\| ([a-z][\w-]*) \| ([\d.]+) \|", table, re.MULTILINE))
    assert rows == {name: pinned[name] for name in (re.match(r"[\w-]+", line).group() for line in wanted)}


def test_modules_that_the_architecture_names_exist() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf8").partition("## Layers")[0]
    rows = re.findall(r"^\| (`.+?) \|", text, re.MULTILINE)
    named: set[str] = set()
    for row in rows:
        folder = ""
        for name in re.findall(r"`([\w/]+\.py)`", row):
            folder = name.rpartition("/")[0] or folder
            named.add(f"{folder}/{name.rpartition('/')[2]}".lstrip("/"))
    assert named
    there = {path.relative_to(ROOT / "src" / "sayso").as_posix() for path in (ROOT / "src" / "sayso").rglob("*.py")}
    assert named <= there
