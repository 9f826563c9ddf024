from __future__ import annotations

import gzip
import io
import os
from pathlib import Path

import pytest

from sayso.config import Settings
from sayso.errors import InputError, NoSuchFile
from sayso.pages.files import Input, bytes_of, inputs_of
from sayso.schema import Rejected

PAGE = b"<p>The ferry stayed in port, the harbour master said."
SMALL = Settings(size_max_bytes=1_000)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*names: str, body: bytes = PAGE) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(body)


def test_every_kind_of_argument_is_known_by_its_form(here: Path) -> None:
    write("page.html", "notes", "a.jsonl", "b.JSONL.gz")
    arguments = ["page.html", "notes", "a.jsonl", "b.JSONL.gz", "-", "https://herald.example/1", "HTTP://x", "ftp://x"]
    kinds = ["file", "file", "lines", "lines", "standard input", "url", "url", "url"]
    assert [(found.name, found.what) for found in inputs_of(arguments) if isinstance(found, Input)] == list(
        zip(arguments, kinds, strict=True)
    )


def test_a_folder_gives_its_pages_sorted_and_nothing_else(here: Path) -> None:
    write("news/b.html", "news/a.TXT", "news/c.htm.gz", "news/2/x.xhtml", "news/1/y.html")
    write("news/out.jsonl", "news/photo.jpg", "news/.hidden.html", "news/.git/z.html", "news/.html")
    names = [found.name for found in inputs_of(["news"]) if isinstance(found, Input)]
    assert names == ["news/a.TXT", "news/b.html", "news/c.htm.gz", "news/1/y.html", "news/2/x.xhtml"]


def test_a_folder_that_leads_back_to_itself_ends(here: Path) -> None:
    write("news/a.html")
    os.symlink("..", "news/up")
    os.symlink("nowhere", "news/b.html")
    assert list(inputs_of(["news"])) == [Input("news/a.html", "file")]


def test_a_folder_without_pages_is_a_mistake(here: Path) -> None:
    write("news/photo.jpg")
    with pytest.raises(InputError, match="no page"):
        inputs_of(["news"])


@pytest.mark.parametrize("name", ["missing.html", "", "a\0b", "x" * 5_000, "page.html/inside", "herald.example/1"])
def test_a_missing_file_is_told_before_anything_is_read(here: Path, name: str) -> None:
    write("page.html")
    with pytest.raises(NoSuchFile) as caught:
        inputs_of(["page.html", name])
    assert "https://" in (caught.value.hint or "")


def test_standard_input_can_be_named_once() -> None:
    with pytest.raises(InputError, match="twice"):
        inputs_of(["-", "-"])


@pytest.mark.skipif(os.geteuid() == 0, reason="root can open everything")
def test_a_closed_folder_inside_a_folder_is_told_and_the_rest_go_on(here: Path) -> None:
    write("news/a.html", "news/shut/b.html", "news/z/c.html")
    Path("news/shut").chmod(0)
    try:
        found = list(inputs_of(["news"]))
    finally:
        Path("news/shut").chmod(0o700)
    assert [one.name for one in found if isinstance(one, Input)] == ["news/a.html", "news/z/c.html"]
    assert [one.reason for one in found if isinstance(one, Rejected)] == ["unreadable"]


@pytest.mark.parametrize("body", [PAGE, gzip.compress(PAGE), gzip.compress(PAGE[:9]) + gzip.compress(PAGE[9:])])
def test_a_file_gives_its_bytes_with_gzip_undone(here: Path, body: bytes) -> None:
    write("page.html", body=body)
    assert bytes_of(Input("page.html", "file"), SMALL) == PAGE
    assert bytes_of(Path("page.html"), SMALL) == PAGE


def test_standard_input_gives_its_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(PAGE))))
    assert bytes_of(Input("-", "standard input"), SMALL) == PAGE


def test_a_file_of_just_the_limit_is_read(here: Path) -> None:
    write("page.html", body=bytes(1_000))
    assert bytes_of(Path("page.html"), SMALL) == bytes(1_000)


@pytest.mark.parametrize("body", [bytes(1_001), gzip.compress(bytes(30_000_000))])
def test_a_file_over_the_limit_is_refused(here: Path, body: bytes) -> None:
    write("page.html", body=body)
    found = bytes_of(Path("page.html"), SMALL)
    assert isinstance(found, Rejected)
    assert (found.reason, found.page) == ("too large", "page.html")


def test_a_file_without_end_is_refused() -> None:
    found = bytes_of(Path("/dev/zero"), SMALL)
    assert isinstance(found, Rejected)
    assert found.reason == "too large"


@pytest.mark.parametrize("body", [gzip.compress(PAGE)[:-5], b"\x1f\x8bjunk and more"])
def test_a_damaged_archive_is_refused(here: Path, body: bytes) -> None:
    write("page.html.gz", body=body)
    found = bytes_of(Path("page.html.gz"), SMALL)
    assert isinstance(found, Rejected)
    assert found.reason == "unreadable"


@pytest.mark.parametrize("name", ["missing.html", "."])
def test_a_file_that_cannot_be_opened_is_an_error(here: Path, name: str) -> None:
    with pytest.raises(NoSuchFile):
        bytes_of(Path(name), SMALL)
