"""Count the hops and channels of chains, and how the origin knows."""

from __future__ import annotations

from evals.names import alike
from evals.scoring import Count
from evals.told import Pairs


def count_chains(pairs: Pairs, *, one_channel: bool = False) -> dict[str, Count]:
    """Count over all labelled; a hop is right when some hop of the chain that was read is meant for the same.

    :param one_channel: the labels give one channel an attribution: a chain with several counts as giving one.
    """
    hops, channel, knows = Count(), Count(), Count()
    for wanted, given in pairs:
        hops.labelled += len(wanted.via)
        channel.labelled += len(wanted.channels)
        knows.labelled += wanted.knows is not None
        if given is None:
            continue
        hops.predicted += len(given.via)
        hops.right += sum(any(alike(name, other) for other in given.via) for name in wanted.via)
        channel.predicted += min(len(given.channels), 1) if one_channel else len(given.channels)
        channel.right += len(wanted.channels & given.channels)
        knows.predicted += given.knows is not None
        knows.right += wanted.knows is not None and wanted.knows == given.knows
    return {"hops": hops, "channel": channel, "knows": knows}
