from __future__ import annotations

import gzip
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.pages.encodings import STEP_BYTES, BadCompression, Coding, Decoder, UnknownCoding, coding_of

TEXT = b"The ferry did not sail. " * 40


def bare(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def undone(coding: Coding, data: bytes, piece_bytes: int) -> bytes:
    decoder = Decoder(coding)
    pieces = [data[at : at + piece_bytes] for at in range(0, len(data), piece_bytes)]
    plain = b"".join(out for piece in pieces for out in decoder.feed(piece))
    decoder.finish()
    return plain


@pytest.mark.parametrize("piece_bytes", [1, 2, 3, 7, 10_000])
@pytest.mark.parametrize(
    ("coding", "data"),
    [
        ("identity", TEXT),
        ("gzip", gzip.compress(TEXT)),
        ("gzip", gzip.compress(TEXT[:100]) + gzip.compress(TEXT[100:])),
        ("gzip", gzip.compress(TEXT) + b"left over"),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", bare(TEXT)),
        ("deflate", zlib.compress(TEXT) + b"left over"),
    ],
)
def test_each_coding_is_undone_however_it_arrives(coding: Coding, data: bytes, piece_bytes: int) -> None:
    assert undone(coding, data, piece_bytes) == TEXT


@pytest.mark.parametrize("size", [0, 1, STEP_BYTES - 1, STEP_BYTES, STEP_BYTES + 1, 10 * STEP_BYTES])
@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_lengths_around_a_step_come_out_whole(coding: Coding, size: int) -> None:
    packed = gzip.compress(bytes(size)) if coding == "gzip" else zlib.compress(bytes(size))
    assert undone(coding, packed, 100_000) == bytes(size)
    assert undone(coding, packed, 5) == bytes(size)


def test_a_bomb_comes_out_a_step_at_a_time() -> None:
    bomb = gzip.compress(bytes(30_000_000))
    pieces = Decoder("gzip").feed(bomb)
    assert [len(next(pieces)) for _ in range(3)] == [STEP_BYTES] * 3


@pytest.mark.parametrize(
    ("coding", "data", "words"),
    [
        ("gzip", gzip.compress(TEXT)[:-9], "ends early"),
        ("gzip", b"<html>", "damaged"),
        ("gzip", gzip.compress(TEXT)[:-8] + bytes(8), "damaged"),
        ("deflate", zlib.compress(TEXT)[:-1], "ends early"),
        ("deflate", b"x", "ends early"),
        ("deflate", b"\xff\xff\xff", "damaged"),
    ],
)
def test_damage_is_told(coding: Coding, data: bytes, words: str) -> None:
    with pytest.raises(BadCompression, match=words):
        undone(coding, data, 10_000)


@pytest.mark.parametrize(
    ("header", "coding"),
    [
        (None, "identity"),
        ("", "identity"),
        ("identity", "identity"),
        ("GZIP", "gzip"),
        ("x-gzip", "gzip"),
        (" deflate ", "deflate"),
        ("identity, gzip", "gzip"),
    ],
)
def test_the_header_names_the_coding(header: str | None, coding: Coding) -> None:
    assert coding_of(header) == coding


@pytest.mark.parametrize("header", ["br", "zstd", "gzip, gzip", "gzip, deflate, gzip", "bogus"])
def test_other_codings_and_piles_of_them_are_refused(header: str) -> None:
    with pytest.raises(UnknownCoding):
        coding_of(header)


@given(st.binary(), st.sampled_from(["gzip", "deflate"]), st.integers(1, 50))
def test_any_bytes_are_undone_or_told_to_be_damaged(data: bytes, coding: Coding, piece_bytes: int) -> None:
    with suppress(BadCompression):
        assert isinstance(undone(coding, data, piece_bytes), bytes)
