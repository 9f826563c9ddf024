"""A report's account: its sentences with their voices, those that nobody vouches for, and the shares."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.schema import Article, Attribution, Sentence, Shares, Span, Speaker
from sayso.unsourced.sentences import sentences_of
from sayso.unsourced.shares import shares_of
from sayso.unsourced.sorts import sorted_sentences, unsourced_of
from sayso.unsourced.voices import voices_of


@dataclass(frozen=True, slots=True)
class Account:
    """What ``Reading`` holds under the same names."""

    sentences: tuple[Sentence, ...]
    unsourced: tuple[Span, ...]
    shares: Shares


def account(article: Article, attributions: Sequence[Attribution], speakers: Iterable[Speaker]) -> Account:
    """Say on whose word each sentence of an article stands.

    :param attributions: outer before inner, with their speakers.
    """
    spans = sentences_of(article.text, article.paragraphs)
    voices = voices_of(article.text, spans, attributions)
    sentences = sorted_sentences(article.text, spans, voices)
    shares = shares_of(article.text, spans, voices, attributions, {one.id: one for one in speakers})
    return Account(tuple(sentences), unsourced_of(sentences), shares)
