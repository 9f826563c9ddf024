"""Make the pictures of the README: the terminal view as SVG, the HTML view on a desk and a phone as PNG.

    python docs/make_pictures.py examples/court-arson.html docs/pictures

Needs Chromium for the PNGs; without it only the SVG is made, and the script says so.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
import tempfile
from pathlib import Path

import sayso
from sayso.export import html, terminal

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "export"))
from chromium import Chromium, find_chromium  # the driver of the browser tests

# Nothing of a picture may be fetched when it is shown; Rich would have its font come from elsewhere.
_FONT_FACE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_SCREENS = {"desk": (1280, 860, False), "phone": (390, 780, True)}


def make_svg(reading: sayso.Reading, path: Path, *, width: int) -> None:
    """Draw the terminal view in colour."""
    from rich.console import Console

    look = terminal.Look(width=width, colour=True)
    console = Console(
        record=True, width=width, file=io.StringIO(), force_terminal=True, color_system="standard", highlight=False
    )
    for renderable in terminal.view(reading, look):
        console.print(renderable)
    svg = console.export_svg(title="sayso read")
    path.write_text(_FONT_FACE.sub("", svg), encoding="utf-8")


def make_pngs(reading: sayso.Reading, folder: Path, *, statement: int) -> None:
    """Photograph the HTML view with one statement opened, on a desk and on a phone."""
    program = find_chromium()
    if program is None:
        sys.exit("no Chromium on this machine: only terminal.svg was made")
    with tempfile.TemporaryDirectory() as temporary:
        page = Path(temporary) / "page.html"
        page.write_text(html.render(reading), encoding="utf-8")
        with Chromium(program, Path(temporary) / "profile") as browser:
            for name, (width, height, touch) in _SCREENS.items():
                url = f"{page.as_uri()}#p1a{statement}"
                browser.open(url, width=width, height=height, touch=touch, scale=2)
                (folder / f"{name}.png").write_bytes(browser.picture())


def main() -> None:
    """Read one page and make the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--statement", type=int, default=1, help="the statement that is open in the HTML view")
    parser.add_argument("--width", type=int, default=100, help="columns of the terminal")
    arguments = parser.parse_args()
    reading = sayso.read(arguments.page)
    if isinstance(reading, sayso.Rejected):
        sys.exit(f"{arguments.page}: {reading.reason}: {reading.detail}")
    arguments.folder.mkdir(parents=True, exist_ok=True)
    make_svg(reading, arguments.folder / "terminal.svg", width=arguments.width)
    make_pngs(reading, arguments.folder, statement=arguments.statement)


if __name__ == "__main__":
    main()
