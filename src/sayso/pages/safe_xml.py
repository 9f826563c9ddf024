"""XML as a run of elements: nothing outside is fetched, no entity is followed, and damage ends it early, not loudly."""

from __future__ import annotations

import io
from collections.abc import Iterator

from lxml import etree


def elements(body: bytes, *, names: frozenset[str]) -> Iterator[etree._Element]:
    """Give the elements of these names, in the order in which they end, and forget each one when the next is asked for.

    Depth is bounded by the parser (256); what a damaged document holds before the damage is given.

    :param names: without namespace; with a prefix, for documents that do not say what theirs means.
    """
    parser = etree.iterparse(
        io.BytesIO(body),
        events=("end",),
        tag=[name if ":" in name else f"{{*}}{name}" for name in names],
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for _, element in parser:
            yield element
            element.clear()
            while element.getprevious() is not None:
                parent = element.getparent()
                if parent is None:
                    break
                del parent[0]
    except etree.XMLSyntaxError:
        return


def name_of(element: etree._Element) -> str:
    """Give an element's name without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
