"""Makes a screenshot small: a PNG of true colours becomes one of at most 256, each pixel the nearest of them.

Source: PNG Specification, W3C, sections 9 (filters) and 11 (chunks).
"""

from __future__ import annotations

import struct
import zlib

import numpy as np

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_COLOURS = 256
_TRUE_COLOUR = 2
_BYTES_PER_PIXEL = 3


def small_png(png: bytes) -> bytes:
    """Give the same picture in the colours that most of its pixels have.

    :param png: 8 bits a channel, no transparency, not interlaced, as Chromium takes it.
    """
    head, data = _chunks(png)
    width, height, depth, kind, *_ = struct.unpack(">IIBBBBB", head)
    assert (depth, kind) == (8, _TRUE_COLOUR), (depth, kind)
    pixels = np.frombuffer(_unfiltered(zlib.decompress(data), width * _BYTES_PER_PIXEL), np.uint8)
    colours, index, counts = np.unique(
        pixels.reshape(-1, _BYTES_PER_PIXEL), axis=0, return_inverse=True, return_counts=True
    )
    palette = colours[np.argsort(counts)[::-1][:_COLOURS]]
    far = ((colours[:, None].astype(int) - palette[None].astype(int)) ** 2).sum(axis=2)
    rows = far.argmin(axis=1).astype(np.uint8)[index].reshape(height, width)
    # Unfiltered rows (type 0), as the specification advises for colours by number.
    packed = zlib.compress(b"".join(b"\0" + row.tobytes() for row in rows), 9)
    indexed = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    chunks = ((b"IHDR", indexed), (b"PLTE", palette.tobytes()), (b"IDAT", packed), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(name, body) for name, body in chunks)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _chunks(png: bytes) -> tuple[bytes, bytes]:
    """Give the header and the compressed pixels."""
    assert png.startswith(_SIGNATURE)
    head, data, at = b"", b"", len(_SIGNATURE)
    while at < len(png):
        (size,) = struct.unpack_from(">I", png, at)
        name, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + size]
        if name == b"IHDR":
            head = body
        elif name == b"IDAT":
            data += body
        at += 12 + size
    return head, data


def _unfiltered(raw: bytes, stride: int) -> bytes:
    """Undo each row's filter; ``stride`` is a row's length in bytes."""
    above = bytearray(stride)
    out = bytearray()
    for at in range(0, len(raw), stride + 1):
        kind, row = raw[at], bytearray(raw[at + 1 : at + 1 + stride])
        if kind:
            for i in range(stride):
                left, corner = (row[i - 3], above[i - 3]) if i >= _BYTES_PER_PIXEL else (0, 0)
                row[i] = (row[i] + _guess(kind, left, above[i], corner)) & 255
        out += row
        above = row
    return bytes(out)


def _guess(kind: int, left: int, up: int, corner: int) -> int:
    """Give what the filter took from a byte: 1 the left one, 2 the upper one, 3 their mean, 4 Paeth's choice."""
    if kind < 4:
        return (left, up, (left + up) >> 1)[kind - 1]
    return min((left, up, corner), key=lambda value: abs(left + up - corner - value))
