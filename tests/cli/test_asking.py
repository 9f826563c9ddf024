"""``sayso search``, ``claim``, ``story``, ``compare``, ``export`` and ``import``: real runs on a small corpus."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner

import sayso
from sayso.cli.main import app
from sayso.paragraphs import paragraphs_of
from sayso.schema import Article
from sayso.store.store import Store

COMMAND = (sys.executable, "-m", "sayso.cli.main")
ROWS = (
    ("Calder Courier", "2024-03-04T07:15", "Dam gives way above Calder", "Mara Voss, the harbour master, said"),
    ("Radio Ostrel", "2024-03-04T08:40", "Boats lost at Calder", "Mara Voss told the Calder Courier"),
    ("Daily Pennant", None, "\x1b[31mFlood\x07 <script>alert(1)</script>", "Harbour master Mara Voss said"),
)


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> str:
    place = tmp_path_factory.mktemp("asking") / "corpus.sqlite"
    with Store.open(place) as store:
        for outlet, published, title, said in ROWS:
            text = (
                f"The dam above Calder gave way on Monday night and forty boats were lost in the flood, {said}.\n\n"
                f"“We have never seen so much water in the harbour of Calder,” she said.\n\nRain is to go on in {outlet}."
            )
            article = Article(
                text, paragraphs_of(text), title=title, publisher=outlet, published=published, language="en"
            )
            store.add(sayso.attribute(article, profile="fast"))
        store.match()
    return str(place)


def run(where: str, *arguments: str) -> str:
    done = CliRunner().invoke(app, [*arguments, "--store", where], env={"COLUMNS": "80"})
    assert done.exit_code == 0, done.output
    return done.stdout


def fails(where: str, *arguments: str) -> str:
    done = CliRunner().invoke(app, [*arguments, "--store", where])
    assert done.exit_code in (1, 2)
    assert not isinstance(done.exception, ValueError | KeyError | TypeError)
    return " ".join(done.stderr.split())


def test_search_in_every_format(where: str, tmp_path: Path) -> None:
    shown = run(where, "search", "forty", "boats", "--format", "terminal")
    assert "*forty* *boats*" in shown
    assert "Mara Voss" in shown
    assert max(map(len, shown.splitlines())) <= 80
    lines = [json.loads(line) for line in run(where, "search", "forty boats").splitlines()]
    assert {line["statement"]["publisher"] for line in lines} >= {"Calder Courier", "Radio Ostrel"}
    assert json.loads(run(where, "search", "forty boats", "--format", "json")) == lines
    rows = list(csv.DictReader(io.StringIO(run(where, "search", "forty boats", "--format", "csv"))))
    assert [row["statement"] for row in rows] == [line["statement"]["id"] for line in lines]
    parquet = pytest.importorskip("pyarrow.parquet")
    run(where, "search", "forty boats", "--out", str(tmp_path / "hits.parquet"))
    table = parquet.read_table(tmp_path / "hits.parquet").to_pylist()
    assert [row["statement"] for row in table] == [row["statement"] for row in rows]
    assert table[0]["rank"] == 1


def test_search_with_filters(where: str) -> None:
    def outlets(*arguments: str) -> set[str]:
        return {json.loads(line)["statement"]["publisher"] for line in run(where, "search", *arguments).splitlines()}

    assert outlets("boats", "--outlet", "radio") == {"Radio Ostrel"}
    assert outlets("boats", "--since", "2024-03", "--until", "2024-03-04") == {"Calder Courier", "Radio Ostrel"}
    assert outlets("--speaker", "Voss", "--form", "direct") == {"Calder Courier", "Radio Ostrel", "Daily Pennant"}
    assert outlets("rain", "--unsourced") == {"Calder Courier", "Radio Ostrel", "Daily Pennant"}
    assert outlets("boats", "--speaker", "Nobody") == set()
    assert run(where, "search", "boats", "--kind", "document", "--format", "terminal") == "Nothing found.\n"


def test_hostile_titles_do_not_reach_the_screen(where: str, tmp_path: Path) -> None:
    claim = json.loads(run(where, "claim").splitlines()[0])["claim"]
    story = json.loads(run(where, "story").splitlines()[0])["story"]["id"]
    for arguments in (("search", "boats"), ("claim", claim), ("story", story), ("story",), ("claim",)):
        shown = run(where, *arguments, "--format", "terminal")
        assert "\x1b" not in shown
        assert "\x07" not in shown
        assert max(map(len, shown.splitlines())) <= 80
    run(where, "claim", claim, "--out", str(tmp_path / "spread.svg"))
    drawing = (tmp_path / "spread.svg").read_text("utf-8")
    ElementTree.fromstring(drawing)
    assert "<script" not in drawing
    assert "Radio Ostrel" in drawing


def test_claim_in_every_format(where: str) -> None:
    line = json.loads(run(where, "claim").splitlines()[0])
    assert line["articles"] == 3
    claim = line["claim"]
    shown = run(where, "claim", claim, "--format", "terminal")
    assert f"claim {claim}" in shown
    assert "Who had it when, from whom" in shown
    assert "4 March 2024" in shown
    assert "Undated" in shown
    assert "independent origin" in shown
    every = run(where, "claim", claim, "--all", "--format", "terminal")
    assert all(f"{outlet} ·" in every for outlet, *_ in ROWS)
    view = json.loads(run(where, "claim", claim[:5], "--format", "json"))
    assert view["claim"]["id"] == claim
    assert next(page["label"] for page in view["spread"]["stations"] if page["kind"] == "page") == "Calder Courier"
    rows = list(csv.DictReader(io.StringIO(run(where, "claim", claim, "--format", "csv"))))
    assert [row["statement"] for row in rows] == view["claim"]["statements"]
    assert rows[0]["counts"] == "yes"
    assert {row["inside"] for row in rows} == {one["of"] for one in view["inside"]} | {""}
    linked = json.loads(run(where, "claim", claim, "--format", "jsonld"))
    assert linked["@type"] == ["Claim", "prov:Collection"]
    assert len(linked["appearance"]) == 3
    from prov.model import ProvDocument

    document = ProvDocument.deserialize(content=run(where, "claim", claim, "--format", "prov-json"), format="json")
    provn = run(where, "claim", claim, "--format", "prov-n")
    assert sorted(document.get_provn().split("\n")) == sorted(provn.strip().split("\n"))
    assert "wasDerivedFrom" in document.get_provn()


def test_story_and_compare(where: str) -> None:
    line = json.loads(run(where, "story").splitlines()[0])
    assert len(line["story"]["articles"]) == 3
    story = line["story"]["id"]
    shown = run(where, "story", story, "--format", "terminal")
    assert f"story {story}" in shown
    assert "What several of them report" in shown
    first, second, _ = line["story"]["articles"]
    assert json.loads(run(where, "story", first[:8], "--format", "json"))["story"] == line["story"]
    shown = run(where, "compare", first, second[:8], "--format", "terminal")
    assert "What both report" in shown
    assert "Text that both have" in shown
    view = json.loads(run(where, "compare", first, second, "--format", "json"))
    rows = list(csv.DictReader(io.StringIO(run(where, "compare", first, second, "--format", "csv"))))
    assert {row["relation"] for row in rows} >= {"same", "copied"}
    assert len([row for row in rows if row["relation"] == "same"]) == len(view["same"])


def test_errors_say_what_to_do(where: str, tmp_path: Path) -> None:
    assert "nothing to search for" in fails(where, "search")
    assert "such as 2031-03-05" in fails(where, "search", "boats", "--since", "03/16/2024")
    assert "'robot' is none of" in fails(where, "search", "boats", "--kind", "robot")
    assert "sayso claim` lists" in fails(where, "claim", "C0000000000")
    assert "expected the id of a claim" in fails(where, "claim", "boats")
    assert "svg shows one claim" in fails(where, "claim", "--format", "svg")
    assert "no article 000000000000" in fails(where, "compare", "000000000000", "000000000001")
    assert "there is no corpus" in fails(str(tmp_path / "none.sqlite"), "search", "boats")
    assert "found news.xlsx" in fails(where, "export", "news.xlsx")
    assert "there is no file" in fails(where, "import", str(tmp_path / "none.jsonl"))
    (tmp_path / "articles.jsonl").write_text('{"id": "a", "text": "b"}\n')
    assert "expected what `sayso export` wrote" in fails(where, "import", str(tmp_path / "articles.jsonl"))
    (tmp_path / "broken.jsonl.gz").write_bytes(b"\x1f\x8b\x08rubbish")
    assert "is damaged" in fails(where, "import", str(tmp_path / "broken.jsonl.gz"))


def test_out_and_in(where: str, tmp_path: Path) -> None:
    for name in ("corpus.jsonl.gz", "corpus.jsonl", "tables/"):
        copy, place = str(tmp_path / f"{name.strip('/')}.sqlite"), str(tmp_path) + "/" + name
        run(where, "export", place)
        run(copy, "import", place)
        assert run(copy, "claim") == run(where, "claim")
        assert run(copy, "export", "-") == run(where, "export", "-")


def test_a_pipe_of_two_processes(where: str, tmp_path: Path) -> None:
    """``sayso export - | sayso import -``, and a reader that leaves early."""
    environment = {**os.environ, "SAYSO_STORE": where}
    out = subprocess.Popen([*COMMAND, "export", "-"], stdout=subprocess.PIPE, env=environment)
    done = subprocess.run(
        [*COMMAND, "import", "-", "--store", str(tmp_path / "copy.sqlite"), "--no-match"],
        stdin=out.stdout, capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    assert out.stdout is not None
    out.stdout.close()
    assert out.wait(timeout=60) == 0
    assert done.returncode == 0, done.stderr
    assert b"3 articles added, 0 there already" in done.stderr
