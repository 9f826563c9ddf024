"""What plainly is not a page, by its first bytes."""

from __future__ import annotations

SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive (or an Office or EPUB file, which are ZIP archives)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
    (b"\x1f\x8b", "gzip data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ\x00", "xz data"),
    (b"\x28\xb5\x2f\xfd", "zstandard data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "an RTF file"),
    (b"wOF2", "a font"),
    (b"ID3", "an MP3 file"),
    (b"OggS", "an Ogg file"),
    (b"SQLite format 3\x00", "an SQLite database"),
)


def foreign_format(data: bytes) -> str | None:
    """Name the format of bytes that cannot be HTML or plain text, with its article; ``None`` for all others."""
    for signature, name in SIGNATURES:
        if data.startswith(signature):
            return name
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return "an image, sound or film (RIFF)"
    if data[4:8] == b"ftyp":
        return "a film or image (MP4 family)"
    return None
