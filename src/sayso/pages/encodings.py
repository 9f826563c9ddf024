"""Compressed bytes made plain, never more than a cap at a time.

A few kilobytes of gzip can hold gigabytes, so every step asks zlib for a bounded number of bytes; nothing here ever
holds more than one step's output. httpx's own decoders have no such bound, which is why they are not used.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Literal

Coding = Literal["identity", "gzip", "deflate"]
ACCEPTED = "gzip, deflate"
"""What to ask a server for. Brotli and Zstandard are left out: their Python packages cannot bound a step's output."""
STEP_BYTES = 65_536
GZIP_MAGIC = b"\x1f\x8b"
WRAPPERS = {"gzip": zlib.MAX_WBITS | 16, "zlib": zlib.MAX_WBITS, "bare": -zlib.MAX_WBITS}
"""zlib's ``wbits`` for each wrapper around deflate data."""


class BadCompression(ValueError):
    """Compressed bytes that are damaged or end early."""


class UnknownCoding(ValueError):
    """A coding, or a pile of codings, that is not undone here."""


def coding_of(header: str | None) -> Coding:
    """Read a Content-Encoding header.

    :raises UnknownCoding: for anything but one of gzip and deflate; two at once have no honest use.
    Source: RFC 9110, section 8.4.
    """
    codings = [name for part in (header or "").split(",") if (name := part.strip().lower()) not in ("", "identity")]
    match codings:
        case []:
            return "identity"
        case ["gzip" | "x-gzip"]:
            return "gzip"
        case ["deflate"]:
            return "deflate"
    raise UnknownCoding(", ".join(codings))


class Decoder:
    """Undoes one coding, fed piece by piece."""

    def __init__(self, coding: Coding) -> None:
        self._coding = coding
        self._inflate = zlib.decompressobj(WRAPPERS["gzip"]) if coding == "gzip" else None
        self._held = b""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Give the plain bytes that ``data`` adds, in pieces of at most ``STEP_BYTES`` where there is a coding.

        Bytes after the end of the stream are dropped, as browsers do, unless they open another gzip member.

        :raises BadCompression: if the bytes are damaged.
        """
        if self._coding == "identity":
            yield data
            return
        data, self._held = self._held + data, b""
        if self._inflate is None:
            if len(data) < 2:
                self._held = data
                return
            self._inflate = zlib.decompressobj(WRAPPERS["zlib" if _has_zlib_header(data) else "bare"])
        while data:
            if self._inflate.eof:
                if self._coding != "gzip" or not GZIP_MAGIC.startswith(data[:2]):
                    return
                self._inflate = zlib.decompressobj(WRAPPERS["gzip"])
            try:
                plain = self._inflate.decompress(data, STEP_BYTES)
                while plain:
                    yield plain
                    # A full step may leave output waiting inside zlib with no input left to call it out.
                    waiting = len(plain) == STEP_BYTES and not self._inflate.eof
                    plain = self._inflate.decompress(self._inflate.unconsumed_tail, STEP_BYTES) if waiting else b""
            except zlib.error as error:
                raise BadCompression(f"The {self._coding} data is damaged: {error}.") from error
            data = self._inflate.unused_data if self._inflate.eof else self._inflate.unconsumed_tail

    def finish(self) -> None:
        """Check that the stream came to its end.

        :raises BadCompression: if it did not.
        """
        if self._coding != "identity" and (self._inflate is None or not self._inflate.eof):
            raise BadCompression(f"The {self._coding} data ends early.")


def _has_zlib_header(data: bytes) -> bool:
    """Tell RFC 1950 data from the bare deflate that some servers send where RFC 9110 wants the wrapper."""
    return data[0] & 0x0F == 8 and (data[0] << 8 | data[1]) % 31 == 0
