"""Count the sentences that stand on nobody's word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from evals.scoring import Count, WordIndex


def count_unsourced(
    labelled: Iterable[Sequence[int]], index: WordIndex, predicted: Iterable[Sequence[int]], read: WordIndex
) -> dict[str, Count]:
    """Count labelled sentences whose beginning a predicted one holds.

    :param labelled: spans of the first words of sentences, in the labelled text.
    :param predicted: spans of sentences, in the text that was read, whose words ``read`` numbers as ``index`` does.
    """
    starts = {index.of(span)[0] for span in labelled}
    held = [starts & set(read.of(span)) for span in predicted]
    right = len(set().union(*held))
    return {"unsourced": Count(len(starts), right + sum(not hit for hit in held), right)}
