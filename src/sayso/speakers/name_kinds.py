"""What kind of thing a proper name names, by its own words."""

from __future__ import annotations

from sayso.schema import Kind
from sayso.speakers.gender import is_given
from sayso.speakers.lexicon import BODIES, DOCUMENTS, OUTLETS, PEOPLES, PLACE_NAMES, PLACES, SUFFIXES
from sayso.speakers.wording import Wording

PLACE_FIRST = frozenset("port lake mount fort cape river radio".split())
"""Words that the name of a place or body begins with."""


def kind_of_name(wording: Wording, core: int, stop: int, *, titled: bool) -> Kind | None:
    """Tell what a name names by its own words, or ``None``.

    :param titled: whether a title or role stands in front.
    """
    lower, words = wording.lower, wording.words
    first, last = lower[core], lower[stop - 1]
    if stop - core == 1:
        return _kind_of_word(words[core], titled=titled)
    given = is_given(first)
    if first in PLACE_FIRST and not titled:
        return "organisation"
    if last in SUFFIXES:
        return "person"
    inner = lower[core:stop]
    if " ".join(inner) in PLACE_NAMES:
        return "organisation"
    if last == "convention" and core and lower[core - 1].isdigit():
        return "document"  # "the 1951 Convention": treaties bear their year
    if last in BODIES and (not given or last not in SURNAMES) and not (titled and stop - core == 2 and given):
        return "organisation"
    if titled:
        return "person"
    if last in _PRESS and not given:
        return "organisation"
    if last in DOCUMENTS and not given:
        return "document"
    of = any(word in ("of", "for", "and", "&", "the") for word in inner)
    if given and not of and stop - core <= 5:
        return "person"
    if of or any(word in BODIES for word in inner) or any(w.isupper() and len(w) > 2 for w in words[core:stop]):
        return "organisation"
    if first in PEOPLES or first in PLACES or last in PLACES:
        return "organisation"
    return "person" if "." in inner else None


_PRESS = frozenset("review record bulletin dispatch chronicle newsletter".split())
"""Nouns of documents that are rather those who publish when they end a name."""
SURNAMES = frozenset("church mail guard star sun post bank court hall day stone house county town price".split())
"""Nouns of bodies that are surnames too."""


def _kind_of_word(word: str, *, titled: bool) -> Kind | None:
    lower = word.lower()
    if titled:
        return "person"
    if lower in OUTLETS or lower in PLACES or lower in BODIES:
        return "organisation"
    if len(word) > 1 and word.replace(".", "").isupper():
        return "organisation"
    if (
        any(c.isupper() for c in word[2:])
        and "-" not in word
        and not word.startswith(("Mc", "Mac", "O’", "O'", "De", "La"))
    ):
        return "organisation"
    return "person" if is_given(lower) else None
