"""The real command, in processes of its own."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import pty
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from sayso import Reading
from sayso.export.formats import NAMES
from sayso.export.look import Look
from sayso.export.terminal import render

EXAMPLES = Path(__file__).parents[2] / "examples"
PAGE = EXAMPLES / "newsletter.txt"
BAD = EXAMPLES / "bad" / "too-short.html"
COMMAND = (sys.executable, "-m", "sayso.cli.main")
CLEAN = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}}


def sayso(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        input=stdin,
        capture_output=True,
        check=False,
        env=CLEAN | environment,
        timeout=120,
    )


def in_terminal(*arguments: str | Path, **environment: str) -> str:
    """Run with a terminal of 80 columns for standard output and give what it shows."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        stdout=slave,
        stderr=subprocess.DEVNULL,
        env=CLEAN | {"TERM": "xterm-256color", "COLUMNS": "80"} | environment,
    )
    os.close(slave)
    shown = b""
    try:
        while data := os.read(master, 65_536):
            shown += data
    except OSError:  # how Linux ends a terminal that nobody writes to any more
        pass
    os.close(master)
    assert process.wait(timeout=60) == 0
    return shown.decode().replace("\r\n", "\n")


@pytest.fixture(scope="module")
def reading() -> Reading:
    done = sayso("read", PAGE)
    assert done.returncode == 0, done.stderr
    return Reading.from_dict(json.loads(done.stdout))


def test_a_pipe_gets_one_reading_per_line(reading: Reading) -> None:
    assert reading.attributions
    assert all(reading.text_of(a.content) for a in reading.attributions)


def test_standard_input_and_the_file_give_the_same(reading: Reading) -> None:
    done = sayso("read", "-", stdin=PAGE.read_bytes())
    assert reading.article.id == str(PAGE)
    named = replace(reading, article=replace(reading.article, id="standard input"))
    assert Reading.from_dict(json.loads(done.stdout)) == named


def test_every_row_of_many_pages_names_its_page() -> None:
    other = EXAMPLES / "press-release-ferry.html"
    rows = list(csv.DictReader(io.StringIO(sayso("read", PAGE, other, "--format", "csv").stdout.decode())))
    assert list(dict.fromkeys(row["article"] for row in rows)) == [str(PAGE), str(other)]


def test_a_terminal_gets_the_view_in_colour(reading: Reading) -> None:
    assert in_terminal("read", PAGE) == render(reading, look=Look(width=80, colour=True))


@pytest.mark.parametrize(("option", "environment"), [("--no-color", {}), ("--width=80", {"NO_COLOR": "1"})])
def test_a_terminal_without_colour_gets_the_same_view(
    reading: Reading, option: str, environment: dict[str, str]
) -> None:
    assert in_terminal("read", PAGE, option, **environment) == render(reading, look=Look(width=80))


def test_a_terminal_without_unicode_gets_ascii(reading: Reading) -> None:
    done = sayso("read", PAGE, "-f", "terminal", "--width", "100", PYTHONIOENCODING="ascii")
    assert done.stdout.decode("ascii") == render(reading, look=Look(width=100, encoding="ascii"))


def test_every_format_can_be_asked_for(reading: Reading, tmp_path: Path) -> None:
    for name in NAMES:
        done = sayso("read", PAGE, "--format", name, "--out", f"{tmp_path}/{name}/")
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    found = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    assert found == {
        "terminal/newsletter.txt", "json/newsletter.json", "jsonl/newsletter.jsonl", "html/newsletter.html",
        "csv/newsletter.csv", "jsonld/newsletter.jsonld", "webannotation/newsletter.jsonld",
        "prov-json/newsletter.prov.json", "prov-n/newsletter.provn",
        "brat/newsletter.ann", "brat/newsletter.txt", "brat/annotation.conf",
    }  # fmt: skip
    assert Reading.from_dict(json.loads((tmp_path / "json/newsletter.json").read_bytes())) == reading
    assert (tmp_path / "brat/newsletter.txt").read_text(encoding="utf-8") == reading.article.text


def test_the_name_of_the_output_gives_the_format(tmp_path: Path) -> None:
    assert sayso("read", PAGE, "-o", tmp_path / "a.html").returncode == 0
    assert (tmp_path / "a.html").read_bytes().startswith(b"<!doctype html>")
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]


def test_as_is_keeps_every_character(tmp_path: Path) -> None:
    text = "Home | News\n\nShe said the bridge was “open”.\n\nSign up\n"
    done = sayso("read", "--as-is", "-", stdin=b"\xef\xbb\xbf" + text.encode())
    assert json.loads(done.stdout)["article"]["text"] == text
    refused = sayso("read", "--as-is", "-", stdin=b" \n")
    assert (refused.returncode, refused.stdout) == (1, b"")
    assert refused.stderr.startswith(b"sayso: standard input: refused, empty: ")


LINES = [
    {"id": "one", "text": "The mayor said the bridge was open.", "title": "Bridge"},
    {"id": "two", "text": ""},
    {"id": "three", "text": "“It is shut,” said Ada Quill.\n\nNobody crossed.", "url": "https://a.example/3"},
]


def test_lines_are_articles_as_they_are(tmp_path: Path) -> None:
    data = "".join(json.dumps(line) + "\n" for line in LINES).encode() + b"not json\n"
    plain, packed = tmp_path / "a.jsonl", tmp_path / "b.jsonl.gz"
    plain.write_bytes(data)
    packed.write_bytes(gzip.compress(data))
    done = sayso("read", plain, packed, "--rejected", tmp_path / "refused.jsonl")
    assert done.returncode == 1
    articles = [json.loads(line)["article"] for line in done.stdout.splitlines()]
    assert [article["id"] for article in articles] == ["one", "three", "one", "three"]
    assert articles[1]["text"] == LINES[2]["text"]
    refused = [json.loads(line) for line in (tmp_path / "refused.jsonl").read_text().splitlines()]
    assert [(r["page"], r["reason"]) for r in refused] == [
        (f"{plain}:2", "empty"), (f"{plain}:4", "bad line"), (f"{packed}:2", "empty"), (f"{packed}:4", "bad line"),
    ]  # fmt: skip
    assert b"4 of 8 pages read; not read: 2 empty, 2 bad line" in done.stderr


def test_bad_pages_are_reported_and_the_rest_go_on() -> None:
    done = sayso("read", PAGE, BAD, "nowhere.html", PAGE, "-f", "csv")
    assert done.returncode == 1
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode(), newline="")))
    assert len(rows) % 2 == 0
    assert rows[: len(rows) // 2] == rows[len(rows) // 2 :]
    messages = done.stderr.decode().splitlines()
    assert messages[0].startswith(f"sayso: {BAD}: refused, too short: ")
    assert messages[1].startswith("sayso: nowhere.html: cannot read 'nowhere.html'")
    assert messages[2] == "sayso: 2 of 4 pages read; not read: 1 too short, 1 failed"
    assert len(messages) == 3


def test_the_number_of_processes_changes_nothing() -> None:
    pages = [*sorted(EXAMPLES.glob("*.html"))[:3], PAGE, EXAMPLES / "bad", "nowhere.html"]
    one, three = (sayso("read", *pages, "--jobs", jobs) for jobs in ("1", "3"))
    assert one.stdout.count(b"\n") == 4
    assert one.stdout == three.stdout
    assert one.stderr == three.stderr
    assert one.returncode == three.returncode == 1


def test_several_pages_in_one_document(tmp_path: Path) -> None:
    for name, check in (("json", json.loads), ("webannotation", json.loads), ("jsonld", json.loads), ("html", str)):
        done = sayso("read", PAGE, PAGE, "-f", name)
        assert done.returncode == 0, done.stderr
        document = check(done.stdout.decode())
        if name == "html":
            assert document.count("<article ") == 2
            assert document.count("<script>") == 1
        else:
            assert len(document["@graph"] if name == "jsonld" else document) == 2


def test_two_pages_of_one_name_are_two_files(tmp_path: Path) -> None:
    assert sayso("read", PAGE, PAGE, "-o", f"{tmp_path}/out/").returncode == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["newsletter-2.jsonl", "newsletter.jsonl"]


def test_a_refused_page_leaves_the_output_as_it_was(tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    out.write_text("before")
    done = sayso("read", BAD, "-o", out)
    assert (done.returncode, done.stdout) == (1, b"")
    assert out.read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]


def test_no_page_is_written_over_by_what_is_made_of_it(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(PAGE.read_bytes())
    for out, code in ((page, 2), (f"{tmp_path}/", 1)):
        done = sayso("read", page, "-f", "terminal", "-o", out)
        assert done.returncode == code
        assert b"page" in done.stderr
        assert page.read_bytes() == PAGE.read_bytes()


def test_an_output_that_cannot_be_written_is_an_error_not_a_crash(tmp_path: Path) -> None:
    done = sayso("read", PAGE, "-o", tmp_path / "no" / "such" / "folder.json")
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        f"sayso: cannot write {tmp_path}/no/such/folder.json: No such file or directory",
        "  choose another place with --out",
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["read"], "Missing argument"),
        (["read", str(PAGE), "-f", "pdf"], "'pdf' is none of: terminal, json"),
        (["read", str(PAGE), "--jobs", "0"], "--jobs"),
        (["read", "-", "-"], "standard input can be read only once"),
        (["read", str(PAGE), str(PAGE), "-f", "brat"], "--out FOLDER/"),
        (["raed"], "raed"),
        (["--wrong"], "--wrong"),
    ],
)
def test_misuse_is_explained_with_code_2(arguments: list[str], message: str) -> None:
    done = sayso(*arguments)
    assert done.returncode == 2
    assert message in " ".join(done.stderr.decode().split())
    assert b"Traceback" not in done.stderr
    assert done.stdout == b""


def test_alone_it_shows_help_with_an_example() -> None:
    done = sayso()
    assert done.returncode == 0
    assert b"Example: sayso read " in done.stdout
    assert b"  sayso read examples/" in sayso("read", "--help").stdout


def test_the_version_needs_nothing_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "sayso.cli.main", "--version"], capture_output=True, check=True
    )
    assert re.fullmatch(r"sayso \d+\.\d+\.\d+\n", done.stdout.decode())
    for heavy in ("onnxruntime", "numpy", "rich", "lxml", "trafilatura", "httpx", "multiprocessing"):
        assert not re.search(rf"\| +{heavy}$", done.stderr.decode(), re.MULTILINE), heavy


def test_a_reader_that_stops_reading_ends_it_quietly(tmp_path: Path) -> None:
    lines = tmp_path / "many.jsonl"
    lines.write_text((json.dumps({"text": "“It is shut,” said Ada Quill. " * 40}) + "\n") * 30)
    for jobs in ("1", "2"):
        command = [*COMMAND, "read", str(lines), "-j", jobs]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=CLEAN) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            assert process.stdout.readline().startswith(b"{")
            process.stdout.close()
            assert process.stderr.read() == b""
            assert process.wait(timeout=60) == 141


def test_ctrl_c_ends_it_quietly(tmp_path: Path) -> None:
    lines = tmp_path / "many.jsonl"
    lines.write_text((json.dumps({"text": "“It is shut,” said Ada Quill. " * 40}) + "\n") * 300)
    out = tmp_path / "out.jsonl"
    for jobs in ("1", "2"):
        command = [*COMMAND, "read", str(lines), "-j", jobs]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=CLEAN, start_new_session=True
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.readline()
            os.killpg(process.pid, signal.SIGINT)
            process.stdout.read()
            assert process.stderr.read() == b""
            assert process.wait(timeout=60) == 130
    assert not out.exists()


@pytest.fixture
def asked() -> list[str]:
    """The paths that the server was asked for, in order."""
    return []


@pytest.fixture
def server(asked: list[str]) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_request(self, *args: object) -> None:
            asked.append(self.path)

        def log_message(self, *args: object) -> None:
            pass

    handler = partial(Quiet, directory=str(EXAMPLES))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as served:
        thread = threading.Thread(target=served.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{served.server_port}"
        served.shutdown()
        thread.join()


def test_a_url_is_fetched_and_private_addresses_only_when_allowed(server: str) -> None:
    refused = sayso("read", f"{server}/court-arson.html")
    assert refused.returncode == 1
    assert b"refused, refused address: " in refused.stderr
    allowed = sayso("read", f"{server}/court-arson.html", "--allow-private")
    assert allowed.returncode == 0, allowed.stderr
    page = Reading.from_dict(json.loads(sayso("read", EXAMPLES / "court-arson.html").stdout))
    fetched = Reading.from_dict(json.loads(allowed.stdout))
    assert fetched.article.text == page.article.text
    assert fetched.attributions == page.attributions


def test_one_process_asks_a_site_for_its_robots_txt_once(server: str, asked: list[str]) -> None:
    pages = [f"{server}/{name}.html" for name in ("court-arson", "science-eels", "wire-amp-mine")]
    assert sayso("read", *pages, "--allow-private", "--jobs", "1").returncode == 0
    assert asked.count("/robots.txt") == 1
    assert len(set(asked)) == 4


def test_the_examples_of_the_help_run_from_a_clone(tmp_path: Path) -> None:
    shown = sayso("read", "--help").stdout.decode().partition("Examples:")[2]
    lines = [line.strip() for line in shown.splitlines() if line.strip()]
    assert len(lines) >= 3
    for line in lines:
        assert line.startswith("sayso read ")
        pages = [word for word in line.split() if word.startswith("examples/")]
        assert pages
        assert all(list(EXAMPLES.parent.glob(page)) for page in pages)
    assert b"examples/breaking-paste.txt" in sayso("--help").stdout


@pytest.mark.parametrize("term", ["xterm", "dumb"])
def test_a_run_over_several_pages_shows_its_progress_on_a_terminal_that_can(term: str) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, "read", str(PAGE), str(BAD)], stdout=subprocess.PIPE, stderr=theirs, env=CLEAN | {"TERM": term}
    )
    os.close(theirs)
    shown = b""
    try:
        while data := os.read(ours, 65_536):
            shown += data
    except OSError:
        pass
    os.close(ours)
    assert process.stdout is not None
    with process.stdout as results:
        assert len(results.read().splitlines()) == 1
    assert process.wait(timeout=60) == 1
    assert (re.search(rb"reading .*/2", shown) is not None) == (term == "xterm")
    assert b"refused, too short" in shown
    if term == "dumb":
        assert all(line.startswith(b"sayso: ") for line in shown.splitlines())
