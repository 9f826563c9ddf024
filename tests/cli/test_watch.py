"""``sayso watch``: the real command, as cron and people run it."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from reports import item, page, rss
from server import Server, answer
from test_add import CLEAN, COMMAND, sayso

from sayso.store.store import Store


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        running.routes |= {f"/{n}": answer(page(n), content_type="text/html") for n in (1, 2)}
        running.routes["/feed"] = answer(rss(item("/1"), item("/2")), etag='"a"')
        yield running


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return tmp_path / "corpus.sqlite"


OPTIONS = ("--allow-private", "--pause", "0", "--no-match")


def test_cron_runs_it_again_and_again(server: Server, corpus: Path, tmp_path: Path) -> None:
    listed = tmp_path / "feeds.txt"
    listed.write_text(f"# mine\n{server.url('/feed')}\n{server.url('/missing')}\n")
    first = sayso(corpus, "watch", "--once", listed, *OPTIONS)
    assert first.returncode == 1  # one of the two feeds has a problem
    assert "2 feeds asked (1 with problems); 2 new items" in first.stdout
    assert "2 articles added" in first.stdout
    assert f"sayso: {server.url('/missing')}: the server answered 404" in first.stderr
    server.routes["/feed"] = b"HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"
    second = sayso(corpus, "watch", "--once", listed, *OPTIONS)
    assert second.returncode == 0
    assert "1 feed asked (1 unchanged); no new items" in second.stdout
    assert second.stderr == ""
    assert server.targets().count("/1") == server.targets().count("/2") == 1
    shown = sayso(corpus, "watch", "--list").stdout
    assert f"{server.url('/feed')}\n    Ostrel Post; last asked " in shown
    assert "problem: the server answered 404" in shown
    assert sayso(corpus, "watch", "--forget", server.url("/missing")).returncode == 0
    assert "1 feed\n" in sayso(corpus, "watch", "--list").stdout
    assert sayso(corpus, "watch", "--forget", server.url("/missing")).returncode == 1
    assert "Feeds: 1, last asked" in sayso(corpus, "status").stdout


def test_misuse_is_explained(corpus: Path, tmp_path: Path) -> None:
    nothing = sayso(corpus, "watch", "--once")
    assert nothing.returncode == 1
    assert "there is no corpus" in nothing.stderr
    wrong = tmp_path / "feed.xml"
    wrong.write_bytes(rss(item("/1")))
    done = sayso(corpus, "watch", wrong)
    assert done.returncode == 1
    assert "a feed is named by its https:// address" in done.stderr
    assert not corpus.exists()


def test_private_addresses_are_not_asked(server: Server, corpus: Path) -> None:
    done = sayso(corpus, "watch", "--once", server.url("/feed"), "--no-match")
    assert done.returncode == 1
    assert "refused address" in done.stderr
    assert server.seen == []


def test_it_follows_until_ctrl_c(server: Server, corpus: Path) -> None:
    command = [*COMMAND, "watch", server.url("/feed"), *OPTIONS, "--store", str(corpus)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=CLEAN, start_new_session=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert b"1 feed asked; 2 new items" in process.stdout.readline()
        assert b"2 articles added" in process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        said = process.stderr.read().decode()
        assert process.wait(timeout=60) == 130
    assert said.splitlines()[-1] == "sayso: stopped"
    assert "Traceback" not in said
    with Store.open(corpus, create=False) as store:
        assert len(list(store.entries())) == 2
