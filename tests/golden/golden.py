"""Golden pages: what is read out of each page of ``examples/`` and in it, as JSON that an editor can read and correct.

    python tests/golden/golden.py            write the goldens of pages that have none, show how others differ
    python tests/golden/golden.py --regen    write all but those with a known fault; read the difference before committing

A golden with a ``fault`` says what ought to come out and why it does not yet; its test is a strict expected failure.
"""

from __future__ import annotations

import argparse
import difflib
import json
import sys
from pathlib import Path
from typing import Any

if not __package__:  # run as a command: what stands beside it is found as the tests find it
    sys.path[0] = str(Path(__file__).parent.parent)
from golden.said import said
from sayso.pipeline import article_of, attribute
from sayso.schema import Rejected

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
FACTS = ("title", "author", "published", "section", "publisher", "url", "language")


def pages() -> list[Path]:
    """List every page that has, or ought to have, a golden."""
    folder = ROOT / "examples"
    return sorted(path for path in folder.rglob("*") if path.suffix in (".html", ".txt"))


def golden_of(page: Path) -> Path:
    """Say where a page's golden is."""
    return HERE / f"{page.stem}.json"


def outcome(page: Path) -> dict[str, Any]:
    """Read a page; give facts and where each came from, paragraphs, furniture, who says what; or the refusal."""
    article = article_of(page)
    if isinstance(article, Rejected):
        return {"reason": article.reason, "detail": article.detail}
    where = {found.fact: found.where for found in article.found}
    return {
        "facts": {fact: [getattr(article, fact), where.get(fact)] for fact in FACTS},
        "paragraphs": [span.of(article.text) for span in article.paragraphs],
        "furniture": [[piece.kind, piece.text] for piece in article.furniture],
        **said(attribute(article)),
    }


def dumped(page: Path, outcome: dict[str, Any], fault: str | None = None) -> str:
    """Write a golden: one fact, paragraph or piece of furniture a line."""
    data = {"page": page.relative_to(ROOT).as_posix(), "fault": fault} | outcome
    blocks = []
    for key, value in data.items():
        if isinstance(value, dict):
            lines = (f"  {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in value.items())
            blocks.append(f" {json.dumps(key)}: {{\n" + ",\n".join(lines) + "\n }")
        elif isinstance(value, list) and value:
            lines = (f"  {json.dumps(v, ensure_ascii=False)}" for v in value)
            blocks.append(f" {json.dumps(key)}: [\n" + ",\n".join(lines) + "\n ]")
        else:
            blocks.append(f" {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n" + ",\n".join(blocks) + "\n}\n"


def main() -> int:
    """Compare every page with its golden, or write goldens."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--regen", action="store_true", help="overwrite goldens without a known fault")
    options = parser.parse_args()
    differing = 0
    for page in pages():
        path = golden_of(page)
        old = path.read_text(encoding="utf8") if path.exists() else ""
        fault = json.loads(old)["fault"] if old else None
        new = dumped(page, outcome(page), fault)
        if new == old:
            continue
        differing += 1
        sys.stdout.writelines(
            difflib.unified_diff(old.splitlines(True), new.splitlines(True), path.name, f"now, {page.name}", n=1)
        )
        if fault is None and (options.regen or not old):
            path.write_text(new, encoding="utf8")
            print(f"wrote {path.name}")
    print(f"{differing} of {len(pages())} differ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
