"""Where the time goes: the product's stages timed from outside, each without the stages it calls."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from importlib import import_module
from typing import Any

REST = "the rest"
TEXT = (
    ("sayso.pipeline", "paragraphs_of", "paragraphs and stretches"),
    ("sayso.attributions.attribute", "stretches", "paragraphs and stretches"),
    ("sayso.attributions.tagger:OnnxTagger", "tokens", "tokenise"),
    ("sayso.attributions.tagger:OnnxTagger", "tag", "tagger"),
    ("sayso.attributions.attribute", "decode", "decode"),
    ("sayso.attributions.attribute", "decode_each", "decode"),
    ("sayso.attributions.attribute", "link", "link"),
    ("sayso.attributions.marks", "quotations_of", "quotation marks"),
    ("sayso.attributions.attribute", "run_on", "running quotations"),
    ("sayso.attributions.attribute", "nest", "nesting, its own work"),
    ("sayso.attributions.attribute", "form_of", "form, act, polarity"),
    ("sayso.attributions.attribute", "act_of", "form, act, polarity"),
    ("sayso.attributions.attribute", "polarity_of", "form, act, polarity"),
    ("sayso.speakers.roster", "roster_of", "speakers"),
    ("sayso.speakers.resolve", "resolve", "speakers"),
    ("sayso.speakers.cast", "cast", "speakers"),
    ("sayso.chains.chain", "chains_of", "chains"),
    ("sayso.chains.chain", "hops_of", "chains"),
    ("sayso.chains.knowing", "knowing_of", "chains"),
    ("sayso.echoes.echo", "echo", "echoes"),
    ("sayso.unsourced.account", "account", "the unsourced"),
)
PAGE = (
    ("sayso.pages.page", "decode_page", "decode the bytes"),
    ("sayso.pages.page", "is_html", "decode the bytes"),
    ("sayso.pages.extract", "parse_markup", "parse the markup"),
    ("sayso.pages.extract", "facts_of", "title, author, time …"),
    ("sayso.pages.extract", "layout_of", "blocks of the page"),
    ("sayso.pages.extract", "extracted_text", "trafilatura"),
    ("sayso.pages.extract", "report_blocks", "the report's blocks"),
    ("sayso.pages.extract", "refusal", "is it a report?"),
    ("sayso.pages.extract", "_signs", "is it a report?"),
    ("sayso.pages.extract", "language_of", "language"),
)
AGAIN = "sayso.attributions.attribute.nest"
"""While this runs, the tagger reads contents again; its stages are then counted apart."""


class Clock:
    """Time spent in each stage, not counting what the stages inside it take."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self._inside = [0.0]
        self._again = 0

    def wrap(self, function: Callable[..., Any], stage: str, *, again: bool) -> Callable[..., Any]:
        """Time a function; a generator is run to its end."""

        @wraps(function)
        def timed(*arguments: Any, **named: Any) -> Any:
            began = time.process_time()
            self._inside.append(0.0)
            self._again += again
            try:
                result = function(*arguments, **named)
                return list(result) if isinstance(result, Iterator) else result
            finally:
                self._again -= again
                took = time.process_time() - began
                inner = self._inside.pop()
                self._inside[-1] += took
                name = stage + ", inside contents" if self._again and not again else stage
                self.spent[name] += took - inner

        return timed

    def whole(self, work: Callable[[], object]) -> float:
        """Time the whole; what no stage took is ``REST``."""
        self.spent.clear()
        self._inside = [0.0]
        began = time.process_time()
        work()
        took = time.process_time() - began
        self.spent[REST] = took - self._inside[0]
        return took


@contextmanager
def clocked(stages: tuple[tuple[str, str, str], ...]) -> Iterator[Clock]:
    """Put the clock round each stage that this version has."""
    clock = Clock()
    undo: list[tuple[Any, str, Any]] = []
    for place, name, stage in stages:
        module, _, inner = place.partition(":")
        holder: Any = import_module(module)
        holder = getattr(holder, inner) if inner else holder
        if not hasattr(holder, name):
            continue
        function = getattr(holder, name)
        undo.append((holder, name, function))
        setattr(holder, name, clock.wrap(function, stage, again=f"{place}.{name}" == AGAIN))
    try:
        yield clock
    finally:
        for holder, name, function in undo:
            setattr(holder, name, function)
