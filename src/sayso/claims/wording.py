"""The wording of a statement as words that can be laid beside another's: in quotation marks or not, inserted or not.

What is written differently and is the same, is made the same here: "two" and "2", "don't" and "do not", "U.S." and
"United States", "colour" and "color", case, quotation marks, hyphens.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.claims.numerals import numeral_at
from sayso.claims.tokens import Tokens, tokens_of
from sayso.claims.words import stem_of, weight_of
from sayso.echoes.inflection import LIGHT, STOP, stem
from sayso.schema import Span, Statement

WORDS_MAX = 600
"""How many words of a statement are compared; no quotation is longer."""
STOP_WEIGHT, LIGHT_WEIGHT = 0.3, 0.6
"""What a function word weighs, and one that tells little, beside 1 for another."""
PERSONS = (
    frozenset("i we he she they you it one".split()),
    frozenset("me us him them".split()),
    frozenset("my our his her their your its".split()),
    frozenset("mine ours his hers theirs yours".split()),
    frozenset("myself ourselves himself herself themselves yourself itself yourselves".split()),
)
"""Words that change with who speaks, each with its likes."""
TENSES = (
    frozenset("will would 'll shall".split()),
    frozenset("can could".split()),
    frozenset("may might".split()),
    frozenset("am is are was were be been being".split()),
    frozenset("have has had".split()),
    frozenset("do does did".split()),
    frozenset("must had".split()),
    frozenset("this that".split()),
    frozenset("these those".split()),
    frozenset("here there".split()),
    frozenset("now then".split()),
)
"""Words that change with when and where it is told."""
_SHIFTS = {word: f"\x01{number}" for number, group in enumerate((*PERSONS, *TENSES)) for word in sorted(group)}
_SHIFTS |= {"had": _SHIFTS["have"], "his": _SHIFTS["my"]}
_CLITICS = {"'ll": "will", "'re": "are", "'ve": "have", "'m": "am", "'d": "would"}
_WITH_IS = frozenset("it he she that there what who where here how let this when".split())
_SHORT_FORMS = {"won't": "will", "can't": "can", "shan't": "shall", "ain't": "is"}
_SPELLINGS = {
    "colour": "color", "honour": "honor", "labour": "labor", "favour": "favor", "neighbour": "neighbor",
    "behaviour": "behavior", "rumour": "rumor", "humour": "humor", "harbour": "harbor", "centre": "center",
    "theatre": "theater", "defence": "defense", "offence": "offense", "licence": "license", "programme": "program",
    "grey": "gray", "cheque": "check", "tyre": "tire", "ok": "okay", "gonna": "going", "mr": "mr", "per": "per",
    "%": "percent", "pct": "percent", "&": "and", "favourite": "favorite", "analyse": "analyze",
}  # fmt: skip
_PREFIXES = frozenset("co re pre anti counter non de un e mid multi over under post sub inter semi".split())
_OPEN, _CLOSE = frozenset("“„«"), frozenset("”»")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one statement, in order.

    :param statement: what they are of.
    :param spans: where each stands in ``statement.text``; the two words of "don't" share theirs.
    :param keys: each as it is compared letter by letter.
    :param codes: one string a word, equal for what may stand for each other: inflections, "I" and "he", "will" and
        "would".
    :param weights: 1 for content words, less for others.
    :param tells: how much each tells, by how rare it is; 0 for function words.
    :param quoted: whether each stands in quotation marks.
    :param inserted: whether each stands in [brackets].
    :param gaps: places of words before which something is left out, by an ellipsis or between two pieces.
    :param ends: places of words that end a sentence.
    :param clauses: places of words that end a clause.
    """

    statement: Statement
    spans: tuple[Span, ...]
    keys: tuple[str, ...]
    codes: tuple[str, ...]
    weights: tuple[float, ...]
    tells: tuple[float, ...]
    quoted: tuple[bool, ...]
    inserted: tuple[bool, ...]
    gaps: frozenset[int]
    ends: frozenset[int]
    clauses: frozenset[int]

    def __len__(self) -> int:
        return len(self.keys)

    def is_name(self, place: int) -> bool:
        """Say whether a word has a capital, other than at the beginning of a sentence or piece."""
        inside = place > 0 and place - 1 not in self.ends and place not in self.gaps
        return inside and self.statement.text[self.spans[place].start].isupper()

    def text(self, first: int, stop: int) -> str:
        """Give the words from one place up to another as they are written, with what stands between them."""
        if first >= stop:
            return ""
        return self.statement.text[self.spans[first].start : self.spans[stop - 1].end]


def wording_of(statement: Statement) -> Wording:
    """Take a statement apart."""
    tokens = tokens_of(statement.text)
    quoted_all = statement.form in ("direct", "fragment")
    quotes = _quoted(tokens) if statement.form == "mixed" else None
    spans: list[Span] = []
    keys: list[str] = []
    quoted: list[bool] = []
    inserted: list[bool] = []
    gaps: set[int] = set()
    ends: set[int] = set()
    clauses: set[int] = set()
    bracket, place, dots = False, 0, 0
    while place < len(tokens) and len(keys) < WORDS_MAX:
        word = tokens.words[place]
        if not word[0].isalnum() and word not in ("&", "%"):
            bracket = word == "[" or (bracket and word != "]")
            dots = dots + 1 if word == "." else 0
            if word == "…" or dots >= 3:
                gaps.add(len(keys))
            if keys and word in ".!?…":
                ends.add(len(keys) - 1)
            if keys and word in ".!?…,;:—–":
                clauses.add(len(keys) - 1)
            place += 1
            continue
        dots = 0
        last, found = _keys_at(tokens, place)
        for key in found:
            keys.append(key)
            spans.append(tokens.span(place, last))
            quoted.append(quoted_all if quotes is None else quotes[place])
            inserted.append(bracket)
        place = last + 1
    return Wording(
        statement,
        tuple(spans),
        tuple(keys),
        tuple(map(code_of, keys)),
        tuple(map(_weight, keys)),
        tuple(weight_of(root) if (root := stem_of(key)) else 0.0 for key in keys),
        tuple(quoted),
        tuple(inserted),
        frozenset(gaps),
        frozenset(ends),
        frozenset(clauses),
    )


def code_of(key: str) -> str:
    """Give what words that may stand for each other have in common."""
    return _SHIFTS.get(key) or (key if key[0] == "#" else stem(key))


def _weight(key: str) -> float:
    if key in STOP or key == "not":
        return STOP_WEIGHT
    return LIGHT_WEIGHT if key in LIGHT else 1.0


def _keys_at(tokens: Tokens, place: int) -> tuple[int, tuple[str, ...]]:
    """Give the last token of the word that begins at one, and its keys: two for a contraction."""
    word = tokens.words[place]
    number = numeral_at(tokens, place) if word not in ("a", "an", "half") else None
    if number is not None and number.low == number.high and number.low < 1e15:
        mark = "r" if number.rank else "%" if number.share else ""
        return number.last, (f"#{mark}{number.low:g}" if number.low < 1e5 else f"#{mark}{number.low:.6g}",)
    if word in ("u.s.", "u.s.a.") or (word in ("us", "usa") and tokens.surface(place).isupper()):
        return place, ("usa",)
    if word == "united" and tokens.word(place + 1) == "states":
        return place + 1, ("usa",)
    hyphen = tokens.word(place + 1) == "-" and tokens.joined(place + 1) and tokens.joined(place + 2)
    if word in _PREFIXES and hyphen and tokens.words[place + 2][0].isalpha():
        return place + 2, (_spelt(word + tokens.words[place + 2]),)
    if "'" not in word:
        return place, ("can", "not") if word == "cannot" else (_spelt(word),)
    if word.endswith("n't"):
        return place, (_SHORT_FORMS.get(word, word[:-3]), "not")
    base, mark, ending = word.rpartition("'")
    if mark + ending in _CLITICS and base:
        return place, (base, _CLITICS[mark + ending])
    if ending == "s" and base in _WITH_IS:
        return place, (base, "is")
    return place, (base or ending,)


def _spelt(word: str) -> str:
    known = _SPELLINGS.get(word)
    if known is not None:
        return known
    if word.endswith("s") and word[:-1] in _SPELLINGS:
        return _SPELLINGS[word[:-1]] + "s"
    return word.rstrip(".") if len(word) > 1 else word


def _quoted(tokens: Tokens) -> list[bool]:
    """Say of each token whether it stands in double quotation marks; pieces of a statement may begin inside them."""
    out: list[bool] = []
    inside, begin = False, 0
    for place, word in enumerate(tokens.words):
        if word == "…":
            inside, begin = False, place
        if word in _CLOSE or (word == '"' and inside):
            if not inside:
                out[begin:] = [True] * (place - begin)
            inside = False
            begin = place
        elif word in _OPEN or word == '"':
            inside = True
            begin = place
        out.append(inside)
    return out


__all__ = ["PERSONS", "TENSES", "WORDS_MAX", "Wording", "code_of", "wording_of"]
