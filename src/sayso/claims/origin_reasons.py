"""Why a report was or was not counted among a claim's origins, in a plain sentence."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.claims.chain_ends import End, takes_back
from sayso.claims.newsrooms import Newsrooms
from sayso.claims.tracing import Traces
from sayso.schema import Judgement, Origin, Statement

Reason = tuple[str, tuple[str, ...]]
"""The sentence, and the ids of what it rests on."""
BECAUSE_MAX = 5


class Reasons:
    """The reasons for the reports of one claim.

    :param statements: those that assert the claim.
    :param judgements: those that hold.
    """

    def __init__(
        self, statements: Sequence[Statement], traces: Traces, rooms: Newsrooms, judgements: Sequence[Judgement]
    ) -> None:
        self.statements, self.traces, self.rooms = statements, traces, rooms
        self.judgements = {judgement.id: judgement for judgement in judgements}
        self.speaking: dict[str, list[str]] = {}
        for judgement in judgements:
            if judgement.decision in ("same speaker", "not the same speaker"):
                for id in (judgement.subject, judgement.other):
                    self.speaking.setdefault(id or "", []).append(judgement.id)

    def counted(self, i: int, origin: Origin, sure: bool, others: Sequence[Origin] = ()) -> Reason:
        """Say why a report counts, surely or in the most only.

        :param others: origins that it is counted for as well, where several speak together.
        """
        trace = self.traces.traces[i]
        end = self._end(i, origin)
        if trace.rule in ("cites", "through"):
            page = self.rooms.names[trace.outlet]
            reason = f"It cites {page}, whose report of the same matter rests on {_shown(origin, page)}."
            if not sure:
                reason = f"{reason[:-1]}, perhaps another origin{self._possibly(origin)}."
        elif sure:
            reason = self._surely(i, end, origin)
        else:
            reason = self._maybe(end, origin)
        if others:
            reason += f" It counts for {_listed([other.name for other in others])} as well, who speak together."
        because = () if trace.rule == "own" else self._because(i)
        return reason, (*because, *self._judged(i))

    def _surely(self, i: int, end: End, origin: Origin) -> str:
        if end.sort == "eyes":
            return f"A reporter of {end.name} saw it."
        if end.sort == "word":
            return f"{end.name} asserts it and names no source, and no report that does explains it."
        if end.sort == "cites":
            return f"It cites {end.name}, whose own report of this is not in the corpus."
        if end.sort == "nameless":
            return f"The first report that has it from “{end.name}”, without a name."
        article = self.statements[i].article
        mine = (self.rooms.page(article), self.rooms.writer(article))
        told = [t.name for t in self.statements[i].chain[:-1] if self.rooms.outlet(t, article) not in mine]
        heard = f", through {_listed(told)}" if told else ""
        return f"The first report that has it from {end.name}{heard}."

    def _maybe(self, end: End, origin: Origin) -> str:
        others = self._possibly(origin)
        if end.sort == "word":
            return f"{end.name} asserts it and names no source: it may know it itself, or from another origin{others}."
        if end.sort == "cites":
            return (
                f"It cites {end.name}, whose own report of this is not in the corpus: that may rest on another"
                f" origin{others}."
            )
        if end.sort in ("nameless", "paper"):
            return f"“{end.name}”, without a name, may be another origin{others} or one of its own."
        return f"{end.name} may speak with one voice with another origin{others}, or know it otherwise."

    @staticmethod
    def _possibly(origin: Origin) -> str:
        return f" ({', '.join(origin.possibly)})" if origin.possibly else ""

    def repeated(self, i: int, origin: Origin, first: str) -> Reason:
        """Say why a report adds nothing.

        :param first: id of the statement that its origin is counted by.
        """
        trace = self.traces.traces[i]
        on = self.statements[trace.on[0]] if trace.on else None
        page = self.rooms.names[self.rooms.page(on.article)] if on else ""
        cited = self.rooms.names.get(trace.outlet, page)
        name = _shown(origin, page)
        end = self.traces.ends[i][0]
        reason = {
            "own": self._again(i, end, name),
            "judged": "",
            "copy": f"The same words stand in {page}’s report, which rests on {name}.",
            "outer": f"What it passes on is a statement of its own, which rests on {name}.",
            "cites": f"It cites {cited}, whose own report rests on {name}.",
            "through": f"“{end.name}” told {cited}, whose own report rests on {name}.",
            "lead": f"The article says further down whom it means by “{end.name}”: {name}.",
            "same article": f"The article asserts it here, and says elsewhere what that rests on: {name}.",
            "same publisher": f"It names no source; {page}, of the same publisher, says what it rests on: {name}.",
            "reprint": f"It names no source here; most of the article stands in {page}’s, which rests on {name}.",
        }[trace.rule]
        if trace.rule == "judged":
            judgement = self.judgements[trace.because[0]]
            note = f": {judgement.note}" if judgement.note else ""
            reason = f"{judgement.author} judged that it depends on {page}’s report{note}."
        because = (first,) if trace.rule == "own" else (*self._because(i), first)
        return reason, tuple(dict.fromkeys((*because, *self._judged(i))))

    def _again(self, i: int, end: End, name: str) -> str:
        if end.sort == "eyes":
            return f"{end.name}’s reporter again, or another of the same publisher."
        if end.sort == "word":
            return f"It names no source, and its publisher is counted once: {name}."
        if end.sort == "cites":
            return f"It cites {end.name} as well, whose own report of this is not in the corpus."
        return f"It has it from {name}, too, who is counted once."

    def in_circle(self, i: int) -> Reason:
        """Say why a report leads to nobody."""
        names = list(dict.fromkeys(name for circle in self.traces.circles for name in circle.names))
        shown = tuple(dict.fromkeys(id for circle in self.traces.circles for id in circle.statements))
        outlet = self.rooms.names.get(self.traces.traces[i].outlet, "")
        begin = f"It cites {outlet}" if outlet else "It rests on reports"
        if not names:
            return f"{begin}, which leads back to itself.", self._because(i)
        return (
            f"{begin}, and {_listed(names)} cite each other: none of them says who else knows it.",
            (shown or self._because(i))[:BECAUSE_MAX],
        )

    def why_not(self, statement: Statement) -> str:
        """Say why a statement is no origin for the claim."""
        who = statement.chain[-1].name if statement.chain else (statement.publisher or "The article")
        if takes_back(statement):
            return "A correction quotes what the page had before, and takes it back: no origin for the claim."
        if statement.polarity == "denied":
            return f"{who} denies it or does not say it: no origin for the claim."
        if statement.polarity == "questioned":
            return f"{who} asks or doubts it: no origin for the claim."
        return f"{who} says the contrary: no origin for the claim."

    def _end(self, i: int, origin: Origin) -> End:
        ends = self.traces.ends[i]
        return next((end for end in ends if end.name == origin.name), ends[0])

    def _because(self, i: int) -> tuple[str, ...]:
        trace = self.traces.traces[i]
        return (*trace.because, *(self.statements[j].id for j in trace.on[:BECAUSE_MAX]))

    def _judged(self, i: int) -> tuple[str, ...]:
        statement = self.statements[i]
        return tuple(id for t in statement.chain[-1:] for id in self.speaking.get(f"{statement.article}#{t.label}", ()))


def _shown(origin: Origin, page: str) -> str:
    if origin.own:
        return "what its reporter saw" if origin.name == page else f"what a reporter of {origin.name} saw"
    if origin.named:
        return origin.name
    return f"“{origin.name}”"


def _listed(names: Sequence[str]) -> str:
    """Join names as a sentence does, the first few of many."""
    shown = list(names[:4]) + ([f"{len(names) - 4} more"] if len(names) > 4 else [])
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
