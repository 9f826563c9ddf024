"""What a statement asserts, taken apart: words, names, figures, times, places, denials, certainty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.claims.certainty import Level, certainty_of
from sayso.claims.dates import When, dates_in
from sayso.claims.days import day_of
from sayso.claims.figures import Figure, figures_in
from sayso.claims.furniture import is_furniture
from sayso.claims.places import Place, places_in
from sayso.claims.tokens import Tokens, tokens_of
from sayso.claims.words import RAREST, key_words, stem_of, weight_of
from sayso.schema import Span, Statement
from sayso.schema.corpus import StatementForm
from sayso.schema.values import Act, Polarity

TEXT_MAX = 4000
"""Code points of a statement that are looked at."""
NAME_WORDS = 3
"""The last words of a name that are put in a pronoun's place."""
_MYSELF = frozenset("i me my mine myself i'm i've i'll i'd".split())
_NO_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december mr mrs ms dr sen rep gov gen".split()
)
_SENTENCE_ENDS = frozenset(". ! ? : ; … “ ” \" ' ‘ ’ ( [ — – -".split())
_FINITE = frozenset(
    "is are was were has have had will would can could may might should must do does did cannot won't isn't aren't"
    " wasn't weren't hasn't haven't hadn't don't doesn't didn't can't couldn't wouldn't shouldn't".split()
)
_PAST = frozenset(
    "became began broke brought built came caught chose cost drew drove fell felt fled flew fought found gave went grew"
    " held hurt kept knew left lost made meant paid rose said sank sent shot shut sold sought spent spoke spread stood"
    " stole struck taught told took thought threw went wrote".split()
)
_NO_ASSERTION = frozenset("to what whether how why who whom whose if which where about of for by on".split())
_OPENS_CLAUSE = frozenset("that there it he she they we i you this these those".split())
_SHORT = 5
"""Code points of the longest pronoun that is replaced; "the governor" keeps its own words."""


@dataclass(frozen=True, slots=True)
class Facts:
    """One statement, ready to be compared.

    :param statement, article: ids.
    :param content: where it stands in the article.
    :param day: on which the article was published, as an ordinal; ``None`` if that is not known.
    :param tokens: its words as written.
    :param words: stems of its content words in order; for a pronoun the name of whom it means, where that is known.
    :param weights: how much each stem tells.
    :param names: stems of its proper names, and of the names that its pronouns mean.
    :param speaker: stems of the speaker's name; empty for the nameless.
    :param figures, times, places: what it names of each.
    :param certainty: how sure it is of itself.
    :param finite: whether it seems to have a finite verb.
    :param clause: whether it asserts something, and does not merely name a thing, a plan or a question.
    :param furniture: whether it holds words that are the page's and not the statement's.
    """

    statement: str
    article: str
    content: tuple[Span, ...]
    day: int | None
    tokens: Tokens
    words: tuple[str, ...]
    weights: Mapping[str, float]
    names: frozenset[str]
    speaker: frozenset[str]
    figures: tuple[Figure, ...]
    times: tuple[When, ...]
    places: tuple[Place, ...]
    certainty: Level
    form: StatementForm
    act: Act
    polarity: Polarity
    finite: bool
    clause: bool
    furniture: bool


def facts_of(statement: Statement) -> Facts:
    """Take a statement apart."""
    tokens = tokens_of(statement.text[:TEXT_MAX])
    teller = statement.speaker
    known = teller.name if teller is not None and teller.named else ""
    meant = _meant(tokens, statement)
    words: list[str] = []
    names: set[str] = set()
    for place, word in enumerate(tokens.words):
        name = known if word in _MYSELF else meant.get(place, "")
        if name:
            found = key_words(name)[-NAME_WORDS:]
            words += found
            names.update(found)
        elif stem := stem_of(word):
            words.append(stem)
            if _is_name(tokens, place):
                names.add(stem)
    return Facts(
        statement=statement.id,
        article=statement.article,
        content=statement.content,
        day=day_of(statement.published),
        tokens=tokens,
        words=tuple(words),
        weights={word: min(weight_of(word), RAREST) for word in words},
        names=frozenset(names),
        speaker=frozenset(key_words(known)),
        figures=tuple(figures_in(tokens)),
        times=tuple(dates_in(tokens, statement.published)),
        places=tuple(places_in(tokens)),
        certainty=certainty_of(tokens),
        form=statement.form,
        act=statement.act,
        polarity=statement.polarity,
        finite=_is_finite(tokens),
        clause=_is_clause(tokens, statement),
        furniture=is_furniture(statement.text),
    )


def _is_clause(tokens: Tokens, statement: Statement) -> bool:
    first = next((word for word in tokens.words if word[0].isalnum()), "")
    if first in _NO_ASSERTION:
        return False
    return first in _OPENS_CLAUSE or statement.form in ("direct", "unsourced") or _is_finite(tokens)


def _is_finite(tokens: Tokens) -> bool:
    """Say whether a verb seems to be finite: an auxiliary, a clitic, a past tense."""
    return any(
        word in _FINITE or "'" in word or (len(word) > 3 and (word.endswith("ed") or word in _PAST))
        for word in tokens.words
    )


def _meant(tokens: Tokens, statement: Statement) -> dict[int, str]:
    """Give, for each pronoun that means somebody with a name, its token and the name."""
    starts = {start: place for place, start in enumerate(tokens.starts)}
    out: dict[int, str] = {}
    offset = 0
    for piece in statement.content:
        for named in statement.speaks_of:
            if piece.start <= named.span.start and named.span.end <= piece.end:
                start = named.span.start - piece.start + offset
                place = starts.get(start)
                is_pronoun = named.span.end - named.span.start <= _SHORT and tokens.text[start : start + 1].islower()
                if place is not None and (is_pronoun or tokens.words[place] in ("he", "she", "they", "his", "her")):
                    out[place] = named.name
        offset += piece.end - piece.start + len(" … ")
    return out


def _is_name(tokens: Tokens, place: int) -> bool:
    """Say whether a token is written as a name: with a capital that no sentence's beginning asks for."""
    if not tokens.text[tokens.starts[place]].isupper() or tokens.words[place] in _NO_NAMES:
        return False
    begins = place == 0 or tokens.words[place - 1] in _SENTENCE_ENDS
    return (
        not begins
        or tokens.surface(place + 1)[:1].isupper()
        or (len(tokens.words[place]) > 1 and tokens.surface(place).isupper())
    )
