"""The least number of origins: into how few groups may they fall, if all that may be one are one?

Whether two origins may be one is a graph, and the least number of groups of it is the least number of cliques that
cover it: hard to find in general. It is easy here, because what is known of origins forms a tree (``callings.py``).
People and bodies with a name stand at a place of it, and no two of them are one. The nameless stand at a place too, and
may be one if the places do not exclude each other. A person of whom only a general place is known may also be any of
the nameless below it: "Jonas Brel", of whom nothing more is said, may be the nurse.

So each group of a smallest cover holds one named person, or stands at a nameless place with nobody below it, unless
a named person of a more general place can be that one too. Going up from the leaves, every named person takes one such
place below, while there are any. Since the sets of places that people can take lie in each other or apart, that
takes as many as possible. A body ("the company") on the way needs one of the places below it for itself: somebody of
whom nothing is said does not speak for it.

One more origin can only take part in what was there: a cover of all covers those before as well. So the number never
falls when an origin is added, and rises by one at most.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.claims.callings import Place


@dataclass(frozen=True, slots=True)
class Standing:
    """An origin, as far as it may be another.

    :param place: in the tree of callings; for a named person the place that they are known to have, above which is
        nothing that excludes them.
    :param alone: whether it has a name, or saw it itself: no two such origins are one.
    :param person: whether it is somebody, not a body or paper.
    """

    place: Place
    alone: bool
    person: bool = True


def fewest(origins: Sequence[Standing]) -> list[int]:
    """Say which origin stands for each: itself for one of every group, another for the rest of the group.

    :param origins: in the order in which they are preferred to stand for others.
    :return: for each origin the index of the one that it may be; as many indexes stand for themselves as there are
        groups.
    """
    alone_at: dict[Place, list[int]] = defaultdict(list)
    open_at: dict[Place, list[int]] = defaultdict(list)
    for i, origin in enumerate(origins):
        (alone_at if origin.alone else open_at)[origin.place].append(i)
    covered = {place[:n] for place in alone_at for n in range(len(place) + 1)}
    above = {place[:n] for place in open_at for n in range(len(place))}
    stands_for = {place: alone_at[place][0] for place in alone_at}
    # Leaves that nobody below covers, and the named persons who could be them.
    bodies = {place for place in open_at if not all(origins[i].person for i in open_at[place])}
    leaves = sorted(place for place in open_at if place not in covered and place not in above)
    hosts = {place[:n] for place in leaves if place in bodies for n in range(len(place) + 1)}
    waiting: dict[Place, list[Place]] = defaultdict(list)
    for place in leaves:
        if place not in bodies:
            waiting[place].append(place)
    for depth in range(max((len(p) for p in waiting), default=0), -1, -1):
        for place in sorted(p for p in waiting if len(p) == depth):
            free = waiting.pop(place)
            for who in (i for i in alone_at.get(place, ()) if origins[i].person):
                if free:
                    stands_for[free.pop(0)] = who
            if free and place in bodies and place not in covered and place not in hosts:
                host = free.pop(0)
                hosts.update(host[:n] for n in range(len(host) + 1))
            if free and place:
                waiting[place[:-1]] += free
    ends = set(leaves)
    for place in leaves:
        stands_for.setdefault(place, open_at[place][0])
    # Everything else has somebody below it: the first of them in preference.
    below: dict[Place, int] = {}
    for place, i in stands_for.items():
        for n in range(len(place) + 1):
            below[place[:n]] = min(i, below.get(place[:n], i))
    return [
        i if origin.alone else stands_for.get(origin.place, i) if origin.place in ends else below[origin.place]
        for i, origin in enumerate(origins)
    ]
