"""The headline held against the report: its quoted scraps, and its claims without quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.attributions.marks import Quotation, quotations_of
from sayso.echoes.statements import EVIDENCE_MIN, TITLE_MAX, Fragment, Statements, Traced
from sayso.echoes.words import Lexis, negated
from sayso.schema import Attribution, HeadlineCheck, Lost, Span

CLAUSE_MIN = 4
"""A clause is checked by itself from so many content words on; with fewer it meets anything."""
SHARE_LOST = 0.75
"""A claim is told from what it rests on by so small a share of its words that the source can be missed."""

_BETWEEN = re.compile(r"[:;?!…]\s+|\s+[-–—|]+\s+|\s//\s")
_SAID_AT_END = re.compile(
    r",\s+[^,]{2,60}\b(?:says?|said|told|tells?|hears?|heard|claims?|warns?|finds?|found|suggests?|shows?|fears?"
    r"|reports?|reveals?|insists?|admits?|believes?|thinks?|confirms?|announces?|predicts?|argues?)$"
    r"|,?\s+according to [^,]{2,60}$"
)
_BEHIND_HEAD = re.compile(r",|\s(?:of|in|at|from|for|with|who|whose|that|which|on|by|behind|near)\s")
_CLAUSES = re.compile(r"\s+(?:as|but|while)\s+", re.IGNORECASE)
_ASKING = re.compile(
    r"\W*(?:what|where|who|which|is|are|was|were|do|does|did|can|could|will|would|should|has|have)\b", re.I
)
_SAYS = re.compile(
    r"\b(?:say|says|said|saying|claim|claims|claimed|warn|warns|warned|warning|insist|insists|insisted|den(?:y|ies|ied)|admit"
    r"|admits|admitted|tell|tells|told|hear|hears|heard|find|finds|found|suggest|suggests|suggested|according|reveal|reveals"
    r"|report|reports|reported|reportedly|alleg\w+|accus\w+|believ\w+|fear|fears|feared|think|thinks|vow|vows|promis\w+|urg\w+"
    r"|call|calls|tweet|tweets|tweeted|announc\w+|predict\w*|argu\w+|blam\w+|slam|slams|confirm\w*|conced\w+|ask|asks|want|wants"
    r"|hope|hopes|expect|expects|expected|see|sees|pledg\w+|threat\w+|demand\w*|declar\w+|show|shows|shown|poll|survey|study"
    r"|inquiry|court|plan|plans|recall\w*|describ\w+|explain\w*|defend\w*|swear|swears|complain\w*|quot\w+|cit\w+|opinion)\b",
    re.IGNORECASE,
)
"""Words by which a headline leaves a claim to somebody."""
HEDGE = re.compile(
    r"\b(?:may|might|could|possibl[ey]|perhaps|probabl[ey]|likely|unlikely|alleged(?:ly)?|reportedly|apparent(?:ly)?"
    r"|suspect(?:s|ed)?|believe[sd]?|thought|fear(?:s|ed)?|seem(?:s|ed)?|appear(?:s|ed)?|suggest(?:s|ed)?|potential(?:ly)?"
    r"|expect(?:s|ed)?|estimated?|rumou?red|unconfirmed|preliminary|hope(?:s|d)?|up to)\b",
    re.IGNORECASE,
)


_DOUBTING = ("believ", "suspect", "fear", "think", "suggest")


@dataclass(frozen=True, slots=True)
class Claim:
    """A quoted scrap of a title, or a part of it that may claim something.

    :param span: where it stands in the title.
    :param fragment: its words.
    :param quoted: whether it is the scrap between quotation marks.
    :param bare: places of its words outside quotation marks.
    :param inside: what stands between marks in it.
    :param clauses: its parts, to be checked where it rests on nothing as a whole.
    """

    title: str
    span: Span
    fragment: Fragment
    quoted: bool
    bare: frozenset[int] = frozenset()
    inside: tuple[Fragment, ...] = ()
    clauses: tuple[Claim, ...] = ()


def claims_of(title: str | None, lexis: Lexis) -> list[Claim]:
    """Cut a title into what can be checked; in the order in which it stands there.

    :param lexis: learns the title's words.
    """
    title = (title or "")[:TITLE_MAX]
    quotations = [q for q in quotations_of(title, [Span(0, len(title))]) if q.depth == 0] if title.strip() else []
    out = []
    for quotation in quotations:
        span = Span(quotation.start, quotation.end)
        words = lexis.learn(title, *span)
        if len(words):
            out.append(Claim(title, span, Fragment(words, negated(title, span.start)), quoted=True))
    for part in _parts(title):
        whole = _bare(title, part, quotations, lexis, EVIDENCE_MIN)
        clauses = [_bare(title, span, quotations, lexis, CLAUSE_MIN) for span in _clauses(title, part)]
        alone = tuple(claim for claim in clauses if claim)
        out += [replace(whole, clauses=alone)] if whole else alone
    return sorted(out, key=lambda claim: claim.span)


def _bare(title: str, span: Span, quotations: Sequence[Quotation], lexis: Lexis, content_min: int) -> Claim | None:
    """Make a claim of a part of a title; ``None`` if its words outside quotation marks, which are checked already, are
    too few.
    """
    inside = [q for q in quotations if q.start < span.end and span.start < q.end]
    words = lexis.learn(title, *span)
    places = [i for i, start in enumerate(words.starts) if not any(q.start <= start < q.end for q in inside)]
    cut = any(q.start < span.start or span.end < q.end for q in inside)
    if cut or sum(lexis.weights[words.codes[place]] == 1.0 for place in places) < content_min:
        return None
    quoted = tuple(Fragment(lexis.learn(title, q.start, q.end)) for q in inside)
    return Claim(title, span, Fragment(words), quoted=False, bare=frozenset(places), inside=quoted)


def _clauses(title: str, part: Span) -> list[Span]:
    """Cut a part of a title into clauses: "Anger as bridge stays shut"; none where it is one."""
    marks = list(_CLAUSES.finditer(title, *part))
    starts, ends = [part.start, *(mark.end() for mark in marks)], [*(mark.start() for mark in marks), part.end]
    return [Span(*span) for span in zip(starts, ends, strict=True)] if marks else []


def _parts(title: str) -> Iterator[Span]:
    """Cut a title at the marks where its parts meet, and leave out questions and "…, says the mayor" at an end."""
    start = 0
    for mark in (*_BETWEEN.finditer(title), None):
        end = mark.start() if mark else len(title)
        part = title[start:end]
        if not (_ASKING.match(part) or (mark and mark.group().startswith("?")) or part.rstrip().endswith("?")):
            said = _SAID_AT_END.search(part)
            part = (part[: said.start()] if said else part).rstrip(" .,")
            if part.strip():
                yield Span(start + len(part) - len(part.lstrip()), start + len(part))
        start = mark.end() if mark else end


def checks_of(claim: Claim, statements: Statements) -> list[HeadlineCheck]:
    """Say what the report has for a piece of its headline; nothing for what is a name, or no claim after all.

    Attributions are named by the ids that they have now.
    """
    check = _scrap(claim, statements) if claim.quoted else _claim(claim, statements)
    return [check] if check else [found for part in claim.clauses if (found := _claim(part, statements))]


def _scrap(claim: Claim, statements: Statements) -> HeadlineCheck | None:
    words = claim.fragment.words
    content = statements.lexis.content(words)
    if len(words) == 1 and not content:
        return None  # a word such as “it” or “new” stands everywhere
    said = statements.said(claim.fragment)
    if said is not None and (said.verdict == "verbatim" or content > 1):
        return _check(claim, said, statements)
    if statements.named(words):
        return None
    own = statements.own(claim.fragment) if said is None else None
    if own is not None:
        return HeadlineCheck(claim.span, own.verdict, None, own.differences)
    return HeadlineCheck(claim.span, "not found") if said is None else _check(claim, said, statements)


def _claim(claim: Claim, statements: Statements) -> HeadlineCheck | None:
    said = statements.rests_on(claim.fragment, claim.bare)
    if claim.inside:  # both halves of it must rest on the same statement
        tellers = {found.match.owner for scrap in claim.inside if (found := statements.said(scrap))}
        return _check(claim, said, statements) if said is not None and said.match.owner in tellers else None
    own = statements.rests_on(claim.fragment, claim.bare, own=True)
    if own is not None and (said is None or own.share >= said.share):
        if own.share < SHARE_LOST or statements.lexis.content(claim.fragment.words) < CLAUSE_MIN:
            return None  # the report's own words are many, and some of them always meet
        return HeadlineCheck(claim.span, own.verdict, None, own.differences, quoted=False)
    return None if said is None else _check(claim, said, statements)


def _check(claim: Claim, traced: Traced, statements: Statements) -> HeadlineCheck:
    statement = statements.attributions[traced.owner]
    title = claim.title
    lost: list[Lost] = []
    if (
        not claim.quoted
        and traced.share >= SHARE_LOST
        and statement.act != "plan"
        and not _left_to_somebody(title, statement, statements)
    ):
        lost.append("source")
    if not HEDGE.search(title) and "?" not in title and _hedged(traced, statement, statements):
        lost.append("hedge")
    return HeadlineCheck(
        claim.span, traced.verdict, statement.id, traced.differences, quoted=claim.quoted, lost=tuple(lost)
    )


def _left_to_somebody(title: str, statement: Attribution, statements: Statements) -> bool:
    """Say whether a title says that somebody says it: by a word for saying, or by a name or the head of the source."""
    if _SAYS.search(title):
        return True
    lexis = statements.lexis
    codes = set(lexis.learn(title).codes)
    for span in statement.source:
        head = _BEHIND_HEAD.split(span.of(statements.text), maxsplit=1)[0]
        words = statements.words.cut(*statements.range(Span(span.start, span.start + len(head))))
        for place, code in enumerate(words.codes):
            tells = words.surfaces[place][0].isupper() or place == len(words) - 1
            if tells and code in codes and lexis.weights[code] == 1.0:
                return True
    return False


def _hedged(traced: Traced, statement: Attribution, statements: Statements) -> bool:
    """Say whether the statement doubts what it has in common with the title: in the same words, or by its cue."""
    spans, words = traced.match.spans, traced.match.words
    begin, end = min(spans).start, max(spans).end
    low = words.starts[max(0, bisect_left(words.starts, begin) - 4)]
    stops = [mark.end() for mark in re.finditer(r"[.!?;]\s", statements.text[low:begin])]
    if HEDGE.search(statements.text[low:end], stops[-1] if stops else 0):
        return True
    return any(cue.of(statements.text).casefold().startswith(_DOUBTING) for cue in statement.cue)
