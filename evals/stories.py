"""The constructed stories in a corpus of their own, and the answers that were written down first."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.config import Profile
from sayso.paragraphs import paragraphs_of
from sayso.pipeline import attribute
from sayso.schema import Article, Circle, Origins, Reading
from sayso.store.claim_rows import claims_in
from sayso.store.families import add_family
from sayso.store.origins import origins, origins_among
from sayso.store.store import Store

STORIES = Path(__file__).parent / "stories"
PART_MIN = 0.9
"""A statement holds marked words if so much of them lies in its content."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One claim of a story, as the answer has it and as Sayso counts it.

    :param given: counted among the statements that the answer names: failures of counting alone.
    :param found: counted for the claim that the corpus put together; ``None`` if there is none.
    :param told: statements that hold the answer's words, of those that assert the claim; ``missed`` words are in none.
    :param together: how many of ``told`` the claim that was found has.
    :param strangers: statements of that claim that the answer does not name.
    """

    story: str
    claim: str
    answer: dict[str, Any]
    given: Origins
    found: Origins | None
    told: int
    missed: int
    together: int
    strangers: int

    @property
    def exact(self) -> tuple[bool, bool]:
        """Whether least and most are right, given the statements."""
        return self._exact(self.given)

    @property
    def exact_found(self) -> tuple[bool, bool]:
        """Whether least and most are right for the claim that was found."""
        return self._exact(self.found) if self.found else (False, False)

    @property
    def circles_seen(self) -> bool:
        """Whether the circles are those of the answer, wherever they begin."""
        return _rings(self.given.circles) == {frozenset(names) for names in self.answer["circles"]}

    def _exact(self, found: Origins) -> tuple[bool, bool]:
        return found.least == self.answer["least"], found.most == self.answer["most"]


def _rings(circles: Sequence[Circle]) -> set[frozenset[str]]:
    return {frozenset(circle.names) for circle in circles}


def names() -> list[str]:
    """Give the names of the stories."""
    return sorted(path.parent.name for path in STORIES.glob("*/answer.json"))


def answer_of(name: str) -> dict[str, Any]:
    """Give a story's answer as it is written down."""
    answer: dict[str, Any] = json.loads((STORIES / name / "answer.json").read_text("utf-8"))
    return answer


def rows_of(name: str) -> list[dict[str, Any]]:
    """Give the articles of a story as they are written down."""
    return [json.loads(line) for line in (STORIES / name / "articles.jsonl").read_text("utf-8").splitlines()]


def read(name: str, profile: Profile) -> dict[str, Reading]:
    """Read a story's articles, by id."""
    return {
        row["id"]: attribute(Article(**row, paragraphs=paragraphs_of(row["text"])), profile=profile)
        for row in rows_of(name)
    }


def counted(name: str, profile: Profile, folder: Path) -> list[Counted]:
    """Read a story, put it in a corpus in ``folder``, and count the origins of its claims."""
    readings, answer = read(name, profile), answer_of(name)
    with Store.open(folder / f"{name}.sqlite") as store:
        ids = {id: store.add(reading).entry.id for id, reading in readings.items()}
        store.match()
        with store.writing() as connection:
            for outlet, owner in answer["families"].items():
                add_family(connection, outlet, owner)
        return [_counted(store, name, claim, readings, ids) for claim in answer["claims"]]


def _counted(
    store: Store, name: str, claim: dict[str, Any], readings: dict[str, Reading], ids: dict[str, str]
) -> Counted:
    told, missed = _marked(claim["statements"], readings, ids)
    against, _ = _marked(claim["against"], readings, ids)
    with store.reading_connection() as connection:
        given = origins_among(connection, [*told, *against], against)
        claims = claims_in(connection, [*told])
        held = Counter(one.id for one in claims for id in one.statements if id in told)
        best = min(held, key=lambda id: (-held[id], id), default=None)
        found = None if best is None else origins(connection, best)
    members = {id for one in claims if one.id == best for id in one.statements}
    return Counted(
        story=name,
        claim=claim["name"],
        answer=claim,
        given=given,
        found=found,
        told=len(told),
        missed=missed,
        together=len(members & told),
        strangers=len(members - told - against),
    )


def _marked(marks: Sequence[dict[str, str]], readings: dict[str, Reading], ids: dict[str, str]) -> tuple[set[str], int]:
    """Give the ids of the statements that hold the marked words, and how many marks lie in none.

    Several may hold one mark: an attribution, and one nested in it.
    """
    found: set[str] = set()
    missed = 0
    for mark in marks:
        reading = readings[mark["article"]]
        start = reading.article.text.index(mark["words"])
        end = start + len(mark["words"])
        spans = [(a.id, a.content) for a in reading.attributions]
        spans += [(f"U{number}", (span,)) for number, span in enumerate(reading.unsourced, 1)]
        holding = {
            f"{ids[mark['article']]}#{label}"
            for label, content in spans
            if sum(max(0, min(end, s.end) - max(start, s.start)) for s in content) >= PART_MIN * (end - start)
        }
        found |= holding
        missed += not holding
    return found, missed
