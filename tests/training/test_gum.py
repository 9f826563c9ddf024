"""GUM's format, on a text of our own."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import pytest

gum = pytest.importorskip("training.gum", reason="training/ is not beside these tests")

LINES = [
    "# newdoc id = GUM_news_pier",
    "# newpar",
    "# newpar_block = p (1 s)",
    "1 Ada _ PROPN _ Number=Sing 6 nsubj _ Entity=(1-person-new-nnnnn-cf1-1,2-coref",
    "2 Holm _ PROPN _ Number=Sing 1 flat _ _",
    "3-4 who’d _ _ _ _ _ _ _ _",
    "3 who _ PRON _ PronType=Rel 5 nsubj _ _",
    "4 ’d _ AUX _ _ 5 aux _ _",
    "5 left _ VERB _ _ 1 acl:relcl _ Entity=1)",
    "6 swam _ VERB _ _ 0 root _ SpaceAfter=No",
    "7 . _ PUNCT _ _ 6 punct _ _",
    "",
    "# newpar",
    "1 Her _ PRON _ Number=Sing 2 nmod:poss _ Entity=(2-object-new-nnnnn-cf1-1-coref(1-person-giv-nnnnn-cf1-1-ana)",
    "2 boats _ NOUN _ Number=Plur 3 nsubj _ Entity=2)",
    "3 sank _ VERB _ _ 0 root _ _",
    "",
]


@pytest.fixture
def document(tmp_path: Path) -> object:
    path = tmp_path / "dev.conllu.gz"
    path.write_bytes(
        gzip.compress("\n".join("\t".join(line.split(" ")) if line[:1].isdigit() else line for line in LINES).encode())
    )
    [found] = gum.documents(path)
    return found


def test_the_text_and_its_paragraphs(document: object) -> None:
    assert document.text == "Ada Holm who’d left swam.\n\nHer boats sank"
    assert [span.of(document.text) for span in document.paragraphs] == ["Ada Holm who’d left swam.", "Her boats sank"]
    assert all(token.span.of(document.text) == token.form for token in document.tokens)


def test_mentions_hang_on_the_last_word_of_a_name_and_relatives_on_what_they_modify(document: object) -> None:
    found = [(document.tokens[one.head].form, one.kind, one.entity) for one in document.mentions]
    assert found == [
        ("Holm", "person", "1"),
        ("who", "person", "1"),
        ("Her", "person", "1"),
        ("boats", "thing", "2"),
    ]


def test_a_title_for_a_first_name_moves_all_that_follows(document: object) -> None:
    document.mentions[0] = gum.Mention(0, 1, 1, "person", "1")  # "Ada Holm" alone
    changed = [other for seed in range(9) if (other := gum.titled(document, random.Random(seed)))]
    assert changed
    for other in changed:
        assert other.text.split()[0] in ("Ms.", "Mrs.")
        assert all(token.span.of(other.text) == token.form for token in other.tokens)
        assert other.paragraphs[1].of(other.text) == "Her boats sank"
