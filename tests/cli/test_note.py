"""``sayso note``, ``sayso link`` and ``sayso unlink``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import sayso
from sayso.cli.main import app
from sayso.store.store import Store

TEXTS = (
    "The bridge in Ostrel is closed, Mayor Ada Fenn said on Monday.",
    "The mayor of Ostrel, Ada Fenn, said that the bridge is shut.",
)


class Corpus:
    """Two articles, and the command line on them."""

    def __init__(self, where: Path) -> None:
        self.where = where
        with Store.open(where) as opened:
            self.ids = [opened.add(sayso.attribute(text, profile="fast")).entry.id for text in TEXTS]
        self.one, self.other = (f"{id}#A1" for id in self.ids)

    def run(self, *arguments: str, **environment: str) -> tuple[int, str, str]:
        environment.setdefault("SAYSO_AUTHOR", "Hanne Vik")
        done = CliRunner().invoke(app, [*arguments, "--store", str(self.where)], env=environment)
        return done.exit_code, done.stdout, done.stderr


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return Corpus(tmp_path / "corpus.sqlite")


def test_a_note_is_written_listed_and_undone(corpus: Corpus) -> None:
    code, out, _ = corpus.run("note", corpus.one, "called the town hall")
    assert code == 0
    assert out.startswith(f"J1  {corpus.one}  “called the town hall”  Hanne Vik, 20")
    assert corpus.run("note", "--list")[1] == out
    code, out, _ = corpus.run("note", "--undo", "J1", "--by", "Owen Tarr")
    assert code == 0
    assert "undone by Owen Tarr, 20" in out
    line = json.loads(corpus.run("note", "--list", "--format", "jsonl")[1])
    assert (line["id"], line["decision"], line["author"], line["undone_by"]) == ("J1", "note", "Hanne Vik", "Owen Tarr")


def test_statements_are_linked_and_unlinked(corpus: Corpus) -> None:
    code, out, _ = corpus.run("link", corpus.one, corpus.other, "--note", "one interview")
    assert code == 0
    assert f"{corpus.one} says the same as {corpus.other}  “one interview”" in out
    code, _, err = corpus.run("unlink", corpus.one, corpus.other)
    assert code == 1
    assert "J1 by Hanne Vik says the contrary: same claim" in err
    assert "sayso link --undo J1" in err
    assert corpus.run("link", "--undo", "J1")[0] == 0
    code, out, _ = corpus.run("unlink", corpus.one, corpus.other)
    assert code == 0
    assert "does not say the same as" in out


def test_speakers_are_linked_by_their_ids(corpus: Corpus) -> None:
    one, other = (f"{id}#S1" for id in corpus.ids)
    code, out, _ = corpus.run("link", one, other)
    assert code == 0
    assert f"{one} is the same speaker as {other}" in out
    code, _, err = corpus.run("unlink", one, one)
    assert code == 1
    assert "two different ids" in err


def test_an_article_rests_on_another(corpus: Corpus) -> None:
    code, out, _ = corpus.run("link", *corpus.ids, "--dependent")
    assert code == 0
    assert f"{corpus.ids[0]} rests on {corpus.ids[1]}" in out


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("note", "{one}"), 2, "the words of the note"),
        (("note", "{one}", " "), 1, "the words of a note"),
        (("note", "--list", "{one}"), 2, "takes nothing else"),
        (("note", "--list", "--format", "xml"), 2, "none of"),
        (("note", "000000000000#A1", "x"), 1, "there is no statement"),
        (("note", "'; --", "x"), 1, "expected an id"),
        (("note", "--undo", "J9"), 1, "there is no judgement J9"),
        (("note", "--undo", "J1", "{one}"), 2, "nothing else"),
        (("link", "{one}"), 2, "two"),
        (("link", "{one}", "{article}"), 1, "--dependent"),
        (("unlink", "{one}", "{article}#S1"), 1, "two statements or two speakers"),
        (("link", "{one}", "{article}#A99"), 1, "there is no statement"),
        (("note", "{one}", "x", "--by", " "), 1, "signed"),
    ],
)
def test_what_cannot_be_decided_is_refused(corpus: Corpus, arguments: tuple[str, ...], code: int, told: str) -> None:
    filled = [one.format(one=corpus.one, article=corpus.ids[1]) for one in arguments]
    found, _, err = corpus.run(*filled)
    assert found == code, err
    assert told in err


def test_a_judgement_is_signed_with_the_user_s_name(corpus: Corpus) -> None:
    out = corpus.run("note", corpus.one, "x", SAYSO_AUTHOR="", LOGNAME="ruud")[1]
    assert "  ruud, 20" in out


def test_a_note_cannot_drive_the_terminal(corpus: Corpus) -> None:
    out = corpus.run("note", corpus.one, "\x1b]0;x\x07 red", "--by", "a\x1b[31m")[1]
    assert "\x1b" not in out
    assert "\x07" not in out
