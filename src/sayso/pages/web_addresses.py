"""Which URLs may be fetched, before any name is resolved, and how they are shown."""

from __future__ import annotations

import re

import httpx

from sayso.pages.connections import Refused

URL_MAX = 8_000
"""Characters; what RFC 9110, section 4.1, asks everybody to support."""
HOST = re.compile(r"[a-z0-9_-][a-z0-9._-]*|[0-9a-f:.]*:[0-9a-f:.]*")
"""A name in ASCII (IDNA already applied), or an IPv6 address without a zone."""
SHOWN_MAX = 200


def url_of(text: str) -> httpx.URL:
    """Check a URL's form.

    :raises Refused: unless it is an http or https URL with a host and without a user name.
    """
    text = text.strip()
    if len(text) > URL_MAX:
        raise Refused("refused address", f"The URL is {len(text):,} characters long; at most {URL_MAX:,} are fetched.")
    try:
        url = httpx.URL(text)
        _ = url.host  # decodes an xn-- name, which a bad one only fails at here
    except (httpx.InvalidURL, ValueError) as error:
        raise Refused("refused address", f"{shown(text)} is not a URL: {shown(str(error))}.") from error
    if url.scheme not in ("http", "https"):
        found = f"the scheme {shown(url.scheme)}" if url.scheme else "no scheme"
        raise Refused("refused address", f"Only http:// and https:// are fetched, and {shown(text)} has {found}.")
    if url.userinfo:
        raise Refused(
            "refused address", "The URL holds a user name or password, which are not sent. Take it out, up to the @."
        )
    if not HOST.fullmatch(url.raw_host.decode("ascii")):
        raise Refused("refused address", f"{shown(text)} has no host, or one that is not a name or an IP address.")
    if url.port is not None and not 0 < url.port < 65_536:
        raise Refused("refused address", f"{url.port} is not a port; ports go from 1 to 65535.")
    return url.copy_with(fragment=None)


def redirected(here: httpx.URL, location: bytes) -> httpx.URL:
    """Give where a Location header leads from ``here``, checked like any URL.

    Bytes that are not UTF-8 are percent-encoded as they are, as browsers do.

    :raises Refused: see ``url_of``.
    """
    try:
        text = location.decode("utf-8").strip()
    except UnicodeDecodeError:
        text = "".join(chr(byte) if byte < 0x80 else f"%{byte:02X}" for byte in location).strip()
    try:
        there = str(here.join(text[: URL_MAX + 1]))
    except (httpx.InvalidURL, ValueError) as error:
        raise Refused("refused address", f"{shown(str(here))} leads to {shown(text)}, which is not a URL.") from error
    try:
        return url_of(there)
    except Refused as refused:
        raise Refused(refused.reason, f"{shown(str(here))} leads elsewhere: {refused.detail}") from refused


def shown(text: str) -> str:
    """Make foreign text fit for a message: short, and without characters that could steer a terminal."""
    short = text if len(text) <= SHOWN_MAX else text[: SHOWN_MAX - 1] + "…"
    return "".join(sign if sign.isprintable() else f"\\x{ord(sign):02x}" for sign in short)
