"""Where output goes: standard output, one file, or a folder with files for each page."""

from __future__ import annotations

import os
import re
import sys
import tempfile
from pathlib import Path
from typing import BinaryIO, Protocol, Self

from sayso.cli.work import Done
from sayso.errors import InputError
from sayso.export.formats import Format

_NAME_LENGTH_MAX = 80


class Sink(Protocol):
    """A place for results; leaving it with an error leaves no half-written file."""

    def __enter__(self) -> Self:
        """Open it."""
        ...

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Close it."""
        ...

    def put(self, done: Done) -> None:
        """Write one page's result."""
        ...


class Stream:
    """Everything in one stream: standard output, or a file that appears when it is complete.

    :param path: ``None`` for standard output.
    :param whole: what is put is a whole document already, so nothing goes around it.
    """

    def __init__(self, path: Path | None, form: Format, *, whole: bool, encoding: str = "utf-8") -> None:
        self._path = path
        self._form = form
        self._whole = whole
        self._encoding = encoding
        self._parts = 0
        self._temporary: str | None = None

    def __enter__(self) -> Self:
        """Open the stream; an existing file stays as it is until the new one is complete."""
        self._file: BinaryIO
        if self._path is None:
            self._file = sys.stdout.buffer
        else:
            try:
                if self._path.exists() and not self._path.is_file():  # a device or a named pipe
                    self._file = self._path.open("wb")
                else:
                    descriptor, self._temporary = tempfile.mkstemp(dir=self._path.parent, prefix=f".{self._path.name}.")
                    self._file = os.fdopen(descriptor, "wb")
            except OSError as error:
                raise cannot_write(self._path, error) from error
        return self

    def put(self, done: Done) -> None:
        """Write one page's part."""
        for _, text in done.files[:1]:
            before = "" if self._whole else self._form.BETWEEN if self._parts else self._form.HEAD
            self._write(before + text)
            self._parts += 1

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """End the document and put the file in its place; after an error, leave nothing."""
        try:
            if kind is None and not self._whole:
                self._write(("" if self._parts else self._form.HEAD) + self._form.TAIL)
            self._file.flush()
        finally:
            if self._path is not None:
                self._file.close()
            if self._temporary is not None and kind is not None:
                os.unlink(self._temporary)
        if self._temporary is None or self._path is None or kind is not None:
            return
        if self._whole and not self._parts:  # the one page was refused
            os.unlink(self._temporary)
        else:
            os.chmod(self._temporary, 0o666 & ~_umask())
            os.replace(self._temporary, self._path)

    def _write(self, text: str) -> None:
        try:
            self._file.write(text.encode(self._encoding, "replace"))
            if self._path is None:
                self._file.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise cannot_write(self._path or Path("standard output"), error) from error


class Folder:
    """One document for each page, in files named after the page."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._used: dict[str, int] = {}

    def __enter__(self) -> Self:
        """Make the folder."""
        try:
            self._path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise cannot_write(self._path, error) from error
        return self

    def put(self, done: Done) -> None:
        """Write one page's files. Two pages of one name get numbers."""
        if not done.files:
            return
        name = file_name(done.name)
        count = self._used[name] = self._used.get(name, 0) + 1
        stem = name if count == 1 else f"{name}-{count}"
        for suffix, text in done.files:
            # A suffix is an extension, or the name of a file that the whole folder shares.
            path = self._path / (stem + suffix if suffix.startswith(".") else suffix)
            if same_file(path, done.name):
                raise InputError(f"{path} is the page itself", hint="choose another folder with --out")
            try:
                path.write_bytes(text.encode("utf-8", "replace"))
            except OSError as error:
                raise cannot_write(path, error) from error

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Nothing is left to do."""


def file_name(page: str) -> str:
    """Make a file name, without its extension, of a page's path, address or id."""
    name = page.rstrip("/").rsplit("://", 1)[-1]
    name = os.path.basename(name) if "://" not in page else name
    name = re.sub(r"\.(html?|xhtml|txt|jsonl)(\.gz)?(?![\w.])", "", name, flags=re.IGNORECASE)
    name = re.sub(r"[^\w.-]+", "-", name, flags=re.ASCII).strip("-.")
    return name[:_NAME_LENGTH_MAX].strip("-.") or "page"


def same_file(path: Path, page: str) -> bool:
    """Tell whether an output would take the place of the page it is made from."""
    try:
        return os.path.samefile(path, page)
    except (OSError, ValueError):  # one of them is not there, or no path at all
        return False


def cannot_write(path: Path, error: OSError) -> InputError:
    """Say why a file could not be written."""
    return InputError(f"cannot write {path}: {error.strerror or error}", hint="choose another place with --out")


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
