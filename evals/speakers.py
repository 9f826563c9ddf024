"""Count how many speakers are right: of all labelled attributions, and of those that were found."""

from __future__ import annotations

from evals.names import alike, same
from evals.scoring import Count
from evals.told import Pairs


def count_speakers(pairs: Pairs) -> dict[str, Count]:
    """Count names over all labelled, the rest over those found; a role or affiliation counts where one has it."""
    found = [(wanted, given) for wanted, given in pairs if given is not None]
    right = sum(alike(wanted.name, given.name) for wanted, given in found)
    out = {
        "strict": Count(len(pairs), len(found), sum(same(wanted.name, given.name) for wanted, given in found)),
        "lenient": Count(len(pairs), len(found), right),
        "of found": Count(len(found), len(found), right),
    }
    for field in ("kind", "named"):
        equal = sum(getattr(wanted, field) == getattr(given, field) for wanted, given in found)
        out[field] = Count(len(found), len(found), equal)
    for field in ("role", "affiliation"):
        facts = [(getattr(wanted, field), getattr(given, field)) for wanted, given in found]
        stated = [sum(bool(pair[side]) for pair in facts) for side in (0, 1)]
        out[field] = Count(*stated, sum(bool(a) and alike(a, b) for a, b in facts))
    return out
