"""Bytes of a page to text: mark, HTTP header, meta tag, UTF-8, detection, in the order that does least harm."""

from __future__ import annotations

import codecs
import re

from sayso.pages.signatures import foreign_format
from sayso.schema import Rejected

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Names that pages write, and the codec that browsers use for them (WHATWG Encoding Standard, section 4.2): the web's
# "latin-1" is windows-1252. Only these are taken: Python also knows codecs that are slow or no charsets at all.
_WINDOWS_1252 = (
    "ascii us-ascii iso-8859-1 iso8859-1 iso_8859-1 latin1 latin-1 l1 windows-1252 cp1252 x-cp1252 ansi iso-8859-15"
)
_CODECS = {
    **dict.fromkeys(_WINDOWS_1252.split(), "cp1252"),
    **dict.fromkeys("utf-8 utf8 unicode-1-1-utf-8 x-utf-8".split(), "utf-8"),
    **dict.fromkeys("utf-16 utf-16le unicode".split(), "utf-16-le"),
    "utf-16be": "utf-16-be",
    **dict.fromkeys("gb2312 gbk gb18030 x-gbk gb_2312-80".split(), "gb18030"),
    **dict.fromkeys("big5 big5-hkscs x-x-big5".split(), "big5hkscs"),
    **dict.fromkeys("shift_jis shift-jis sjis x-sjis windows-31j ms_kanji".split(), "cp932"),
    **dict.fromkeys("euc-jp x-euc-jp".split(), "euc_jp"),
    **dict.fromkeys("euc-kr ks_c_5601-1987 windows-949 korean".split(), "cp949"),
    "iso-2022-jp": "iso2022_jp",
    **dict.fromkeys("koi8-r koi8 koi8_r".split(), "koi8_r"),
    "koi8-u": "koi8_u",
    **{f"windows-{n}": f"cp{n}" for n in range(1250, 1259) if n != 1252},
    **{f"cp{n}": f"cp{n}" for n in range(1250, 1259) if n != 1252},
    **{f"iso-8859-{n}": f"iso8859_{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 16)},
    **dict.fromkeys("iso-8859-9 latin5".split(), "cp1254"),
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "windows-874": "cp874",
    "macintosh": "mac_roman",
}
_TOLD_APART = frozenset(
    "cp1251 koi8_r koi8_u mac_cyrillic iso8859_5 cp866 cp932 shift_jis shift_jis_2004 shift_jisx0213 euc_jp "
    "euc_jis_2004 euc_jisx0213 iso2022_jp gb18030 gbk gb2312 big5 big5hkscs cp949 euc_kr johab cp1253 iso8859_7 "
    "cp1255 iso8859_8 cp1256 iso8859_6 cp874 tis_620".split()
)
"""Python's names of the codecs that detection may choose: those of other scripts."""
_META = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,400}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE
)
_META_WITHIN_BYTES = 16_384
"""Browsers look at 1,024 bytes; real pages put the tag later."""
_BAD_SHARE_MAX = 0.002
"""Fewer bad sequences than this per byte are slips in a UTF-8 page (pasted windows-1252), not another encoding."""
_HIGH_BYTES = bytes(range(0x80, 0x100))
_SAMPLE_BYTES = 65_536
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROL_SHARE_MAX = 0.01
_REPAIR = "sayso-windows-1252"
# UTF-8 read as windows-1252 and saved again: "â€™" for an apostrophe, "Ã©" for é.
_TWICE = re.compile("[ÂÃâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,2}")


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    bad = error.object[error.start : error.end]
    return bad.decode("cp1252", "replace"), error.end


codecs.register_error(_REPAIR, _as_windows_1252)


def decode_page(data: bytes, *, charset: str | None = None) -> str | Rejected:
    """Turn a page's bytes into text.

    A mark at the start decides, then UTF-8 where the bytes are valid in it, then the HTTP header, then the page's own
    ``meta`` tag, then detection. Validity as UTF-8 comes before the header because text in another encoding is almost
    never valid UTF-8, while headers are often wrong.

    :param charset: the name from the HTTP header, if any; an unknown name is passed over.
    :return: text, or ``Rejected("undecodable", …)`` for what is not text at all.
    """
    foreign = foreign_format(data)
    if foreign is not None:
        return Rejected(
            "undecodable",
            f"The bytes are {foreign}; an HTML page or plain text is needed. Unpack it or save the page as HTML.",
        )
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _mended(data[len(mark) :].decode(codec, _REPAIR if codec == "utf-8" else "replace"))
    wide = _wide_codec(data[:_SAMPLE_BYTES])
    if wide is not None:
        return data.decode(wide, "replace")
    sample = data[:_SAMPLE_BYTES]
    controls = len(_CONTROL.findall(sample))
    if controls > max(8, _CONTROL_SHARE_MAX * len(sample)):
        return Rejected(
            "undecodable",
            f"{controls} of the first {len(sample)} bytes are control characters, so this is not text in any encoding; "
            "an HTML page or plain text is needed.",
        )
    try:
        return _mended(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    declared = [name for name in (_codec(charset), _codec(_meta_charset(data))) if name is not None]
    for name in declared:
        if name == "utf-8":
            text = data.decode("utf-8", "replace")
            if text.count("\ufffd") <= max(4, _BAD_SHARE_MAX * len(data)):
                return _mended(data.decode("utf-8", _REPAIR))
            continue
        text = data.decode(name, "replace")
        if text.count("\ufffd") <= max(4, _BAD_SHARE_MAX * len(data)):
            return text
    return _detected(data)


def _codec(name: str | None) -> str | None:
    return _CODECS.get(name.strip().strip("\"'").lower()) if name else None


def _meta_charset(data: bytes) -> str | None:
    found = _META.search(data[:_META_WITHIN_BYTES])
    if found is None:
        return None
    name = found[1].decode("ascii", "ignore")
    # A meta tag that could be read as ASCII does not stand in a UTF-16 page (HTML standard, "prescan").
    return "utf-8" if name.lower().startswith("utf-16") else name


def _wide_codec(sample: bytes) -> str | None:
    """Tell UTF-16 without a mark by its zero bytes, all on one side of the pairs."""
    half = len(sample) // 2
    if half < 8:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * half and even < 0.02 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.02 * half:
        return "utf-16-be"
    return None


def _detected(data: bytes) -> str:
    """Decode what neither declares an encoding that fits nor is UTF-8."""
    from charset_normalizer import from_bytes

    # Detection works on the bytes that are not ASCII; markup alone tells nothing and only costs time.
    start = next((i for i, byte in enumerate(data[:2_000_000]) if byte > 0x7F), 0)
    sample = data[max(0, start - 2_000) : start + 12_000]
    best = from_bytes(sample, steps=5, chunk_size=512).best()
    # Text in Latin letters is read as windows-1252, as browsers do: its cousins cannot be told from it on one page.
    name = best.encoding if best is not None and best.encoding in _TOLD_APART else "cp1252"
    text = data.decode(name, "replace")
    if text.count("\ufffd") > max(4, _BAD_SHARE_MAX * len(data)):
        name, text = "cp1252", data.decode("cp1252", "replace")
    return _mended(data.decode("utf-8", _REPAIR)) if name == "cp1252" and _is_broken_utf8(data) else text


def _is_broken_utf8(data: bytes) -> bool:
    """Tell UTF-8 with damaged places: windows-1252 text holds next to nothing that is a character in UTF-8."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = len(text) - len(data.translate(None, _HIGH_BYTES)) - bad
    return good >= 2 and 2 * good >= bad


def _mended(text: str) -> str:
    """Undo UTF-8 that was read as windows-1252 and saved again, where it plainly was."""
    if "â€" not in text and "Ã" not in text and "Â" not in text:
        return text
    return _TWICE.sub(_mend, text)


def _mend(match: re.Match[str]) -> str:
    raw = match.group()
    try:
        data = b"".join(c.encode("latin-1") if ord(c) < 0x100 else c.encode("cp1252") for c in raw)
        return data.decode("utf-8")
    except UnicodeError:
        return raw
