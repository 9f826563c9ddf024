"""Every occasion that a text states, and who passes statements on."""

from __future__ import annotations

from dataclasses import replace

from sayso.chains.lexicon import TELLING
from sayso.chains.media import stated_by_audiences, stated_by_nouns
from sayso.chains.occasion import Occasion
from sayso.chains.outlets import Teller
from sayso.chains.strangers import strangers_of
from sayso.chains.telling import stated_by_mouthpieces, stated_by_tellers
from sayso.chains.words import Words
from sayso.schema import Span


def occasions_of(words: Words, tellers: list[Teller]) -> list[Occasion]:
    """Find every occasion of a text, in order; linear in its length."""
    out = [*stated_by_nouns(words), *stated_by_audiences(words)]
    out += stated_by_mouthpieces(words)
    out += stated_by_tellers(words, [*tellers, *strangers_of(words, tellers)])
    out.sort(key=lambda o: (o.span, o.tellers))
    with_whom: tuple[Span, ...] = ()
    told: tuple[int, tuple[Span, ...]] = (-1, ())
    for place, occasion in enumerate(out):
        sentence = words.sentence(occasion.span.start)
        if occasion.channel != "interview":
            if occasion.tellers and words.lower[words.at(occasion.span.start)] in TELLING:
                told = sentence, occasion.tellers
            continue
        if not occasion.tellers and told[0] == sentence:
            with_whom = told[1]  # "told the paper in an interview"
        elif occasion.tellers:
            with_whom = occasion.tellers
        elif with_whom and _is_known(words, occasion.span):
            out[place] = replace(occasion, tellers=with_whom)
    return out


def _is_known(words: Words, span: Span) -> bool:
    """Say whether a noun means an occasion spoken of before: "in the interview", not "in the interview with …"."""
    noun = words.at(span.end - 1)
    if words.lower[noun - 1] not in ("the", "that", "same", "this"):
        return False
    return not words.joined(noun + 1) or words.lower[noun + 1] not in ("with", "on", "for", "to", "by")
