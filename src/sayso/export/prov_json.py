"""``prov-json``: the chains as W3C provenance, in PROV-JSON. Many pages make a document with a bundle each.

Source: the PROV-JSON serialization, W3C Member Submission, 24 April 2013.
"""

from __future__ import annotations

import json

from sayso.export.json import dumps
from sayso.export.prov import PREFIXES, document, with_bundle
from sayso.schema import Reading

SUFFIX = ".prov.json"
HEAD = f'{{\n"prefix": {json.dumps(PREFIXES)},\n"bundle": {{\n'
BETWEEN = ",\n"
TAIL = "\n}\n}\n"


def render(reading: Reading) -> str:
    """Give one reading as a document of its own."""
    return _set_out(document(reading).serialize(format="json")) + "\n"


def part(reading: Reading, number: int) -> str:
    """Give one reading as a bundle of a document."""
    bundles = json.loads(with_bundle(reading, number).serialize(format="json") or "{}")["bundle"]
    return ",\n".join(f"{json.dumps(name)}: {dumps(bundle, indent=1)}" for name, bundle in bundles.items())


def _set_out(text: str | None) -> str:
    return dumps(json.loads(text or "{}"), indent=1)
