"""The header of a mail that was pasted or saved with its text, as newsletters and press releases come."""

from __future__ import annotations

import re
from email.errors import MessageError
from email.header import decode_header, make_header
from email.utils import parseaddr
from typing import NamedTuple

from sayso.schema import Span

_CHARS_MAX = 40_000
"""Servers on the way add lines; more than this is no header."""
_LINE = re.compile(r"(?P<name>[A-Za-z][A-Za-z0-9-]{1,40})\s?:[ \t]*(?P<value>[^\n\r]*)(?:\r\n?|\n|\Z)")
_FOLDED = re.compile(r"[ \t]+[^\s][^\n\r]*(?:\r\n?|\n|\Z)")
_START = re.compile(r"[\ufeff\s]{0,100}")
_KNOWN = frozenset(
    "from to cc bcc subject date sent reply-to sender return-path received message-id mime-version content-type "
    "content-transfer-encoding delivered-to list-unsubscribe list-id importance".split()
)
_TELLING = frozenset(("from", "subject", "to", "date", "sent"))
_ARTICLES = frozenset(("the", "a", "an"))


class MailHeader(NamedTuple):
    """The lines above a mail's text.

    :param span: all of them, into the page, without the line end after the last.
    :param subject: the subject's words, decoded.
    :param sender: the name beside the sender's address; ``None`` where there is only an address.
    :param host: of the sender's address, lower case, else empty.
    :param date: the value of its date line.
    """

    span: Span
    subject: str | None
    sender: str | None
    host: str
    date: str | None

    def outlet(self) -> str | None:
        """Give the sender's name where the address shows that it is an outlet's: its words stand in the host."""
        words = [word for word in re.findall(r"\w+", (self.sender or "").lower()) if word not in _ARTICLES]
        plain = "".join(words)
        return self.sender if len(plain) >= 3 and plain in re.sub(r"[^a-z0-9]", "", self.host) else None


def mail_header(text: str) -> MailHeader | None:
    """Read the header that ``text`` starts with, else give ``None``.

    It is one when its first lines are all "Name: value", nothing but known names or ``X-`` names among the first
    three, and at least two of from, to, subject and date stand in it. Linear in the header's length.
    """
    start = _START.match(text)
    at = first = start.end() if start else 0
    values: dict[str, str] = {}
    end = at
    while at < _CHARS_MAX and (line := _LINE.match(text, at)) is not None:
        name = line["name"].lower()
        if len(values) < 3 and name not in _KNOWN and not name.startswith("x-"):
            break
        value = line["value"].strip()
        end, at = line.end("value"), line.end()
        while (folded := _FOLDED.match(text, at)) is not None:
            value += " " + folded.group().strip()
            end, at = folded.start() + len(folded.group().rstrip()), folded.end()
        values.setdefault(name, value)
    if len(_TELLING & values.keys()) < 2 or not {"from", "subject"} & values.keys():
        return None
    sender, address = parseaddr(_decoded(values.get("from", "")))
    return MailHeader(
        Span(first, max(first, end)),
        _decoded(values["subject"]) if values.get("subject") else None,
        sender.strip() or None,
        address.rpartition("@")[2].lower(),
        values.get("date") or values.get("sent"),
    )


def _decoded(value: str) -> str:
    """Undo the encoded words of a header (RFC 2047); what cannot be read stays as it is."""
    try:
        decoded = " ".join(str(make_header(decode_header(value[:1_000]))).split())
    except (MessageError, ValueError, LookupError):
        decoded = ""
    return decoded or " ".join(value.split())
