"""``sayso add``, ``status`` and ``remove``: the real commands, in processes of their own."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from archive import http, packed, record
from reports import page, rss, text

from sayso.store.store import Store

COMMAND = (sys.executable, "-m", "sayso.cli.main")
CLEAN = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}}


def sayso(store: Path, *arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [*COMMAND, *map(str, arguments), "--store", str(store)],
        input=stdin,
        capture_output=True,
        check=False,
        env=CLEAN,
        timeout=240,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return tmp_path / "corpus.sqlite"


def lines(path: Path, count: int) -> Path:
    path.write_text(
        "".join(
            json.dumps({"id": str(n), "text": text(n), "url": f"https://a.example/{n}"}) + "\n" for n in range(count)
        )
    )
    return path


def test_everything_that_can_be_named_is_added(corpus: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "1.html").write_bytes(page(1))
    (folder / "2.html").write_bytes(page(2))
    (folder / "short.html").write_bytes(b"<html><body><p>Too short.</p></body></html>")
    (folder / "feed.html").write_bytes(rss())
    crawl = tmp_path / "crawl.warc.gz"
    crawl.write_bytes(
        packed(
            [
                record("https://b.example/3", http(page(3)), date="2031-03-04T05:06:07Z"),
                record("https://b.example/same", http(page(1))),
                record("https://b.example/pic", http(b"\xff\xd8\xff", content_type="image/jpeg")),
            ]
        )
    )
    refused = tmp_path / "refused.jsonl"
    done = sayso(
        corpus, "add", folder, lines(tmp_path / "a.jsonl", 2), crawl, "-", "nowhere.html",
        "--no-match", "--jobs", "2", "--rejected", refused, stdin=page(9),
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stdout.splitlines()[:3] == [
        "7 articles added: 1 with the text of an article at another address",
        "3 pages not added: 1 not an article, 1 too short, 1 failed",
        "7 still to be held against the rest: `sayso add` does it",
    ]
    assert "sayso search" in done.stdout
    assert "records that are no pages: 1 image files" in done.stderr
    assert [json.loads(line)["reason"] for line in refused.read_text().splitlines()] == [
        "not an article",
        "too short",
        "failed",
    ]
    with Store.open(corpus, create=False) as store:
        entries = {entry.url or entry.title: entry for entry in store.entries()}
        assert len(entries) == 7
        crawled = entries["https://b.example/3"]
        assert crawled.fetched == "2031-03-04T05:06:07+00:00"
        assert store.body(crawled.id) == page(3)
        assert store.body(entries["https://a.example/0"].id) is None  # its text is all there is
        assert crawled.profile == "sayso-fast"


def test_what_is_there_is_not_read_again(corpus: Path, tmp_path: Path) -> None:
    one = tmp_path / "1.html"
    link = '<link rel="canonical" href="https://c.example/bridge">'
    one.write_bytes(page(1, head=link))
    articles = lines(tmp_path / "a.jsonl", 3)
    assert sayso(corpus, "add", one, articles, "--no-match").returncode == 0
    again = sayso(corpus, "add", one, articles, "--no-match", "--profile", "accurate")
    assert again.returncode == 0
    assert again.stdout.splitlines()[:2] == ["0 articles added", "4 pages unchanged"]
    one.write_bytes(page(1, head=link + "<meta name=x>"))  # other bytes, the same text
    assert "1 page unchanged" in sayso(corpus, "add", one, "--no-match").stdout
    one.write_bytes(page(1, head=link, more="“It was not safe,” said Ada Quill on Tuesday."))
    changed = sayso(corpus, "add", one, "--no-match").stdout
    assert "1 article added: 1 new version of a known page (" in changed
    assert f"{one}: version 2, now " in changed
    with Store.open(corpus, create=False) as store:
        assert all(entry.profile == "sayso-fast" for entry in store.entries())


def test_as_is_and_a_bad_file(corpus: Path, tmp_path: Path) -> None:
    plain = tmp_path / "text.txt"
    plain.write_text("Short, but the bridge is shut, said Ada Quill.")
    assert sayso(corpus, "add", "--as-is", plain, "--no-match").stdout.startswith("1 article added")
    done = sayso(tmp_path / "other.sqlite", "add", plain)
    assert done.returncode == 1
    assert done.stderr.startswith(f"sayso: {plain}: refused, too short")


def test_a_corpus_that_cannot_be_opened_is_an_error(tmp_path: Path) -> None:
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"no database" * 1_000)
    done = sayso(broken, "add", lines(tmp_path / "a.jsonl", 1))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "is no corpus" in done.stderr
    none = sayso(tmp_path / "none.sqlite", "status")
    assert none.returncode == 1
    assert "there is no corpus" in none.stderr


def test_killed_at_random_moments_it_completes_when_run_again(corpus: Path, tmp_path: Path) -> None:
    total = 100
    articles = lines(tmp_path / "many.jsonl", total)
    command = [*COMMAND, "add", str(articles), "--no-match", "--jobs", "2", "--store", str(corpus)]
    kills = 0
    held = 0
    moments = random.Random(7)
    while kills < 4:
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=CLEAN, start_new_session=True
        )
        begun = time.monotonic()
        before = held
        # Somewhere after the first new articles of this run, or at the latest after a while.
        while process.poll() is None and held <= before and time.monotonic() - begun < 60:
            time.sleep(moments.uniform(0.0, 0.2))
            held = count(corpus)
        time.sleep(moments.uniform(0.0, 0.3))
        if process.poll() is not None:
            break
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        kills += 1
        with Store.open(corpus, create=False) as store:
            entries = list(store.entries())
            for entry in entries:
                reading = store.reading(entry.id)
                ids = [f"{entry.id}#{attribution.id}" for attribution in reading.attributions]
                assert len(store.statements(ids)) == len(ids)
            held = len(entries)
    assert kills >= 2
    done = sayso(corpus, "add", articles, "--no-match")
    assert done.returncode == 0, done.stderr
    assert count(corpus) == total
    with Store.open(corpus, create=False) as store:
        entries = list(store.entries(versions=True))
    assert len({entry.url for entry in entries}) == len(entries) == total
    assert f"{total} pages unchanged" in sayso(corpus, "add", articles, "--no-match").stdout


def count(corpus: Path) -> int:
    if not corpus.exists():
        return 0
    try:
        with Store.open(corpus, create=False) as store:
            return sum(1 for _ in store.entries())
    except Exception:  # being made just now
        return 0


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_keeps_whole_articles_and_says_how_to_go_on(corpus: Path, tmp_path: Path, jobs: str) -> None:
    articles = lines(tmp_path / "many.jsonl", 2_000)
    command = [*COMMAND, "add", str(articles), "--no-match", "--jobs", jobs, "--store", str(corpus)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=CLEAN, start_new_session=True
    ) as process:
        assert process.stderr is not None
        while process.poll() is None and count(corpus) == 0:
            time.sleep(0.2)
        os.killpg(process.pid, signal.SIGINT)
        said = process.stderr.read().decode()
        assert process.wait(timeout=60) == 130
    assert "stopped; " in said
    assert "The same command goes on with the rest." in said
    assert "Traceback" not in said
    assert 0 < count(corpus) < 2_000


def test_status_and_remove(corpus: Path, tmp_path: Path) -> None:
    one = tmp_path / "1.html"
    link = '<link rel="canonical" href="https://a.example/bridge"><meta property="og:site_name" content="The \x1b[31mPost">'
    one.write_bytes(page(1, head=link))
    bad = tmp_path / "bad.html"
    bad.write_text("<html><body><p>Too short.</p></body></html>")
    sayso(corpus, "add", one, bad, "--no-match")
    one.write_bytes(page(1, head=link, more="It was not safe, said Ada Quill."))
    sayso(corpus, "add", one, "--no-match")
    shown = sayso(corpus, "status").stdout
    assert "Articles      1  (1 earlier versions)" in shown
    assert "To match      1" in shown
    assert "Pages refused: 1 too short" in shown
    assert "\x1b" not in shown
    data = json.loads(sayso(corpus, "status", "--format", "json").stdout)
    assert (data["articles"], data["versions"], data["refused"]) == (1, 1, [["too short", 1]])
    (line,) = sayso(corpus, "status", "--list").stdout.splitlines()
    id = line[:12]
    unasked = sayso(corpus, "remove", id)
    assert unasked.returncode == 2
    assert "--yes" in unasked.stderr
    assert sayso(corpus, "remove", id, "000000000000", "--yes").returncode == 1
    assert json.loads(sayso(corpus, "status", "--format", "json").stdout)["articles"] == 1
    done = sayso(corpus, "remove", "http://www.a.example/bridge?utm_source=x#top", "--yes")
    assert done.stdout.splitlines()[-1] == "2 articles removed."
    data = json.loads(sayso(corpus, "status", "--format", "json").stdout)
    assert (data["articles"], data["versions"], data["statements"], data["bodies"]) == (0, 0, 0, 0)
    assert "there is no article from" in sayso(corpus, "remove", "https://a.example/bridge", "--yes").stderr
