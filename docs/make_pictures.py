"""Make the pictures of the README: the terminal view as SVG, the HTML view on a desk and a phone as PNG,
the spread of a claim as SVG.

    python docs/make_pictures.py

Needs Chromium for the PNGs; without it only the SVG is made, and the script says so.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from small_png import small_png

import sayso
from sayso.export import html, terminal
from sayso.export.look import Look

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "export"))
from chromium import Chromium, find_chromium  # noqa: E402  the driver of the browser tests

if TYPE_CHECKING:
    from rich.text import Text

PAGE = ROOT / "examples" / "local-bridge-closure.html"
# Nothing of a picture may be fetched when it is shown; Rich would have its font come from elsewhere.
_FONT_FACE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_BLANK = re.compile(r"\s*\Z")
_ROW = re.compile(r" *\d+  \S")
_SCREENS = {"desk": (1280, 1500, False), "phone": (390, 3400, True)}


def make_svg(reading: sayso.Reading, path: Path, *, width: int, prose_lines: int, table_lines: int) -> None:
    """Draw the terminal view in colour: the beginnings of the text and of the table, with ``⋮`` for the rest."""
    from rich.console import Console
    from rich.text import Text

    look = Look(width=width, colour=True)
    lines = [Text.from_ansi(line) for line in terminal.render(reading, look=look).splitlines()]
    rule = max(i for i, line in enumerate(lines) if line.plain.startswith("───"))
    prose, table = whole(lines[:rule], prose_lines, _BLANK), whole(lines[rule:], table_lines, _ROW)
    console = Console(
        record=True, width=width, file=io.StringIO(), force_terminal=True, color_system="standard", highlight=False
    )
    console.print(Text("$ sayso read " + str(PAGE.relative_to(ROOT)), style="bold"))
    console.print()
    for line in (*prose, Text("⋮"), *table, Text("⋮")):
        console.print(line)
    svg = console.export_svg(title="sayso read")
    path.write_text(_FONT_FACE.sub("", svg), encoding="utf-8")


def whole(lines: list[Text], most: int, start: re.Pattern[str]) -> list[Text]:
    """Give the first lines, cut where a paragraph or a row ends: before the last one of them that fits ``start``."""
    ends = [i for i, line in enumerate(lines[: most + 1]) if start.match(line.plain)]
    return lines[: ends[-1]]


def telling(reading: sayso.Reading) -> int:
    """Give the number of the statement that shows most: with source and cue, and another one told inside it."""
    whole = [n for n, a in enumerate(reading.attributions, start=1) if a.source and a.cue]
    outer = {a.nested_in for a in reading.attributions}
    return next((n for n in whole if reading.attributions[n - 1].id in outer), whole[0])


def make_pngs(reading: sayso.Reading, folder: Path, *, statement: int) -> None:
    """Photograph the HTML view with one statement chosen: pointed at on a desk, tapped on a phone."""
    program = find_chromium()
    if program is None:
        sys.exit("no Chromium on this machine: only terminal.svg was made")
    with tempfile.TemporaryDirectory() as temporary:
        page = Path(temporary) / "page.html"
        page.write_text(html.render(reading), encoding="utf-8")
        with Chromium(program, Path(temporary) / "profile") as browser:
            for name, (width, height, touch) in _SCREENS.items():
                browser.open(page.as_uri(), width=width, height=height, touch=touch)
                words = f".text [data-q~='{statement}']"
                if touch:
                    browser.tap(words)
                else:  # no scrolling, so that the headline stays in the picture
                    box = f"document.querySelector({json.dumps(words)}).getClientRects()[0]"
                    x, y = browser.value(f"(() => {{ const r = {box}; return [r.x + r.width / 2, r.y + 5]; }})()")
                    browser.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
                if not browser.value("document.querySelectorAll('.on-s').length"):
                    sys.exit(f"statement {statement} lights no source in {name}: choose another with --statement")
                (folder / f"{name}.png").write_bytes(small_png(browser.picture()))


def make_spread(path: Path) -> None:
    """Draw how the best-reported claim of a sample story spread."""
    from sayso.export import spread_svg
    from sayso.pages.lines import read_lines
    from sayso.store import Store
    from sayso.store.views import claim_lines, claim_view

    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "dam.sqlite") as store:
        for article in read_lines(ROOT / "evals" / "stories" / "leak-dam" / "articles.jsonl"):
            assert isinstance(article, sayso.Article)
            store.add(sayso.attribute(article, profile="fast"))
        store.match()
        claim = claim_lines(store, limit=1)[0].claim
        view = claim_view(store, claim)
        wording = next(one.text for one in view.statements if one.id == view.claim.wording)
        path.write_text(spread_svg.render(view.spread, wording, view.origins), encoding="utf8")


def main() -> None:
    """Read one page and make the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "docs" / "pictures")
    parser.add_argument(
        "--statement", type=int, help="chosen in the HTML view. [default: the first with another inside]"
    )
    parser.add_argument("--width", type=int, default=100, help="columns of the terminal")
    parser.add_argument("--prose", type=int, default=46, help="lines above the list in the terminal's picture, at most")
    parser.add_argument("--table", type=int, default=22, help="lines from the rule above the list on")
    arguments = parser.parse_args()
    reading = sayso.read(PAGE)
    if isinstance(reading, sayso.Rejected):
        sys.exit(f"{PAGE}: {reading.reason}: {reading.detail}")
    arguments.folder.mkdir(parents=True, exist_ok=True)
    make_svg(
        reading,
        arguments.folder / "terminal.svg",
        width=arguments.width,
        prose_lines=arguments.prose,
        table_lines=arguments.table,
    )
    make_spread(arguments.folder / "spread.svg")
    make_pngs(reading, arguments.folder, statement=arguments.statement or telling(reading))


if __name__ == "__main__":
    main()
