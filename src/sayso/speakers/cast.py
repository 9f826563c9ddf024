"""The entities that a reading speaks of, as speakers with ids."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.schema import Speaker
from sayso.speakers.roster import Roster


def cast(roster: Roster, used: Iterable[int]) -> dict[int, Speaker]:
    """Turn the entities that are used anywhere into speakers, ``S1``, ``S2`` … by first mention.

    :param used: indexes of entities, in any order, repeats allowed.
    :return: from index to speaker, in the order of the ids.
    """
    entities = [roster.entities[index] for index in set(used)]
    entities.sort(key=lambda e: (e.mentions[0] if e.mentions else (len(roster.article.text), 0), e.index))
    return {
        entity.index: Speaker(
            id=f"S{number}",
            name=entity.name,
            kind=entity.kind,
            named=entity.named,
            role=entity.role,
            affiliation=entity.affiliation,
            mentions=tuple(dict.fromkeys(entity.mentions)),
        )
        for number, entity in enumerate(entities, 1)
    }
