"""How much of a report rests on whom, counted in words.

The words of a sentence of the report's own rest on nobody; those of an attributed one on its source, also the few that
belong to nobody ("on Monday"); those of a partly attributed one on a source where an attribution has them.

Where tellers stand behind tellers, words rest on the one who is said to have said them: "Rivers said that a soldier
told him …" rests on the soldier from there on. What Rivers believes others to think or plan, and what
"is said" inside his words, rests on Rivers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.schema import Attribution, Shares, Span, Speaker, Voice
from sayso.unsourced.voices import WORD, counts, pieces_of

_NOBODY, _ANONYMOUS, _NAMED = range(3)


def shares_of(
    text: str,
    sentences: Sequence[Span],
    voices: Sequence[Voice],
    attributions: Sequence[Attribution],
    speakers: Mapping[str, Speaker],
) -> Shares:
    """Count the words that rest on named, on anonymous and on no sources.

    A source that the text does not name or describe ("it is said", a quotation that nobody is said to have spoken)
    counts as anonymous.

    :param voices: one for each sentence.
    :param attributions: outer before inner.
    :param speakers: by id.
    :return: three shares that add up to 1; all 0 where there are no words.
    """
    rests_on = _painted(text, attributions, speakers)
    words = [0, 0, 0]
    for sentence, voice in zip(sentences, voices, strict=True):
        if voice == "own":
            words[_NOBODY] += len(WORD.findall(text, *sentence))
            continue
        here = [0, 0, 0]
        for word in WORD.finditer(text, *sentence):
            here[rests_on[word.start()]] += 1
        if voice == "attributed":
            here[_NAMED if here[_NAMED] > here[_ANONYMOUS] else _ANONYMOUS] += here[_NOBODY]
            here[_NOBODY] = 0
        words = [a + b for a, b in zip(words, here, strict=True)]
    total = sum(words)
    if not total:
        return Shares(0.0, 0.0, 0.0)
    named, anonymous = words[_NAMED] / total, words[_ANONYMOUS] / total
    return Shares(named, anonymous, max(0.0, 1.0 - named - anonymous))


def _painted(text: str, attributions: Sequence[Attribution], speakers: Mapping[str, Speaker]) -> bytearray:
    """Give for each code point on whom it rests; inner attributions paint over outer ones."""
    out = bytearray(len(text))
    for attribution in attributions:
        if not counts(text, attribution):
            continue
        speaker = None if attribution.speaker is None else speakers.get(attribution.speaker)
        if attribution.nested_in is None:
            pieces = pieces_of(attribution)
        elif attribution.act == "statement" and speaker is not None:
            pieces = attribution.content
        else:
            continue
        colour = _NAMED if speaker is not None and speaker.named else _ANONYMOUS
        for start, end in pieces:
            out[start:end] = bytes((colour,)) * (end - start)
    return out
