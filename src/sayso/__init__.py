"""Sayso reads news and shows, for every statement, who says so, with the words as evidence.

In short::

    import sayso
    reading = sayso.read(Path("page.html"))
    for a in reading.attributions:
        print(reading.text_of(a.source), a.form, reading.text_of(a.content))
"""

from sayso.pipeline import attribute, attribute_many, read
from sayso.schema import Article, Attribution, Reading, Rejected, Span, Speaker
from sayso.version import __version__

__all__ = [
    "Article",
    "Attribution",
    "Reading",
    "Rejected",
    "Span",
    "Speaker",
    "__version__",
    "attribute",
    "attribute_many",
    "read",
]
