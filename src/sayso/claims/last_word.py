"""The word of a name that people and organisations are sought by across articles."""

from __future__ import annotations


def last_word(name: str) -> str:
    """Give the last word of a name that holds a letter or digit, in lower case; empty if there is none.

    "Wallace", "Ben Wallace" and "Ben Wallace," share it, so that each finds the others.
    """
    for word in reversed(name.split()):
        kept = "".join(filter(str.isalnum, word.removesuffix("'s").removesuffix("’s")))
        if kept:
            return kept.casefold()
    return ""
