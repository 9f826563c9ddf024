"""Write what the documents take from the code: the reference, and the outputs shown in the others.

    python docs/generate.py                        the reference
    python docs/generate.py --examples             the outputs in every document too, by running what they show
    python docs/generate.py --check                write nothing; show what is stale, and exit with 1 if anything is
    python docs/generate.py --check docs/tutorial.md     one document's outputs alone

The rules for what is run: docs/shown.py.
"""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from reference_pages import HERE, pages
from shown import ROOT, Broken, regenerated, same


def documents() -> list[Path]:
    """List the documents that may show something run: written by hand, not made."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def difference(path: Path, now: str) -> str:
    """Give what differs between a file and what it ought to hold."""
    old = path.read_text(encoding="utf8") if path.exists() else ""
    if same(old, now):
        return ""
    name = path.relative_to(ROOT).as_posix()
    lines = difflib.unified_diff(
        old.splitlines(keepends=True), now.splitlines(keepends=True), name, f"{name}, now", n=1
    )
    return "".join(lines)


def wanted(named: list[Path], *, reference: bool, examples: bool) -> Iterator[tuple[Path, str]]:
    """Give each file with what it ought to hold."""
    if reference:
        for name, text in pages().items():
            yield HERE / name, text
    for path in named or (documents() if examples else []):
        yield path.resolve(), regenerated(path.resolve())


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="*", type=Path, metavar="DOCUMENT")
    parser.add_argument("--examples", action="store_true")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    stale = 0
    try:
        for path, now in wanted(options.documents, reference=not options.documents, examples=options.examples):
            changed = difference(path, now)
            if not changed:
                continue
            stale += 1
            if options.check:
                print(changed)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(now, encoding="utf8")
                print(f"wrote {path.relative_to(ROOT)}")
    except Broken as error:
        print(error, file=sys.stderr)
        return 1
    if options.check and stale:
        print("stale: run python docs/generate.py --examples, and read the difference", file=sys.stderr)
    return 1 if options.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
