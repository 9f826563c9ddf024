"""How wide text will be in a sans-serif font, roughly and rather too wide, for drawings that nobody measures."""

from __future__ import annotations

import unicodedata

from sayso.export.harmless import for_terminal, one_line

_NARROW = frozenset("iljftrI.,:;'`|!()[]{}-/\\ ’‘“”\"·")
_BROAD = frozenset("mwMWOQGDCHNUAV@%&—…ŒÆ")


def width_px(text: str, size_px: float, *, bold: bool = False) -> float:
    """Estimate the width of one line."""
    ems = 0.0
    for c in text:
        if c in _NARROW:
            ems += 0.36
        elif c in _BROAD:
            ems += 0.86
        elif c.isascii():
            ems += 0.7 if c.isupper() else 0.6
        elif unicodedata.combining(c):
            continue
        elif unicodedata.east_asian_width(c) in "WF":
            ems += 1.1
        elif ord(c) > 0x2FFF:
            ems += 1.3
        else:
            ems += 0.75
    return ems * size_px * (1.17 if bold else 1.0)


def fit(text: str, size_px: float, most_px: float, *, bold: bool = False) -> str:
    """Give as much of a text as has room on one line, safe to draw."""
    text = clean(text)
    if width_px(text, size_px, bold=bold) <= most_px:
        return text
    kept = ""
    for c in text[:400]:
        if width_px(kept + c + "…", size_px, bold=bold) > most_px:
            break
        kept += c
    return kept.rstrip(" ,;:.") + "…"


def wrapped(text: str, size_px: float, most_px: float, lines: int, *, bold: bool = False) -> list[str]:
    """Break a text into at most so many lines; what has no room is cut with an ellipsis."""
    found: list[str] = []
    words = clean(text[:4000]).split()
    while words and len(found) < lines:
        if len(found) == lines - 1:
            return [*found, fit(" ".join(words[:200]), size_px, most_px, bold=bold)]
        line = words.pop(0)
        while words and width_px(f"{line} {words[0]}", size_px, bold=bold) <= most_px:
            line += " " + words.pop(0)
        found.append(fit(line, size_px, most_px, bold=bold))
    return found


def clean(text: str) -> str:
    """Give text as one line without what could mislead or be invisible."""
    return for_terminal(one_line(text)).strip()
