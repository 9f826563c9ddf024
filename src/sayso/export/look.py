"""What a terminal can show, and the signs that the view is drawn with there."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from sayso.export.harmless import for_terminal, one_line
from sayso.export.layers import Role
from sayso.export.tellers import Shape, Teller

STYLES: dict[Role, str] = {"content": "green", "source": "bold magenta", "cue": "italic cyan", "bare": "yellow"}
_SIGNS: dict[Role, tuple[str, str]] = {
    "content": ("⟦", "⟧"), "source": ("{", "}"), "cue": ("‹", "›"), "bare": ("⟪∅ ", "⟫"),
}  # fmt: skip
_SIGNS_ASCII: dict[Role, tuple[str, str]] = {
    "content": ("[", "]"), "source": ("{", "}"), "cue": ("<", ">"), "bare": ("((no source: ", "))"),
}  # fmt: skip
_SHAPES: dict[Shape, tuple[str, str]] = {
    "person": ("○", "●"), "organisation": ("□", "■"), "document": ("◇", "◆"), "page": ("▤", "▤"),
}  # fmt: skip
_SHAPES_ASCII: dict[Shape, tuple[str, str]] = {
    "person": ("( )", "(@)"), "organisation": ("[ ]", "[@]"), "document": ("< >", "<@>"), "page": ("page", "page"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """What the terminal can show.

    :param width: in columns.
    :param encoding: as Python names it; anything but UTF-8 gets ASCII signs.
    """

    width: int = 80
    colour: bool = False
    encoding: str = "utf-8"

    @property
    def plain(self) -> bool:
        """Whether only ASCII signs can be shown."""
        try:
            return codecs.lookup(self.encoding).name not in {"utf-8", "utf-16", "utf-32"}
        except LookupError:
            return True

    @property
    def dot(self) -> str:
        """What stands between facts on one line."""
        return " | " if self.plain else " · "

    @property
    def signs(self) -> dict[Role, tuple[str, str]]:
        """What stands before and after marked words."""
        return _SIGNS_ASCII if self.plain else _SIGNS

    @property
    def fillings(self) -> tuple[str, str, str]:
        """One column of a bar: named, unnamed, none."""
        return ("#", ":", ".") if self.plain else ("█", "▒", "·")

    def fit(self, text: str) -> str:
        """Give text as one line that is safe to print."""
        return for_terminal(one_line(text), encoding="utf-8" if not self.plain else self.encoding).strip()

    def mark(self, shape: Shape, *, named: bool) -> str:
        """Give the sign of a station: its shape says what it is, its filling whether it has a name."""
        return (_SHAPES_ASCII if self.plain else _SHAPES)[shape][named]

    def drawing(self, tellers: tuple[Teller, ...]) -> str:
        """Draw a chain on one line: ``○─interview─▶●─TV─▶▤``."""
        line, head = ("-", "->") if self.plain else ("─", "─▶")
        drawn = ""
        for teller in tellers[:-1]:
            middle = f"{line}{self.fit(teller.channel)}" if teller.channel else ""
            drawn += self.mark(teller.shape, named=teller.named) + middle + head
        return drawn + self.mark(tellers[-1].shape, named=True)
