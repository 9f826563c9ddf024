"""What holds for chains of any text and any attributions, however odd."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.chains.chain import chains_of, hops_of
from sayso.chains.knowing import knowing_of
from sayso.paragraphs import paragraphs_of
from sayso.schema import Article, Attribution, Span
from sayso.speakers.cast import cast
from sayso.speakers.resolve import resolve
from sayso.speakers.roster import roster_of

WORDS = (
    "told CNN the Ostrel Gazette reports: said in an interview with Bo Reyes tweeted at a rally on Facebook , . “ ” ' who "
    "saw it ( Reuters ) - \n reporter of Radio Calder through his lawyer she he “The court heard letter X posted’s"
).split(" ")
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))


@st.composite
def articles(draw: st.DrawFn) -> tuple[Article, list[Attribution]]:
    """A text with attributions anywhere in it, each nested in an earlier one or in none."""
    text = draw(TEXTS)
    places = st.integers(0, len(text))

    def spans(least: int) -> tuple[Span, ...]:
        pairs = draw(st.lists(st.tuples(places, places), min_size=least, max_size=2))
        return tuple(
            sorted(Span(min(a, b), max(a, b) + (a == b)) for a, b in pairs if max(a, b) + (a == b) <= len(text))
        )

    out: list[Attribution] = []
    for index in range(draw(st.integers(0, 5)) if text else 0):
        content = spans(1)
        if not content:
            continue
        nested = draw(st.one_of(st.none(), st.sampled_from(out))) if out else None
        out.append(
            Attribution(
                id=f"A{index + 1}",
                source=spans(0)[:1],
                cue=spans(0)[:1],
                content=content,
                form=draw(st.sampled_from(("direct", "indirect", "mixed", "fragment"))),
                nested_in=None if nested is None else nested.id,
            )
        )
    publisher = draw(st.one_of(st.none(), st.just(""), st.just("Ostrel Gazette"), st.text(max_size=8)))
    return Article(text=text, paragraphs=paragraphs_of(text), publisher=publisher), out


@settings(max_examples=300, deadline=None)
@given(articles())
def test_chains_of_anything(made: tuple[Article, list[Attribution]]) -> None:
    article, attributions = made
    roster = roster_of(article)
    resolved = resolve(article, attributions, roster)
    chains = chains_of(article, attributions, resolved, roster)
    assert len(chains) == len(attributions)
    by_id = dict(zip([a.id for a in attributions], chains, strict=True))
    for attribution, one, chain in zip(attributions, resolved, chains, strict=True):
        entities = [link.entity for link in chain]
        assert len(set(entities)) == len(entities), "a teller stands twice in one chain"
        if one.entity is not None:
            assert entities[-1] == one.entity, "the last is not the speaker"
        outer = by_id.get(attribution.nested_in or "", ())
        shared = [link.entity for link in outer]
        assert entities[: len(shared)] == shared or entities == shared[: len(entities)]
        assert all(0 <= s.start < s.end <= len(article.text) for link in chain for s in link.evidence)
        hops_of(chain, cast(roster, entities))


@settings(max_examples=200, deadline=None)
@given(articles())
def test_knowing_of_anything(made: tuple[Article, list[Attribution]]) -> None:
    article, attributions = made
    for known in knowing_of(article, attributions):
        assert known is None or 0 <= known.knows_from.start < known.knows_from.end <= len(article.text)
