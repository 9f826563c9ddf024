"""What the shipped model says of mentions, and how it is read."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.attributions.attribute import attribute, attribute_with_evidence
from sayso.attributions.evidence import KINDS, PARTS, PLURAL, SCORES, SHE, VECTOR, Heard, Pairing, Words, words_from
from sayso.attributions.pairs import AGREEMENTS, CLASSES, RELATIONS, WEIGHTS, Pairs
from sayso.attributions.tagger import shipped
from sayso.errors import ModelMismatch
from sayso.paragraphs import paragraphs_of
from sayso.schema import Article, Span

TEXT = (
    "Mayor Ilse Brandvik met Tomas Reke, a fisherman from Esker, on Monday. She told him that the harbour would close.\n\n"
    "“We were never asked,” said Reke, who owns three boats. He blamed the Esker Port Authority.\n\n"
    "The agency declined to comment. Its engineers said they had found cracks in the pier."
)


def article_of(text: str) -> Article:
    return Article(text=text, paragraphs=paragraphs_of(text))


@pytest.fixture(scope="module")
def words() -> Words:
    found = attribute_with_evidence(article_of(TEXT), shipped())[1]
    assert found is not None
    return found


def at(words: Words, phrase: str, after: str = "") -> int:
    """Give the index of the head of a phrase, the first after some words."""
    start = words.text.index(phrase, words.text.index(after))
    head = words.head_of(Span(start, start + len(phrase)))
    assert head is not None
    return head


def said(words: Words, word: int) -> str:
    start, end = words.spans[word]
    return words.text[start:end]


def test_every_word_of_the_paragraphs_once_and_in_order(words: Words) -> None:
    assert (words.spans[1:, 0] >= words.spans[:-1, 1]).all()
    assert "".join(said(words, i) for i in range(len(words))) == "".join(TEXT.split())
    assert sorted(set(words.stretch.tolist())) == [0, 1, 2]


def test_kinds(words: Words) -> None:
    for phrase, kind in (("Tomas Reke", "person"), ("fisherman", "person"), ("Esker, on", "place"), ("Monday", "time")):
        assert words.kind_of(at(words, phrase))[0] == kind
    assert words.kind_of(at(words, "Its engineers"))[0] == "person"
    heads = {said(words, int(i)) for i in words.heads()}
    assert {"Reke", "She", "harbour", "engineers"} <= heads
    assert not {"told", "never", "the", ",", "that"} & heads


def test_forms_and_number(words: Words) -> None:
    assert words.form_of(at(words, "Tomas Reke")) == "name"
    assert words.form_of(at(words, "a fisherman")) == "noun"
    assert words.form_of(at(words, "She")) == "pronoun"
    plural = words.plural()
    assert plural[at(words, "engineers")] > 0.9 > 0.1 > plural[at(words, "The agency")]


def test_she(words: Words) -> None:
    she = words.she()
    assert she[at(words, "She")] > 0.9 > 0.1 > she[at(words, "him")]


def test_the_head_of_a_longer_phrase(words: Words) -> None:
    assert said(words, at(words, "a fisherman from Esker")) == "fisherman"
    assert said(words, at(words, "Reke, who owns three boats")) == "Reke"
    assert said(words, at(words, "Its engineers")) == "engineers"
    assert words.head_of(Span(len(TEXT), len(TEXT))) is None


@pytest.mark.parametrize(
    ("who", "after", "right", "wrong"),
    [
        ("him", "She told", "Tomas Reke", "the harbour"),
        ("who", "said Reke", "Reke", "Mayor Ilse"),
        ("He", "boats.", "Reke", "Ilse Brandvik"),
        ("they", "said they", "engineers", "cracks"),
    ],
)
def test_antecedents(words: Words, who: str, after: str, right: str, wrong: str) -> None:
    asker = at(words, who, after)
    start = "“We" if right == "Reke" else ""
    scores = Pairs(words).antecedents(asker, [at(words, right, start), at(words, wrong)])
    assert scores[0] > scores[1]


def test_a_last_name_goes_to_the_full_name(words: Words) -> None:
    pairs = Pairs(words)
    heads = words.heads()
    asker = at(words, "Reke", "said")
    earlier = heads[heads < asker]
    best = int(earlier[pairs.antecedents(asker, earlier).argmax()])
    assert said(words, best) in ("Reke", "him")


def test_scores_do_not_depend_on_what_was_asked_before(words: Words) -> None:
    heads = words.heads()
    asker, earlier = int(heads[-1]), heads[:-1]
    first = Pairs(words).antecedents(asker, earlier)
    pairs = Pairs(words)
    for head in heads[1:-1].tolist():
        pairs.antecedents(head, [int(heads[0])])
    assert np.array_equal(pairs.antecedents(asker, earlier), first)
    assert np.allclose(pairs.antecedents(asker, earlier[::-1])[::-1], first, atol=1e-4)


def test_the_attributions_are_those_without_evidence() -> None:
    article = article_of(TEXT)
    assert attribute_with_evidence(article, shipped())[0] == attribute(article, shipped())


def test_no_words_no_evidence() -> None:
    assert attribute_with_evidence(article_of(""), shipped()) == ([], None)


def test_a_model_without_heads_gives_none() -> None:
    heard = Heard(0, np.zeros((1, 2), np.int64), np.zeros((1, SCORES + 2 * VECTOR), np.float16))
    assert Pairing.of_card({"name": "old"}) is None
    assert words_from("a", [heard], None) is None


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    words = attribute_with_evidence(article_of(text), shipped())[1]
    if words is None:
        return
    assert (words.spans[:, 0] >= 0).all()
    assert (words.spans[:, 1] <= len(text)).all()
    assert np.isfinite(words.kinds()).all()
    pairs = Pairs(words)
    everything = np.arange(len(words))
    assert np.isfinite(pairs.antecedents(len(words) - 1, everything)).all()


PAIRING = Pairing(
    np.arange(WEIGHTS, dtype=np.float32),
    np.ones((len(CLASSES), AGREEMENTS), np.float32),
    np.zeros(VECTOR, np.float32),
    np.zeros(len(CLASSES), np.float32),
)


def made(text: str, parts: dict[str, str]) -> Words:
    """Make words of a text by hand: one a token, with this part of speech each, "X" for the others."""
    spans, start = [], 0
    for word in text.split():
        start = text.index(word, start)
        spans.append((start, start + len(word)))
        start += len(word)
    scores = np.zeros((len(spans), SCORES), np.float16)
    for row, word in enumerate(text.split()):
        scores[row, KINDS.index("person")] = 9
        scores[row, len(KINDS) + PARTS.index(parts.get(word, "X"))] = 9
        scores[row, [PLURAL, SHE]] = -9
    nothing = np.zeros((len(spans), VECTOR), np.float16)
    return Words(
        text,
        np.array(spans),
        np.zeros(len(spans), np.int32),
        scores,
        nothing,
        nothing,
        PAIRING,
        np.full(len(spans), -1, np.int32),
    )


NAMES = dict.fromkeys("Ada Bo Holm Berg Esker Port Authority EPA".split(), "PROPN")


@pytest.mark.parametrize(
    ("earlier", "later", "relation"),
    [
        ("Ada Holm", "Ada Holm", 1),
        ("Ada Holm", "Holm", 2),
        ("Ada Holm", "Ada", 3),
        ("Ada Holm", "Bo Holm", 4),
        ("Ada Holm", "Ada Berg", 5),
        ("Esker Port Authority", "EPA", 6),
        ("Ada Holm", "Bo Berg", 0),
        ("boat", "boats", 7),
        ("boats", "Ada", 0),
        ("Ada", "they", 0),
    ],
)
def test_how_the_words_of_two_mentions_relate(earlier: str, later: str, relation: int) -> None:
    words = made(f"{earlier} met {later}", {**NAMES, "boat": "NOUN", "boats": "NOUN", "they": "PRON"})
    pairs = Pairs(words)
    asker = len(earlier.split()) + 1
    table = WEIGHTS - (len(CLASSES) - pairs.class_of(asker)) * RELATIONS
    assert pairs.lookups(asker, np.array([0]))[0, -1] == table + relation


def test_weights_of_another_version_are_refused() -> None:
    words = made("Ada met Bo", NAMES)
    with pytest.raises(ModelMismatch, match="expected"):
        Pairs(replace(words, pairing=replace(PAIRING, table=np.zeros(3, np.float32))))


def test_a_title_tells_more_than_the_name() -> None:
    words = made("Mrs Holm met Mr Berg", {**NAMES, "Mrs": "PROPN", "Mr": "PROPN"})
    pairs = Pairs(words)
    assert (pairs.she_of(1), pairs.she_of(4)) == (1.0, 0.0)


def test_pronouns_are_told_apart() -> None:
    words = made("She told him that this man , who knew , was I", {"that": "SCONJ", "this": "DET", "man": "NOUN"})
    pairs = Pairs(words)
    classes = {said(words, i): CLASSES[pairs.class_of(i)] for i in range(len(words))}
    assert (classes["She"], classes["him"], classes["who"], classes["I"]) == ("she", "he", "who", "I")
    assert (classes["that"], classes["this"], classes["man"]) == ("noun", "one", "noun")
