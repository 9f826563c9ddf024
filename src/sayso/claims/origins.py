"""How many independent origins a claim has: the least and the most, with the reason for every report.

Each report's chain is followed to its end, across articles (``tracing.py``). What the chains end in is then made one
where it surely is one: the same person, body, paper, newsroom. What is left are the origins, and their number is the
most. How few they are if all that may be one are one, is the least (``fewest.py``).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sayso.claims.callings import ANYBODY, ANYTHING, Place, calling_of
from sayso.claims.chain_ends import SOCIAL, End, takes_back
from sayso.claims.families import Families
from sayso.claims.fewest import Standing, fewest
from sayso.claims.name_keys import words_of
from sayso.claims.newsrooms import Newsrooms
from sayso.claims.origin_reasons import Reasons
from sayso.claims.publication import publication_order
from sayso.claims.teller_names import Called, same_tellers
from sayso.claims.tracing import Traces, trace
from sayso.claims.union import Union
from sayso.schema import Copy, Judgement, Kind, Origin, Origins, Report, Statement

POSSIBLY_MAX = 10
"""An origin names so many others that it may be one with; a claim may have thousands."""
_GENERIC = frozenset(
    """
    ministry department office company agency group organisation organization institute party union council committee
    commission bureau service authority board inc ltd plc corp association society brigade hospital school university
    of the and for
    """.split()
)


def origins_of(
    statements: Sequence[Statement],
    copies: Sequence[Copy],
    families: Families,
    judgements: Sequence[Judgement] = (),
    *,
    credits: Mapping[str, str] | None = None,
    against: Collection[str] = (),
    beside: Sequence[Statement] = (),
) -> Origins:
    """Count the independent origins of a claim.

    :param statements: of the claim, in any order; of one article or many.
    :param copies: text that their articles share.
    :param families: which outlets have one owner.
    :param judgements: of people; those undone are passed over.
    :param credits: by article, the agency whose text it says that it is.
    :param against: ids of statements that deny the claim by what they say, beside those with another polarity.
    :param beside: statements on the same matter that are not of the claim: what an outlet that is cited rests on, where
        no page of it has the claim in so many words.
    :return: with every statement in ``reports``; the same whatever the order of the arguments.
    """
    ordered = sorted({s.id: s for s in statements}.values(), key=publication_order)
    denying = set(against)
    held = [j for j in judgements if j.undone is None]
    told = [s for s in ordered if _tells(s) and s.id not in denying]
    known = {s.id for s in ordered}
    telling = [*told, *sorted((s for s in beside if _tells(s) and s.id not in known), key=publication_order)]
    rooms = Newsrooms([*ordered, *telling[len(told) :]], families, credits or {})
    traces = trace(telling, copies, rooms, held, beside=len(telling) - len(told))
    nodes = _Nodes(telling, traces, rooms, held, len(told)).merged()
    origins, stands_for = _origins(nodes, told, traces)
    reasons = Reasons(telling, traces, rooms, held)
    reports = {r.statement: r for r in _reports(told, traces, nodes, origins, stands_for, reasons)}
    return Origins(
        least=sum(i == by for i, by in enumerate(stands_for)),
        most=len(origins),
        origins=tuple(origins),
        reports=tuple(reports.get(s.id) or Report(s.id, None, "no", reasons.why_not(s)) for s in ordered),
        circles=traces.circles,
    )


def _tells(statement: Statement) -> bool:
    return statement.polarity == "affirmed" and not takes_back(statement)


@dataclass(slots=True)
class _Node:
    """One origin in the making.

    :param ends: with the statement whose chain ends so, in order.
    :param first: the statement that it is counted by.
    """

    ends: list[tuple[int, End]]
    first: int = -1
    apart: str = ""

    @property
    def sorts(self) -> set[str]:
        return {end.sort for _, end in self.ends}


class _Nodes:
    """The ends of all chains, those that are surely one made one."""

    def __init__(
        self,
        statements: Sequence[Statement],
        traces: Traces,
        rooms: Newsrooms,
        judgements: Sequence[Judgement],
        told: int,
    ) -> None:
        """Take the ends of the claim's reports, which are the first ``told`` of the statements."""
        self.statements, self.rooms = statements, rooms
        self.judgements = [j for j in judgements if j.decision in ("same speaker", "not the same speaker") and j.other]
        # By whom each is counted: by itself, or by the first that leads to it from outside the claim.
        self.roots: dict[int, int] = {}
        for i in range(told):
            for root in traces.leads_to[i]:
                self.roots.setdefault(root, root if root < told else i)
        twins = [(one, other) for one, other in traces.twins if one in self.roots]
        self.ends = [(i, end) for i in sorted({*self.roots, *(other for _, other in twins)}) for end in traces.ends[i]]
        self.union = Union(len(self.ends))
        first = {i: place for place, (i, _) in reversed(list(enumerate(self.ends)))}
        for one, other in twins:
            self.union.join(first[one], first[other])

    def merged(self) -> list[_Node]:
        """Give the origins, in the order of their first report."""
        self._named()
        self._by_key()
        self._papers()
        apart = self._judged()
        nodes: dict[int, _Node] = {}
        for i, (statement, end) in enumerate(self.ends):
            node = nodes.setdefault(self.union.find(i), _Node([]))
            node.ends.append((statement, end))
            if statement in self.roots:
                node.first = min(self.roots[statement], node.first) if node.first >= 0 else self.roots[statement]
        for i, mark in apart.items():
            nodes[self.union.find(i)].apart = mark
        return sorted(nodes.values(), key=lambda node: node.first)

    def _called(self, statement: int, end: End) -> str:
        return f"{self.statements[statement].article}#{end.teller.label if end.teller else ''}"

    def _named(self) -> None:
        those = [i for i, (_, end) in enumerate(self.ends) if end.sort in ("named", "body")]
        apart = {j.subject: n for n, j in enumerate(self.judgements, 1) if j.decision == "not the same speaker"}
        called = []
        for i in those:
            statement, end = self.ends[i]
            teller = end.teller
            assert teller is not None
            called.append(
                Called(
                    identity=teller.identity or "",
                    name=teller.name,
                    kind=teller.kind or ("organisation" if end.sort == "body" else None),
                    role=teller.role or "",
                    affiliation=teller.affiliation or "",
                    generic=end.sort == "body",
                    apart=apart.get(self._called(statement, end), 0),
                )
            )
        for i, first in enumerate(same_tellers(called)):
            self.union.join(those[first], those[i])

    def _by_key(self) -> None:
        """Make one: what one newsroom saw, its bare word, and the nameless of one sort that speak to it.

        Two nameless people of one article are two; the first of one article and the first of another are one, as far
        as both speak to one publisher and are described alike.
        """
        first: dict[tuple[object, ...], int] = {}
        nameless: dict[tuple[object, ...], dict[str, int]] = defaultdict(dict)
        for i, (statement, end) in enumerate(self.ends):
            family = self.rooms.family(end.outlet)
            if end.sort in ("word", "cites"):
                key: tuple[object, ...] = ("word", family)
            elif end.sort == "eyes":
                key = ("eyes", family)
            elif end.sort == "nameless":
                article = self.statements[statement].article
                labels = nameless[article, family, end.place]
                number = labels.setdefault(end.teller.label if end.teller else "", len(labels))
                key = ("nameless", family, end.place, number)
            else:
                continue
            self.union.join(first.setdefault(key, i), i)

    def _papers(self) -> None:
        """Make one all papers of one sort without a name, and the first that has one: a claim rests on that paper."""
        named: dict[Place, int] = {}
        posts: int | None = None
        for i, (_, end) in enumerate(self.ends):
            if end.sort == "named" and end.teller and end.teller.kind == "document":
                named.setdefault(end.place, i)
            if end.sort == "named" and end.teller and end.teller.channel in SOCIAL and posts is None:
                posts = i
        if posts is not None:
            named.setdefault((*ANYBODY, "paper", "post"), posts)
        for i, (_, end) in enumerate(self.ends):
            if end.sort == "paper":
                self.union.join(named.setdefault(end.place, i), i)

    def _judged(self) -> dict[int, str]:
        """Do as people say of speakers; give marks for the nameless that they tell apart."""
        of_speaker: dict[str, int] = {}
        for i, (statement, end) in enumerate(self.ends):
            if end.teller:
                of_speaker.setdefault(self._called(statement, end), i)
        different: dict[int, set[int]] = defaultdict(set)
        for judgement in self.judgements:
            one, other = of_speaker.get(judgement.subject), of_speaker.get(judgement.other or "")
            if one is None or other is None:
                continue
            if judgement.decision == "same speaker":
                self.union.join(one, other)
            else:
                different[one].add(other)
                different[other].add(one)
        marks: dict[int, int] = {}
        for one in sorted(different):
            taken = {marks[self.union.find(o)] for o in different[one] if self.union.find(o) in marks}
            marks.setdefault(self.union.find(one), next(n for n in range(len(different) + 1) if n not in taken))
        return {one: f"judged apart {mark}" for one, mark in marks.items()}


def _standings(nodes: Sequence[_Node]) -> list[Standing]:
    """Give where each origin stands in the tree of callings, bodies below what they are, people below their bodies."""
    bodies: dict[str, list[tuple[frozenset[str], Place]]] = defaultdict(list)
    places: dict[int, Place] = {}
    for number, node in enumerate(nodes):
        if not _is_body(node):
            continue
        names = sorted({" ".join(words_of(end.name)) for _, end in node.ends})
        generic = all(end.sort == "body" for _, end in node.ends)
        place = max((calling_of(name) for name in names), key=lambda p: (len(p), p))
        if generic and any(end.place == ANYBODY for _, end in node.ends):
            places[number] = ANYBODY
            continue
        # "The government" may be any that is one; what has a name is that one alone.
        places[number] = place if generic else (*place, f"body: {min(names, key=lambda n: (len(n), n))}")
        for name in names:
            core = frozenset(word for word in name.split() if word not in _GENERIC) or frozenset(name.split())
            for word in core:
                bodies[word].append((core, places[number]))
    return [_standing(node, places.get(number), bodies) for number, node in enumerate(nodes)]


def _standing(
    node: _Node, place: Place | None, bodies: Mapping[str, Sequence[tuple[frozenset[str], Place]]]
) -> Standing:
    sorts = node.sorts
    if "eyes" in sorts:
        return Standing(("eyes", min(end.outlet for _, end in node.ends)), alone=True, person=False)
    if place is not None:
        return Standing(_marked(place, node), alone=False, person=False)
    named = [end for _, end in node.ends if end.sort == "named"]
    if named and all(end.teller and end.teller.kind == "document" for end in named):
        return Standing(max((end.place for end in named), key=lambda p: (len(p), p)), alone=True, person=False)
    if named:
        ends = [end for end in named if end.teller and end.teller.kind != "document"]
        callings = sorted({end.place for end in ends}, key=lambda p: (-len(p), p))
        return Standing(_body_of(node, bodies) or callings[0], alone=True, person=True)
    for sort in ("nameless", "paper"):
        if places := [end.place for _, end in node.ends if end.sort == sort]:
            place = max(places, key=lambda p: (len(p), p))
            place = (_body_of(node, bodies) if sort == "nameless" else None) or place
            return Standing(_marked(place, node), alone=False, person=sort == "nameless")
    return Standing(ANYTHING, alone=False, person=False)


def _marked(place: Place, node: _Node) -> Place:
    return (*place, node.apart) if node.apart else place


def _is_body(node: _Node) -> bool:
    if "body" in node.sorts:
        return not any(end.teller and end.teller.kind == "person" for _, end in node.ends)
    kinds = [end.teller.kind for _, end in node.ends if end.sort == "named" and end.teller]
    return sum(kind in ("organisation", "group") for kind in kinds) > sum(kind == "person" for kind in kinds)


def _body_of(node: _Node, bodies: Mapping[str, Sequence[tuple[frozenset[str], Place]]]) -> Place | None:
    """Give the place of the body that somebody speaks for, by their role, affiliation or description."""
    said: set[str] = set()
    for _, end in node.ends[:50]:
        if end.teller:
            described = "" if end.sort == "named" else end.teller.name
            said.update(words_of(f"{end.teller.role or ''} {end.teller.affiliation or ''}"), words_of(described))
    found = {place: core for word in said for core, place in bodies.get(word, ())[:50] if core <= said}
    return max(found, key=lambda place: (len(found[place]), place), default=None)


def _origins(nodes: Sequence[_Node], statements: Sequence[Statement], traces: Traces) -> tuple[list[Origin], list[int]]:
    """Give the origins, and for each the index of the one that it is counted with in the least."""
    standings = _standings(nodes)
    stands_for = fewest(standings)
    of_root: dict[int, list[int]] = defaultdict(list)
    for number, node in enumerate(nodes):
        for i in dict.fromkeys(i for i, _ in node.ends):
            of_root[i].append(number)
    reports: list[list[str]] = [[] for _ in nodes]
    for i, leads in enumerate(traces.leads_to[: len(statements)]):
        for number in sorted({number for root in leads for number in of_root[root]}):
            reports[number].append(statements[i].id)
    possibly = _possibly(standings, stands_for)
    origins = []
    for number, node in enumerate(nodes):
        end = _best(node)
        origins.append(
            Origin(
                id=f"O{number + 1}",
                name=end.name,
                kind=_kind(node, end),
                own="eyes" in node.sorts,
                named=end.sort in ("named", "eyes", "cites", "word"),
                statements=tuple(reports[number]),
                possibly=tuple(f"O{other + 1}" for other in possibly[number]),
            )
        )
    return origins, stands_for


def _best(node: _Node) -> End:
    """Give the end with the name to show: a named one, the longest name a person goes by."""
    order = ("eyes", "named", "body", "paper", "nameless", "cites", "word")
    sort = min(node.sorts, key=order.index)
    those = [end for _, end in node.ends if end.sort == sort]
    plain = [end for end in those if end.teller is None or end.teller.kind != "document"] or those
    often = Counter(end.name for end in plain)
    return max(plain, key=lambda end: (1 < len(words_of(end.name)) <= 4, often[end.name], len(end.name), end.name))


def _kind(node: _Node, end: End) -> Kind | None:
    if end.sort in ("word", "cites"):
        return "organisation"
    return end.teller.kind if end.teller and end.sort != "eyes" else None


def _possibly(standings: Sequence[Standing], stands_for: Sequence[int]) -> list[list[int]]:
    """Give for each origin that the least leaves out the counted ones that it may be, the first of them."""
    counted_below: dict[Place, list[int]] = defaultdict(list)
    for i, by in enumerate(stands_for):
        if i == by:
            place = standings[i].place
            for n in range(len(place) + 1):
                if len(counted_below[place[:n]]) < POSSIBLY_MAX:
                    counted_below[place[:n]].append(i)
    return [
        [] if i == by else sorted({by, *counted_below[standings[i].place]})[:POSSIBLY_MAX]
        for i, by in enumerate(stands_for)
    ]


def _reports(
    statements: Sequence[Statement],
    traces: Traces,
    nodes: Sequence[_Node],
    origins: Sequence[Origin],
    stands_for: Sequence[int],
    reasons: Reasons,
) -> list[Report]:
    """Say of every statement that asserts the claim whether it counts, and why."""
    counting: dict[int, list[int]] = defaultdict(list)
    of_root: dict[int, int] = {}
    for number, node in enumerate(nodes):
        counting[node.first].append(number)
        for i, _ in node.ends:
            of_root.setdefault(i, number)
    reports = []
    for i, statement in enumerate(statements):
        leads = sorted(of_root[root] for root in traces.leads_to[i])
        if not leads:
            reason, because = reasons.in_circle(i)
            reports.append(Report(statement.id, None, "no", reason, because))
            continue
        if i in counting:
            # Several who speak together are counted by one report: by the surest of them.
            number = next((n for n in counting[i] if stands_for[n] == n), counting[i][0])
            sure = stands_for[number] == number
            reason, because = reasons.counted(
                i, origins[number], sure, [origins[n] for n in counting[i] if n != number]
            )
            reports.append(Report(statement.id, origins[number].id, "yes" if sure else "maybe", reason, because))
            continue
        number = leads[0]
        first = statements[nodes[number].first].id
        reason, because = reasons.repeated(i, origins[number], first)
        reports.append(Report(statement.id, origins[number].id, "repeat", reason, because))
    return reports
