"""An article with its attributions to the same with its fragments: what each repeats, and what the headline does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.attributions.marks import Quotations, quotations_of
from sayso.echoes.fragments import Scrap, scraps_of
from sayso.echoes.headline import checks_of, claims_of
from sayso.echoes.statements import SCORE_MIN, SCORE_MIN_JOINED, Statements, Traced
from sayso.echoes.words import Lexis
from sayso.schema import Article, Attribution, Choice, Echo, HeadlineCheck, Span

SHORT = 3
"""A fragment with fewer content words may be a term or a turn of phrase."""
SURE_MIN, SURE_MIN_ONE = 0.5, 0.6
"""Confidence of a statement that a short scrap below the opening may rest on, or a word; 240 articles, by eye."""
CLAIMING_MIN = 3
"""A fragment of the opening that no statement has is told from a mere turn of phrase by so many words."""


@dataclass(frozen=True, slots=True)
class Echoed:
    """An article's attributions, fragments among them.

    :param attributions: in reading order, with ids to match.
    :param choices: of the attributions that had one, and of the fragments; with the new ids.
    :param echoes: one a fragment, in the same order.
    :param headline: what the body has for the headline.
    """

    attributions: tuple[Attribution, ...]
    choices: tuple[Choice, ...]
    echoes: tuple[Echo, ...]
    headline: tuple[HeadlineCheck, ...]


def echo(
    article: Article,
    attributions: Sequence[Attribution],
    choices: Sequence[Choice] = (),
    quotations: Quotations | None = None,
) -> Echoed:
    """Find the quoted scraps without a cue in report and headline, and the statement that each repeats.

    :param attributions: with their speakers and chains, which the fragments take over.
    :param choices: why each has its speaker; none, or one an attribution.
    :param quotations: of the article's text, if they are known.
    """
    quotations = quotations or Quotations(quotations_of(article.text, article.paragraphs))
    lexis = Lexis()
    scraps = list(scraps_of(article, attributions, quotations, lexis))
    claims = claims_of(article.title, lexis)
    if not scraps and not claims:
        return Echoed(tuple(attributions), tuple(choices), (), ())
    statements = Statements(article, attributions, quotations, lexis)
    traced = [pair for scrap in scraps for pair in _trace_each(scrap, statements)]
    found = [(scrap, one) for scrap, one in traced if one or _claims(scrap, statements)]
    return _merged(attributions, choices, found, [check for claim in claims for check in checks_of(claim, statements)])


def _trace_each(scrap: Scrap, statements: Statements) -> list[tuple[Scrap, Traced | None]]:
    """Trace a scrap; two that were run into one and are not one statement's words, each by itself."""
    whole = _trace(scrap, statements)
    if scrap.joined is None or (whole[1] and _has_both(whole[1], scrap, statements)):
        return [whole]
    return [_trace(half, statements) for half in scrap.halves()]


def _has_both(traced: Traced, scrap: Scrap, statements: Statements) -> bool:
    """Say whether a statement has content words of both scraps that were run into one."""
    words, found = scrap.fragment.words, traced.match.alignment
    met = [i for i, _ in (*found.pairs, *found.moved) if statements.lexis.weights[words.codes[i]] == 1.0]
    return len({words.starts[i] < (scrap.joined or 0) for i in met}) == 2


def _trace(scrap: Scrap, statements: Statements) -> tuple[Scrap, Traced | None]:
    """Find the statement of a scrap, which ends with that statement's words where no mark ends it."""
    fragment = scrap.fragment
    if not len(fragment.words):
        return scrap, None
    if not scrap.closed:
        size = statements.leading(fragment.words)
        words = fragment.words.cut(0, size)
        if size < CLAIMING_MIN:
            return scrap, None
        fragment = replace(fragment, words=words)
        scrap = replace(scrap, fragment=fragment, span=Span(scrap.span.start, words.span(size - 1).end))
    content = statements.lexis.content(fragment.words)
    if content == 0 or (content < SHORT and statements.common(fragment.words)):
        return scrap, None
    traced = statements.said(fragment, SCORE_MIN_JOINED if scrap.joined is not None else SCORE_MIN)
    return scrap, None if traced and content < SHORT and _term(scrap, traced, statements) else traced


def _term(scrap: Scrap, traced: Traced, statements: Statements) -> bool:
    """Say whether a short scrap is rather a term that the report talks about than words it repeats.

    Below the opening, and not in a heading, marks round a single word tell that somebody else would use it, but not who
    unless just one does, between marks too; and a statement that may be none hands no words on.
    """
    if scrap.opening or scrap.heading:
        return False
    sure = statements.attributions[traced.owner].confidence
    if len(scrap.fragment.words) == 1:
        return sure < SURE_MIN_ONE or not statements.unique(scrap.fragment.words, traced)
    return sure < SURE_MIN


def _claims(scrap: Scrap, statements: Statements) -> bool:
    """Say whether a scrap that no statement has is still put forward as somebody's words: in a heading or the opening,
    where fragments stand for the report below, and long enough to be no mere turn of phrase.
    """
    words = scrap.fragment.words
    return (
        scrap.closed
        and scrap.joined is None
        and (scrap.opening or scrap.heading)
        and len(words) >= CLAIMING_MIN
        and statements.lexis.content(words) >= 2
        and words.surfaces[0].islower()
    )


def _merged(
    attributions: Sequence[Attribution],
    choices: Sequence[Choice],
    found: Sequence[tuple[Scrap, Traced | None]],
    headline: Sequence[HeadlineCheck],
) -> Echoed:
    """Put the fragments in their places and number everything anew."""
    starts = [min((s.start for role in (a.source, a.cue, a.content) for s in role), default=0) for a in attributions]
    order = sorted(
        [(start, 0, index) for index, start in enumerate(starts)]
        + [(scrap.span.start, 1, index) for index, (scrap, _) in enumerate(found)],
        key=lambda item: item[0],
    )
    ids = {attributions[index].id: f"A{place}" for place, (_, kind, index) in enumerate(order, 1) if not kind}
    chosen = {choice.attribution: choice for choice in choices}
    out: list[Attribution] = []
    why: list[Choice] = []
    echoes: list[Echo] = []
    for place, (_, kind, index) in enumerate(order, 1):
        name = f"A{place}"
        if kind:
            scrap, traced = found[index]
            made, echo_of = _fragment(name, scrap, traced, attributions, ids)
            out.append(made)
            echoes.append(echo_of)
            if choices:
                why.append(_choice(made))
        else:
            old = attributions[index]
            refers = (name, ids.get(old.nested_in or ""), ids.get(old.echo_of or ""))
            if refers != (old.id, old.nested_in, old.echo_of):
                out.append(replace(old, id=name, nested_in=refers[1], echo_of=refers[2]))
            else:
                out.append(old)
            if old.id in chosen:
                why.append(chosen[old.id] if name == old.id else replace(chosen[old.id], attribution=name))
    checks = tuple(
        check if check.attribution is None else replace(check, attribution=ids[check.attribution]) for check in headline
    )
    return Echoed(tuple(out), tuple(why), tuple(echoes), checks)


def _fragment(
    name: str, scrap: Scrap, traced: Traced | None, attributions: Sequence[Attribution], ids: dict[str, str]
) -> tuple[Attribution, Echo]:
    bare = Attribution(id=name, source=(), cue=(), content=(scrap.span,), form="fragment")
    if traced is None:
        return replace(bare, confidence=0.5), Echo(name, "not found")
    statement = attributions[traced.owner]
    made = replace(
        bare,
        act=statement.act,
        polarity=statement.polarity,
        confidence=round(max(0.0, min(1.0, traced.score)) * statement.confidence, 3),
        speaker=statement.speaker,
        chain=statement.chain,
        echo_of=ids[statement.id],
    )
    return made, Echo(name, traced.verdict, ids[statement.id], traced.differences)


def _choice(fragment: Attribution) -> Choice:
    if fragment.echo_of is None:
        return Choice(fragment.id, "no echo", "No statement of the report has these words.")
    return Choice(
        fragment.id, "echo", f"These are words of {fragment.echo_of}, whose speaker it takes over.", fragment.confidence
    )
