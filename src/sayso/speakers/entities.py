"""What is known of one who speaks, or could, while an article is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.schema import Kind, Span


@dataclass(slots=True)
class Entity:
    """One who speaks or could. It grows while the article is read; the reading gets a ``Speaker`` made of it.

    :param index: its place in the roster.
    :param name: the fullest name that the article gives; for the nameless, a phrase from the text.
    :param kind: what it is; ``None`` while the text has not told.
    :param named: whether the text gives a proper name.
    :param role: as stated.
    :param affiliation: as stated.
    :param mentions: where the text speaks of it.
    :param parts: for speakers joined by "and", the indexes of each; else empty.
    :param gender: ``"he"``, ``"she"`` or ``None`` where nothing tells.
    :param gender_sure: whether the text itself tells the gender, rather than the first name.
    :param roles: the nouns that the text calls it by, in lower case.
    :param about: all words of its roles and titles, in lower case.
    :param words: indexes of the first words of its mentions, ascending.
    :param hint: what the encoder thinks of "she" against "he", in [0, 1].
    :param place: whether the encoder takes its name for a place's rather than a body's.
    :param votes: above 0 where the words around its mentions speak for a person, below for a body or place.
    """

    index: int
    name: str
    kind: Kind | None
    named: bool
    role: str | None = None
    affiliation: str | None = None
    mentions: list[Span] = field(default_factory=list)
    parts: tuple[int, ...] = ()
    gender: str | None = None
    gender_sure: bool = False
    roles: set[str] = field(default_factory=set)
    about: set[str] = field(default_factory=set)
    words: list[int] = field(default_factory=list)
    votes: int = 0
    hint: float = 0.5
    place: bool = False
