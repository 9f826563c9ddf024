"""JSON-LD of a page, as its authors left it: several blocks, graphs, references, and JSON that is not quite JSON."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

Node = dict[str, Any]

NODES_MAX = 5_000
ARTICLE_TYPES = frozenset(
    "newsarticle article reportagenewsarticle analysisnewsarticle askpublicnewsarticle backgroundnewsarticle "
    "opinionnewsarticle reviewnewsarticle liveblogposting blogposting satiricalarticle advertisercontentarticle "
    "report".split()
)
_WRAPPING = re.compile(
    r"\A\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|"
    r"(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*\Z"
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")


def nodes_of(scripts: Sequence[str]) -> list[Node]:
    """Give every object of the scripts, outer before inner, at most ``NODES_MAX``.

    Broken scripts give what can be read.
    """
    nodes: list[Node] = []
    for script in scripts:
        for value in _values(script):
            for node in _walk(value):
                nodes.append(node)
                if len(nodes) >= NODES_MAX:
                    return nodes
    return nodes


def types_of(node: Node) -> set[str]:
    """Give the types of a node, lower case, without the schema.org address."""
    value = node.get("@type")
    values = value if isinstance(value, list) else [value]
    return {str(one).rsplit("/", 1)[-1].lower() for one in values if one}


def texts_of(value: object) -> list[str]:
    """Give the strings in a value that may be a string, a list, or an object with ``name`` or ``@value``."""
    found: list[str] = []
    waiting: list[object] = [value]
    while waiting and len(found) < 100:
        one = waiting.pop(0)
        if isinstance(one, str):
            if one.strip():
                found.append(html.unescape(one).strip())
        elif isinstance(one, list):
            waiting[:0] = one[:100]
        elif isinstance(one, dict):
            inner = next((one[key] for key in ("name", "@value", "headline") if one.get(key)), None)
            if inner is None and one.get("givenName"):
                inner = " ".join(str(one[key]) for key in ("givenName", "familyName") if one.get(key))
            waiting.insert(0, inner)
    return found


def resolved(value: object, by_id: dict[str, Node]) -> object:
    """Put the node in place of a reference ``{"@id": …}``, also in lists."""
    if isinstance(value, list):
        return [resolved(one, by_id) if isinstance(one, dict) else one for one in value[:100]]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return by_id.get(value["@id"], value)
    return value


def _values(script: str) -> list[Any]:
    text = script.strip()
    for attempt in range(3):
        try:
            return [json.loads(text, strict=False)]
        except RecursionError:
            return []
        except ValueError:
            if attempt == 0:
                text = _WRAPPING.sub("", _WRAPPING.sub("", text)).strip().rstrip(";")
            else:
                text = _TRAILING_COMMA.sub(r"\1", text)
    # Several objects one after the other, or something after the first.
    decoder = json.JSONDecoder(strict=False)
    values: list[Any] = []
    at = text.find("{")
    while 0 <= at < len(text) and len(values) < 50:
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        values.append(value)
        at = text.find("{", at)
    return values or _fields_only(text)


_FIELD = re.compile(
    r'"(headline|datePublished|dateModified|articleSection|inLanguage|@type|url)"\s*:\s*"((?:[^"\\\n]|\\.){1,500})"'
)


def _fields_only(text: str) -> list[Any]:
    """Read the plain fields of an object that no parser takes, the first of each name."""
    node: Node = {}
    for match in _FIELD.finditer(text):
        node.setdefault(match[1], match[2].replace('\\"', '"').replace("\\/", "/"))
    return [node] if node else []


def _walk(value: Any) -> Iterator[Node]:
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            yield one
            waiting.extend(inner for inner in reversed(list(one.values())) if isinstance(inner, dict | list))
        elif isinstance(one, list):
            waiting.extend(inner for inner in reversed(one) if isinstance(inner, dict | list))
