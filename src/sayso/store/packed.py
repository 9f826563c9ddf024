"""Readings, bodies and small JSON as bytes in a column, and back."""

from __future__ import annotations

import hashlib
import json
import zlib

import msgspec

from sayso.encode import from_builtins, to_json
from sayso.errors import StoreDamaged
from sayso.schema import Reading

_LEVEL = 6  # of zlib; 9 saves 1 % and takes twice the time


def pack(data: bytes) -> bytes:
    """Compress."""
    return zlib.compress(data, _LEVEL)


def unpack(data: bytes) -> bytes:
    """Give back what was packed.

    :raises StoreDamaged: if it is damaged; zlib keeps a checksum.
    """
    try:
        return zlib.decompress(data)
    except zlib.error as error:
        raise StoreDamaged(
            f"something in the corpus is damaged ({error})", hint="`sayso db check` says what"
        ) from error


def pack_reading(reading: Reading) -> bytes:
    """Compress a reading's JSON."""
    return pack(to_json(reading))


def unpack_reading(data: bytes) -> Reading:
    """Give back an equal reading.

    :raises StoreDamaged: if it is damaged.
    """
    raw = unpack(data)
    try:
        return msgspec.json.decode(raw, type=Reading)
    except msgspec.DecodeError:  # an escaped lone surrogate, which only Python's own decoder takes
        return from_builtins(json.loads(raw))


class _Text(msgspec.Struct):
    text: str


class _OnlyText(msgspec.Struct):
    article: _Text


def text_in(data: bytes) -> str:
    """Give the article's text out of a packed reading; the rest is passed over.

    :raises StoreDamaged: if it is damaged.
    """
    raw = unpack(data)
    try:
        return msgspec.json.decode(raw, type=_OnlyText).article.text
    except msgspec.DecodeError:  # an escaped lone surrogate, which only Python's own decoder takes
        return str(json.loads(raw)["article"]["text"])


def digest(data: bytes) -> str:
    """Give the SHA-256 of some bytes, in hex."""
    return hashlib.sha256(data).hexdigest()


def digest_of_text(text: str) -> str:
    """Give the SHA-256 of a text as UTF-8, in hex; lone surrogates count as themselves."""
    return digest(text.encode("utf-8", "surrogatepass"))
