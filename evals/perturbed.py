"""Quotations from the corpus with one thing changed: the sense turned, or nothing but the wording.

Pairs in which an outlet altered the sense of a quotation are rare, so that a few hundred labelled pairs hold hardly
any. These are made on the fly from quotations of 12 to 60 words: each gets one alteration, or one change that leaves
the sense, and every second one is trimmed at an end as well, so that the change has to be told from the trim.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sayso.schema import Span, Statement
from sayso.schema.matches import Alteration, Rewording

Half = Literal["design", "held out"]

_QUOTED = re.compile(r"[“\"]([^“”\"\n]{40,420})[”\"]")
_NAMES = ("Karveth", "Ostrel", "Ruud", "Halvorsen", "Calder", "Brannock")
_AUXILIARY = re.compile(
    r"\b(is|are|was|were|will|would|should|can|could|has|have|had|do|does|did)\b(?! not\b|n['’]t)", re.I
)
_NOT = re.compile(r"\b(is|are|was|were|do|does|did|has|have|had|could|would|should)(n['’]t| not)\b", re.I)
_NUMBER = re.compile(r"(?<![\w$.,/-])(\d{1,3}(?:,\d{3})+|\d{1,3})(?![\w.,/:-]|\s*(?:th|st|nd|rd)\b)")
_WORD_NUMBER = re.compile(r"(?<!-)\b(two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|fifty)\b(?!-)")
_NAME = re.compile(r"(?<=[a-z,] )([A-Z][a-z]{3,})(?=[ ,.’'])")
_TITLES = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Chief States State White House National Justice"
    " Department United General Secretary President Senator Congress House Senate Republican Republicans"
    " Democrat Democrats American Americans".split()
)
_ALL = re.compile(r"\b(all of|all|most of|most|some of|some|every|only|many|few)\b(?= [a-z])", re.I)
_WILL = re.compile(r"\b(will|may|might)\b(?! (?:of|and)\b)")
_CONTENT = re.compile(r"\b([a-z]{5,})\b")


@dataclass(frozen=True, slots=True)
class Made:
    """One quotation and what became of it.

    :param what: the change, by name.
    :param alters: what of the sense it alters; ``None`` if nothing.
    :param rewording: the class that is right for it.
    """

    what: str
    full: Statement
    less: Statement
    alters: Alteration | None
    rewording: Rewording


def made_pairs(data: Path, half: Half, number: int, seed: int = 1) -> Iterator[Made]:
    """Make pairs from quotations of the corpus; the halves share no article.

    :param number: of pairs for each kind of change.
    """
    rng = random.Random(seed)
    left = dict.fromkeys(CHANGES, number)
    for article, quotation in _quotations(data, half):
        wanted = [what for what, count in left.items() if count]
        if not wanted:
            return
        rng.shuffle(wanted)
        for what in wanted:
            changed = CHANGES[what][0](quotation, rng)
            if changed is None or changed == quotation:
                continue
            alters, rewording = CHANGES[what][1:]
            if alters is not None and rng.random() < 0.5:
                changed = _trimmed(changed, quotation, rng)
            left[what] -= 1
            form = "indirect" if what == "told" else "direct"
            yield Made(
                what,
                _statement(article, "A1", f"“{quotation}”", "direct"),
                _statement(article[::-1], "A2", changed if what == "told" else f"“{changed}”", form),
                alters,
                rewording,
            )
            break


def _quotations(data: Path, half: Half) -> Iterator[tuple[str, str]]:
    with gzip.open(data / "corpus" / "articles.jsonl.gz", "rt", encoding="utf8") as lines:
        for line in lines:
            held = json.loads(line)
            if (hashlib.sha256(held["id"].encode()).digest()[0] % 2 == 1) != (half == "design"):
                continue
            for match in list(_QUOTED.finditer(held["text"]))[:3]:
                words = match[1].split()
                if 12 <= len(words) <= 60 and match[1][0].isupper() and "…" not in match[1] and "..." not in match[1]:
                    yield held["id"], match[1].strip().rstrip(",")


def _statement(article: str, label: str, text: str, form: str) -> Statement:
    return Statement(f"{article}#{label}", article, (Span(0, len(text)),), text, form)  # type: ignore[arg-type]


def _trimmed(changed: str, quotation: str, rng: random.Random) -> str:
    """Cut words off at the end that the change did not touch."""
    same = 0
    while same < min(len(changed), len(quotation)) and changed[-1 - same] == quotation[-1 - same]:
        same += 1
    tail = re.match(r"\S*", changed[len(changed) - same :])
    begin = len(changed) - same + (tail.end() if tail else 0)
    words = changed[begin:].split()
    if len(words) < 5:
        return changed
    cut = changed[:begin] + " " + " ".join(words[: rng.randrange(2, len(words) - 2)])
    return cut if len(cut.split()) >= 8 else changed


def _swap(
    pattern: re.Pattern[str], to: Callable[[str, random.Random], str | None]
) -> Callable[[str, random.Random], str | None]:
    def change(text: str, rng: random.Random) -> str | None:
        found = list(pattern.finditer(text))
        if not found:
            return None
        match = rng.choice(found)
        new = to(match[0], rng)
        return None if new is None else text[: match.start()] + new + text[match.end() :]

    return change


def _other_number(number: str, rng: random.Random) -> str:
    value = int(number.replace(",", ""))
    new = value * rng.choice((2, 3, 5)) + rng.choice((1, 2))
    return f"{new:,}" if "," in number else str(new)


def _other_word_number(number: str, rng: random.Random) -> str:
    others = "two three four five six seven eight nine ten twelve twenty thirty fifty".split()
    return rng.choice([other for other in others if other != number])


def _told(text: str, _: random.Random) -> str | None:
    """Tell in the third person: pronouns and auxiliaries shifted."""
    if not re.search(r"\b(?:I|we|We|my|our)\b", text):
        return None
    shifts = {
        "i": "he", "we": "they", "my": "his", "our": "their", "me": "him", "us": "them", "am": "was", "are": "were",
        "is": "was", "will": "would", "can": "could", "have": "had", "has": "had", "do": "did", "may": "might",
        "i’m": "he was", "i'm": "he was", "we’re": "they were", "we're": "they were", "i’ve": "he had",
        "i've": "he had",         "we’ve": "they had", "we've": "they had", "i’ll": "he would", "we’ll": "they would",
    }  # fmt: skip
    words = [shifts.get(word.lower(), word) for word in text.split()]
    return "that " + " ".join(words)


def _shortened(text: str, rng: random.Random) -> str | None:
    words = text.split()
    if any(
        word.lower() in ("if", "unless", "not", "no", "never", "until") or "n’t" in word or "n't" in word
        for word in words
    ):
        return None
    begin = rng.randrange(0, len(words) // 3)
    return " ".join(words[begin : begin + max(8, len(words) // 2)])


def _joined(text: str, rng: random.Random) -> str | None:
    words = text.split()
    if len(words) < 24 or any(
        w.lower() in ("if", "unless", "not", "no", "never", "may", "might", "all", "some") for w in words
    ):
        return None
    a = rng.randrange(6, 9)
    b = rng.randrange(a + 6, len(words) - 6)
    return " ".join(words[:a]) + " ... " + " ".join(words[b:])


def _reworded(text: str, rng: random.Random) -> str | None:
    return _swap(_CONTENT, lambda word, _: None if word in _KEEP else "brindled")(text, rng)


def _inserted(text: str, _: random.Random) -> str | None:
    match = re.search(r"\b(he|she|they|it)\b(?! is not)", text)
    return None if match is None else text[: match.end()] + " [the ferryman]" + text[match.end() :]


def _respelt(text: str, _: random.Random) -> str | None:
    new = (
        text.replace("’", "'")
        .replace(" do not ", " don't ")
        .replace(" it is ", " it's ")
        .replace(" percent", " per cent")
    )
    new = re.sub(r"\btwo\b", "2", re.sub(r"\bthree\b", "3", new))
    return new + "," if new != text else None


_KEEP = frozenset(
    "never nothing nobody without unless except might would could should every several people about before after least"
    " perhaps maybe possibly probably likely three seven eight twelve twenty thirty fifty always often cannot neither"
    " hundred thousand million refuse fails failed denied refused".split()
)
_FLIPS = {"all of": "some of", "all": "some", "most of": "some of", "most": "some", "some of": "all of", "some": "all",
          "every": "almost every", "only": "", "many": "all", "few": "many"}  # fmt: skip

CHANGES: dict[str, tuple[Callable[[str, random.Random], str | None], Alteration | None, Rewording]] = {
    "not dropped": (_swap(_NOT, lambda found, _: re.sub(r"(?:n['’]t| not)$", "", found)), "negation", "shortened"),
    "not added": (_swap(_AUXILIARY, lambda found, _: found + " not"), "negation", "reworded"),
    "number in figures": (_swap(_NUMBER, _other_number), "number", "reworded"),
    "number in letters": (_swap(_WORD_NUMBER, _other_word_number), "number", "reworded"),
    "name": (
        _swap(_NAME, lambda found, rng: None if found in _TITLES else rng.choice(_NAMES)),
        "name",
        "reworded",
    ),
    "certainty": (
        _swap(_WILL, lambda found, _: "may" if found == "will" else "will"),
        "certainty",
        "reworded",
    ),
    "quantity": (_swap(_ALL, lambda found, _: _FLIPS.get(found.lower())), "quantity", "reworded"),
    "shortened": (_shortened, None, "shortened"),
    "joined": (_joined, None, "joined"),
    "word changed": (_reworded, None, "reworded"),
    "word inserted": (_inserted, None, "reworded"),
    "told": (_told, None, "indirect"),
    "spelt otherwise": (_respelt, None, "same"),
}
"""By name: what makes it, what it alters, and the right class."""
