"""What a hostile page may not do to the eyes of its reader.

Text from the web can hold escape sequences that drive a terminal, and marks that turn the reading direction round so
that a line shows other words than it holds. The formats for programs keep every character; the two views for
people show these as U+FFFD.

Source: the control codes of ECMA-48; the bidirectional formatting characters of Unicode UAX #9, table 3.
"""

from __future__ import annotations

import re
from html import escape

REPLACEMENT = "\ufffd"

_HARMFUL = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f"  # C0, DEL and C1, without white space
    "\u202a-\u202e\u2066-\u2069"  # embeddings, overrides and isolates
    "\u206a-\u206f\ufff9-\ufffb"  # retired format characters, interlinear annotation
    "\U000e0000-\U000e007f"  # tags, which are invisible
    "\ud800-\udfff\ufffe\uffff"  # halves of surrogate pairs and non-characters: not text at all
    "]"
)
# Zero-width joiners stay: emoji and several scripts need them.
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2060-\u2064\ufeff]")
# A handful of accents on one letter is language; a tower of them covers the lines above and below.
_TOWER = re.compile("([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4})"
                    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")  # fmt: skip
_TYPOGRAPHY = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201a": ",", "\u201b": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"',
        "\u00ab": '"', "\u00bb": '"', "\u2039": "'", "\u203a": "'", "\u2010": "-", "\u2011": "-", "\u2012": "-",
        "\u2013": "-", "\u2014": "--", "\u2015": "--", "\u2026": "...", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
        "\u2022": "*", "\u00b7": "|", "\u2192": "->",
    }
)  # fmt: skip


def disarm(text: str) -> str:
    """Replace one for one what could mislead or drive a display; white space stays as it is."""
    return _HARMFUL.sub(REPLACEMENT, text)


def for_terminal(text: str, *, encoding: str = "utf-8") -> str:
    """Give the text as it may be printed, on one line, in what ``encoding`` can show.

    Characters without width that joins need are kept, other invisible ones are left out. Where the encoding lacks
    a character, typographic marks become ASCII ones and the rest ``?``.
    """
    text = _TOWER.sub(r"\1", _INVISIBLE.sub("", disarm(text)))
    text = "".join(" " if c.isspace() else c for c in text) if not text.isascii() else _ASCII_SPACE.sub(" ", text)
    if encoding == "utf-8":
        return text
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_TYPOGRAPHY).encode(encoding, "replace").decode(encoding)
    return text


_ASCII_SPACE = re.compile(r"\s")


def one_line(text: str) -> str:
    """Give the text with every run of white space made one space."""
    return " ".join(text.split())


def encodable(text: str) -> str:
    """Replace halves of surrogate pairs, which UTF-8 cannot hold."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def for_html(text: str) -> str:
    """Escape for a text or a quoted attribute value of HTML, so that it can never become markup."""
    return escape(disarm(text), quote=True)
