"""Every record of Sayso, in one place.

A record is frozen; ``article.text`` never changes after reading and everything else points into it
by half-open code-point offsets, so ``article.text[span.start:span.end]`` is always the evidence.
The JSON form (``Reading.to_dict``) is the contract that other programs build on.
"""

from sayso.schema.articles import Article, Found, Furniture, Rejected, Span
from sayso.schema.readings import (
    Attribution,
    Choice,
    Difference,
    Echo,
    HeadlineCheck,
    Hop,
    ModelName,
    Reading,
    Sentence,
    Shares,
    Speaker,
)
from sayso.schema.values import (
    Act,
    Channel,
    DifferenceKind,
    Form,
    Hand,
    Kind,
    Knowing,
    Lost,
    Polarity,
    Reason,
    Sort,
    Verdict,
    Voice,
)

__all__ = [
    "Act",
    "Article",
    "Attribution",
    "Channel",
    "Choice",
    "Difference",
    "DifferenceKind",
    "Echo",
    "Form",
    "Found",
    "Furniture",
    "Hand",
    "HeadlineCheck",
    "Hop",
    "Kind",
    "Knowing",
    "Lost",
    "ModelName",
    "Polarity",
    "Reading",
    "Reason",
    "Rejected",
    "Sentence",
    "Shares",
    "Sort",
    "Span",
    "Speaker",
    "Verdict",
    "Voice",
]
