"""A report's account: its sentences with their voices, those that nobody vouches for, and the shares."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.attributions.marks import Quotations, quotations_of
from sayso.schema import Article, Attribution, Sentence, Shares, Span, Speaker
from sayso.unsourced.sentences import sentences_of
from sayso.unsourced.shares import shares_of
from sayso.unsourced.sorts import sorted_sentences, unsourced_of
from sayso.unsourced.voices import voices_of

AUTHOR = "AUTHOR"
"""The name of the speaker that "I" and "we" outside quotations stand for, where the page names no author."""


@dataclass(frozen=True, slots=True)
class Account:
    """What ``Reading`` holds under the same names."""

    sentences: tuple[Sentence, ...]
    unsourced: tuple[Span, ...]
    shares: Shares


def account(
    article: Article,
    attributions: Sequence[Attribution],
    speakers: Iterable[Speaker],
    quotations: Quotations | None = None,
) -> Account:
    """Say on whose word each sentence of an article stands.

    What its author is said to say ("I think …", "we asked …", questions under their name) is the report's own word.

    :param attributions: outer before inner, with their speakers.
    :param quotations: of the article's text, if they are known.
    """
    by_id = {one.id: one for one in speakers}
    authors = {one.id for one in by_id.values() if one.name in (AUTHOR, article.author)}
    attributions = [one for one in attributions if one.speaker not in authors]
    spans = sentences_of(article.text, article.paragraphs)
    quotations = quotations or Quotations(quotations_of(article.text, article.paragraphs))
    voices = voices_of(article.text, spans, attributions, quotations.all)
    sentences = sorted_sentences(article.text, spans, voices)
    shares = shares_of(article.text, spans, voices, attributions, by_id)
    return Account(tuple(sentences), unsourced_of(sentences), shares)
