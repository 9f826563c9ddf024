"""One quotation in many wordings: which are, how each is reworded, and what alters its sense."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.claims.variants import variant_of, variants_of, wordings_of
from sayso.claims.wording import wording_of
from sayso.schema import Span, Statement, Teller

FULL = (
    "“We will not leave Karveth before the bridge is open, and we have told the council so twice. The ferry carries"
    " 5,000 people a day. Some of them are children, and the operator may raise the fare in March.”"
)


def said(text, form="direct", *, id="a" * 12, speaker="Hanne Ruud", published="2017-03-15", polarity="affirmed"):
    return Statement(
        f"{id}#A1", id, (Span(0, len(text)),), text, form, polarity=polarity,
        chain=(Teller("S1", speaker, "person", True),) if speaker else (), published=published,
    )  # fmt: skip


def held(text, form="direct", *, full=FULL, **more):
    return variant_of(said(full), said(text, form, id="b" * 12, **more))


@pytest.mark.parametrize(
    ("text", "form", "rewording"),
    [
        (FULL.replace("“", '"').replace("”", '"').upper(), "direct", "same"),
        (FULL.replace("5,000", "five thousand").replace("will not", "won't"), "direct", "same"),
        ("“We will not leave Karveth before the bridge is open.”", "direct", "shortened"),
        ("“The ferry carries 5,000 people a day.”", "direct", "shortened"),
        ("that “the ferry carries 5,000 people a day”", "mixed", "shortened"),
        (
            "“We will not leave Karveth before the bridge is open … The ferry carries 5,000 people a day.”",
            "direct",
            "joined",
        ),
        (
            "“The ferry carries 5,000 people a day. We will not leave Karveth before the bridge is open.”",
            "direct",
            "joined",
        ),
        (
            "“We will not quit Karveth before the bridge is open, and we have told the council so twice.”",
            "direct",
            "reworded",
        ),
        ("“The ferry [to Karveth] carries 5,000 people a day.”", "direct", "reworded"),
        ("that they would not leave Karveth before the bridge was open", "indirect", "indirect"),
        ("they would “not leave Karveth” before the bridge was open", "mixed", "indirect"),
    ],
)
def test_rewording(text, form, rewording):
    variant = held(text, form)
    assert variant is not None
    assert rewording == "same" or variant.fullest == "a" * 12 + "#A1"
    assert variant.rewording == rewording
    assert variant.alters == ()


@pytest.mark.parametrize(
    ("text", "alters"),
    [
        ("“We will leave Karveth before the bridge is open, and we have told the council so twice.”", "negation"),
        (
            "“We will not leave Karveth before the bridge is open, and we have not told the council so twice.”",
            "negation",
        ),
        ("“The ferry carries 7,000 people a day. Some of them are children.”", "number"),
        ("“We will not leave Ostrel before the bridge is open, and we have told the council so twice.”", "name"),
        ("“Some of them are children, and the operator will raise the fare in March.”", "certainty"),
        ("“Some of them are children, and the operator raised the fare in March.”", "certainty"),
        ("“All of them are children, and the operator may raise the fare in March.”", "quantity"),
        ("“Them are children, and the operator may raise the fare in March.”", "quantity"),
    ],
)
def test_what_alters_the_sense(text, alters):
    variant = held(text)
    assert variant is not None
    assert variant.alters == (alters,)
    assert any(edit.alters == alters for edit in variant.edits)


def test_a_trim_is_told_apart_from_what_it_takes_away_of_the_sense():
    assert held("“We have told the council so twice.”").alters == ()  # "not" belongs to the clause that is left out
    full = "“I do not believe that the ferry is safe for lorries, and the operator knows it.”"
    trimmed = held("“The ferry is safe for lorries, and the operator knows it.”", full=full)
    assert trimmed.alters == ("negation",)


def test_a_negation_in_the_cue_is_counted():
    full = "“I do not believe that the ferry is safe for lorries, and the operator knows it.”"
    variant = held("the ferry is safe for lorries", "indirect", full=full, polarity="denied")
    assert variant.alters == ()


@pytest.mark.parametrize(
    "full",
    [
        "“We will leave Karveth in March unless the bridge is open by then.”",
        "“If the bridge is not open by then, we will leave Karveth in March.”",
    ],
)
def test_a_condition_left_out_is_an_alteration(full):
    assert held("“We will leave Karveth in March.”", full=full).alters == ("certainty",)


def test_bounds_of_figures():
    full = "“At least 20 lorries were on the ferry when it left Karveth for Ostrel.”"
    assert held("“20 lorries were on the ferry when it left Karveth for Ostrel.”", full=full).alters == ("quantity",)


def test_figures_in_other_forms_are_the_same():
    full = "“Two ferries, three buses and 1.2 million people cross the Calder in the U.S. every year.”"
    text = "“2 ferries, 3 buses and 1,200,000 people cross the Calder in the United States every year.”"
    variant = held(text, full=full)
    assert (variant.rewording, variant.alters) == ("same", ())


def test_edits_are_in_the_order_of_the_wording_and_shifts_are_no_changes():
    variant = held("that they would not leave Karveth before the bridge was open", "indirect")
    kinds = [(edit.kind, edit.here, edit.there) for edit in variant.edits]
    assert ("shifted", "they would", "We will") in kinds
    assert ("shifted", "was", "is") in kinds
    assert not any(kind == "changed" and here for kind, here, _ in kinds if here != "that")
    assert next(edit.here for edit in variant.edits if edit.kind == "kept") == "not leave Karveth before the bridge"


@pytest.mark.parametrize(
    ("text", "form", "more"),
    [
        ("“We will rebuild the town hall, and we have told the mayor so twice.”", "direct", {}),
        ("to open the bridge in March", "indirect", {}),
        ("“The bus carries 300 pupils to school.”", "direct", {}),
        ("“The ferry is late.”", "direct", {}),
        ("the ferry", "indirect", {}),
        ("", "indirect", {}),
    ],
)
def test_other_quotations(text, form, more):
    assert held(text, form, **more) is None


def test_both_in_indirect_speech_are_no_quotation():
    left = said("that the ferry carries 5,000 people a day", "indirect")
    right = said("the ferry carries 5,000 people a day", "indirect", id="b" * 12)
    assert variant_of(left, right) is None


STATEMENTS = [
    said(FULL, id="a" * 12),
    said("“We will not leave Karveth before the bridge is open.”", id="b" * 12),
    said("that they would not leave Karveth before the bridge was open", "indirect", id="c" * 12),
    said("“The town hall roof leaks, and nobody has repaired it since the storm of last winter.”", id="d" * 12),
    said("“The town hall roof leaks, and nobody has repaired it.”", id="e" * 12),
    said("“Prices have doubled in two years.”", id="f" * 12),
]


def test_groups_have_the_fullest_first_and_do_not_depend_on_the_order():
    expected = None
    for order in list(permutations(STATEMENTS))[::60]:
        groups = variants_of(order)
        found = [(g.fullest.id, [v.statement for v in g.variants]) for g in groups]
        expected = expected or found
        assert found == expected
    assert [(full[0], [v[0] for v in variants]) for full, variants in expected] == [("a", ["b", "c"]), ("d", ["e"])]


def test_the_other_wordings_of_one():
    found = wordings_of(STATEMENTS[2], STATEMENTS)
    assert found.fullest.id[0] == "a"
    assert {variant.statement[0] for variant in found.variants} == {"b", "c"}
    assert wordings_of(STATEMENTS[5], STATEMENTS) is None


TEXTS = st.text(max_size=300) | st.lists(
    st.sampled_from(
        "we will not leave Karveth “ ” \" … ... [ ] the ferry carries 5,000 people five thousand may some all don't I'd"
        " he said , . ; — unless if U.S. United States isn't cannot half two-thirds’s '".split()
    ),
    max_size=60,
).map(" ".join)
FORMS = st.sampled_from(["direct", "indirect", "mixed", "unsourced"])


@settings(max_examples=300)
@given(TEXTS, FORMS, TEXTS, FORMS)
def test_any_texts(left, left_form, right, right_form):
    one, other = said(left, left_form), said(right, right_form, id="b" * 12)
    variant = variant_of(one, other)
    assert variant == variant_of(other, one)
    if variant is None:
        return
    texts = {one.id: left, other.id: right}
    assert {variant.statement, variant.fullest} == set(texts)
    assert 0 < variant.score <= 1
    for edit in variant.edits:
        assert edit.here in texts[variant.statement]
        assert edit.there in texts[variant.fullest]
    here = "".join("".join(edit.here.split()) for edit in variant.edits if edit.here)
    assert all(edit.here or edit.there for edit in variant.edits)
    assert here


@given(TEXTS, FORMS)
def test_words_stand_where_they_say(text, form):
    wording = wording_of(said(text, form))
    assert all(span.of(text) for span in wording.spans)
    assert len(wording.keys) == len(wording.codes) == len(wording.weights) == len(wording.quoted)


def test_hostile_lengths():
    one = said("“" + "not the ferry " * 20_000 + "”")
    other = said("“" + "the ferry not " * 20_000 + "”", id="b" * 12)
    assert variant_of(one, other) is not None
    brackets = said("“" + "[" * 50_000 + " ferry “" * 50_000, "mixed")
    assert variant_of(brackets, said("“The town hall leaks.”")) is None
