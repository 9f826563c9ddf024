"""Count the sentences that stand on nobody's word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from evals.scoring import Count, WordIndex


def count_unsourced(
    labelled: Iterable[Mapping[str, Any]], index: WordIndex, predicted: Iterable[Sequence[int]], read: WordIndex
) -> dict[str, Count]:
    """Count labelled sentences whose beginning a predicted one holds.

    :param labelled: with ``span`` of a sentence's first words in the labelled text; of optional ones ``must`` is false.
    :param predicted: spans of sentences, in the text that was read, whose words ``read`` numbers as ``index`` does.
    """
    must = {index.of(row["span"])[0]: row["must"] for row in labelled}
    held = [must.keys() & set(read.of(span)) for span in predicted]
    right = sum(must[start] for start in set().union(*held))
    return {"unsourced": Count(sum(must.values()), right + sum(not hit for hit in held), right)}
