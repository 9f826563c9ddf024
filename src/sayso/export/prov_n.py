"""``prov-n``: the chains as W3C provenance, in PROV-N, which people can read. Many pages make a bundle each.

Source: PROV-N, W3C Recommendation, 30 April 2013.
"""

from __future__ import annotations

from sayso.export.prov import PREFIXES, document, with_bundle
from sayso.schema import Reading

SUFFIX = ".provn"
HEAD = "document\n" + "".join(f"  prefix {prefix} <{uri}>\n" for prefix, uri in PREFIXES.items())
BETWEEN = ""
TAIL = "endDocument\n"


def render(reading: Reading) -> str:
    """Give one reading as a document of its own."""
    return document(reading).get_provn().rstrip("\n") + "\n"


def part(reading: Reading, number: int) -> str:
    """Give one reading as a bundle of a document."""
    text = with_bundle(reading, number).get_provn()
    # Between the header, which HEAD holds for all, and the end, which TAIL holds.
    return text[text.index("\n  bundle ") + 1 : text.rindex("endDocument")]
