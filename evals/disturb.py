"""Texts made messy in one way at a time, such that every place in them is still known.

A disturbance is a list of edits; a span of the disturbed text is taken back to the text as it was, so that labels
and words stay the same whatever was done. The taggers learnt from paragraphs of which ``training/data.py`` had
disturbed a third; that is written apart from this, and each disturbance here says how much of it was seen there.
"""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evals.scoring import ROLES
from sayso.speakers.gender import is_given

Edit = tuple[int, int, str]
"""Half-open span of the text as it was, and what stands there instead."""


@dataclass(frozen=True, slots=True)
class Disturbed:
    """A text with edits made.

    :param begins, ends: for each code point of ``text``, where the code points that it came from begin and end.
    """

    text: str
    begins: tuple[int, ...]
    ends: tuple[int, ...]

    def back(self, start: int, end: int) -> list[int]:
        """Take a half-open span of ``text`` back to the text as it was."""
        return [self.begins[start], self.ends[end - 1]] if start < end else [0, 0]

    def back_all(self, rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Take the attributions of a reading's JSON back."""
        return [
            dict(row) | {role: [self.back(start, end) for start, end in row.get(role) or ()] for role in ROLES}
            for row in rows
        ]


def disturbed(text: str, edits: Iterable[Edit]) -> Disturbed:
    """Make edits, which may come in any order but must not overlap."""
    parts: list[str] = []
    begins: list[int] = []
    ends: list[int] = []
    at = 0
    for start, end, new in [*sorted(edits), (len(text), len(text), "")]:
        if not at <= start <= end:
            raise ValueError(f"expected edits that lie apart, found one at {start}-{end} after one that ends at {at}")
        parts += text[at:start], new
        begins += [*range(at, start), *[start] * len(new)]
        ends += [*range(at + 1, start + 1), *[end] * len(new)]
        at = end
    return Disturbed("".join(parts), tuple(begins), tuple(ends))


@dataclass(frozen=True, slots=True)
class Disturbance:
    """One way to make a text messy.

    :param trained: how much of it the training saw.
    :param pasted: the result is read as a pasted page (``sayso.read``), not as a text as it is.
    """

    name: str
    trained: str
    edits: Callable[[str], Iterable[Edit]]
    pasted: bool = False


OPENING = re.compile(r"“|(?:(?<!\S)|(?<=[(\[—–]))\"")
CLOSING = re.compile(r"”|(?<=[^\s(\[—–])\"")
APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)|(?<=s)['’](?= )")


def marks(opening: str, closing: str, apostrophe: str | None = None) -> Callable[[str], Iterator[Edit]]:
    """Replace double marks, and apostrophes where asked to; single marks inside double ones stay."""

    def edits(text: str) -> Iterator[Edit]:
        pairs = [(OPENING, opening), (CLOSING, closing)]
        if apostrophe is not None:
            pairs.append((APOSTROPHE, apostrophe))
        for pattern, new in pairs:
            yield from ((m.start(), m.end(), new) for m in pattern.finditer(text) if m.group() != new)

    return edits


def straight_single(text: str) -> Iterator[Edit]:
    """Make every mark and apostrophe a straight single one."""
    yield from ((m.start(), m.end(), "'") for m in re.finditer('[“”"‘’]', text))


def straight_double(text: str) -> Iterator[Edit]:
    """Make curly marks straight."""
    yield from ((m.start(), m.end(), '"') for m in re.finditer("[“”]", text))
    yield from ((m.start(), m.end(), "'") for m in re.finditer("[‘’]", text))


def spaces_lost(text: str) -> Iterator[Edit]:
    """Take out the space before every opening and after every closing mark."""
    gone = {m.start() - 1 for m in OPENING.finditer(text)} | {m.end() for m in CLOSING.finditer(text)}
    yield from ((at, at + 1, "") for at in sorted(gone) if 0 <= at < len(text) and text[at] == " ")


def by_case(change: Callable[[str], str]) -> Callable[[str], Iterator[Edit]]:
    """Change the case of each letter that stays one letter."""

    def edits(text: str) -> Iterator[Edit]:
        for at, letter in enumerate(text):
            new = change(letter)
            if new != letter and len(new) == 1:
                yield at, at + 1, new

    return edits


def odd_spaces(text: str) -> Iterator[Edit]:
    """Make the space after a sentence two, and of the others every eighth a non-breaking one."""
    seen = 0
    for m in re.finditer(r"(?<=\S) (?=\S)", text):
        if text[m.start() - 1] in ".?!":
            yield m.start(), m.end(), "  "
        else:
            seen += 1
            if seen % 8 == 0:
                yield m.start(), m.end(), "\u00a0"


WRAP = 68  # columns: plain e-mail


def wrapped(text: str) -> Iterator[Edit]:
    """Break the lines of each paragraph at ``WRAP`` columns; blank lines between paragraphs stay, or are made."""
    for line in re.finditer(r"[^\n]+", text):
        begin, last = line.start(), -1
        for m in re.finditer(" ", line.group()):
            at = line.start() + m.start()
            if at - begin > WRAP and last >= 0:
                yield last, last + 1, "\n"
                begin = last + 1
            last = at
    yield from ((m.start(), m.end(), "\n\n") for m in re.finditer(r"(?<!\n)\n(?!\n)", text))


def apostrophes_mixed(text: str) -> Iterator[Edit]:
    """Make every other apostrophe curly and the rest straight."""
    for number, m in enumerate(APOSTROPHE.finditer(text)):
        yield m.start(), m.end(), "'’"[number % 2]


# Made up: no people are meant. Marks, particles and capitals that US names seldom have.
_GIVEN = """
Ayşegü Břetka Chidirim Dževan Eirnýr Fırdaus Gyöngvér Hüsnüre Ikechika Jørmund Kŵabena Łucjana Mbalizwe Ngọcthu Oyelarin
Pélagrie Qashmal Rūtenė Søvrig Tsewanga Ubayrah Vjerislav Wanjirua Xóchipil Yusrizah Zbygnieva Akọdina Bjartný Çağnur
Đorđina
""".split()
_FAMILY = """
al-Zarrouf Abdulkhakow Bjørnshaug Çelikdağın Drăgulinek Ezeonwuka Ferreirinho Grzybczyk Hjörvarsdóttir Ilungo-Mbekwe
Jędrzejuk Kahananuo Lươngvinh M’Barayou Nguyenkov Ó’Siodhacht Przytulnak Qvortrupsen Rasoamanano Szentgyörgyvári
Tshabatala Uğurtaşlı Võsumaari Wijeratungo Xhemalajt Yıldızhanlı Zhelyazkin Óskarwen Ramaswaminath Balasubramat
Tolentijn Mkhizana Hovhannisjak Papathanasou Dlaminkosi Kereopani
""".split()
_NAME = re.compile(r"\b([A-Z][a-zé]+)((?: [A-Z]\.)?(?: [A-Z][\w’'-]*[a-z])+)")
# What follows a first name and is no family name, or makes the whole no person's.
_NO_FAMILY = frozenset(
    """
    Street Avenue Road University College School Institute Foundation Hospital Center Centre County City State House
    Senate Court Day Party Committee Act News Times Post Journal Tower Hotel Park Airport Beach River Island Islands Inc
    Corp Co
    """.split()
)


def names_replaced(text: str) -> Iterator[Edit]:
    """Replace people's names by made-up foreign ones, each name by the same throughout.

    A name is a common first name and the capitalised words after it. Each of its words is replaced wherever it
    stands; where the text also has it in lower case (*will*, *price*), only inside the whole name.
    """
    chance = random.Random(zlib.crc32(text.encode("utf8", "replace")))
    spare = [chance.sample(_GIVEN, len(_GIVEN)), chance.sample(_FAMILY, len(_FAMILY))]
    plain = set(re.findall(r"\b[a-z]+\b", text))
    new: dict[str, str] = {}
    found: dict[int, Edit] = {}
    for m in _NAME.finditer(text):
        words = [(w.start(), re.sub(r"['’]s?$", "", w.group())) for w in re.finditer(r"[\w’'-]+", m.group())]
        words = [(at, word) for at, word in words if len(word) > 1]
        if not is_given(m.group(1).lower()) or any(word in _NO_FAMILY for _, word in words):
            continue
        for place, (at, word) in enumerate(words[:3]):
            pool = spare[min(place, 1)]
            if word not in new and pool:
                new[word] = pool.pop()
            if word in new:
                start = m.start() + at
                found[start] = (start, start + len(word), new[word])
    for m in re.finditer(r"\b[A-Z][\w-]*", text):
        if m.group() in new and m.group().lower() not in plain:
            found.setdefault(m.start(), (m.start(), m.end(), new[m.group()]))
    yield from found.values()


ALWAYS, SEEN, ONE, NOT = "–", "yes", "one mark a paragraph", "no"

DISTURBANCES: Sequence[Disturbance] = (
    Disturbance("as it is", ALWAYS, lambda _: ()),
    Disturbance("British single marks ‘ ’", SEEN, marks("‘", "’", "’")),
    Disturbance("straight single marks ' '", SEEN, straight_single),
    Disturbance('straight double marks " "', SEEN, straight_double),
    Disturbance("guillemets « »", SEEN, marks("«", "»")),
    Disturbance("every closing mark dropped", ONE, marks("“", "")),
    Disturbance("every opening mark dropped", ONE, marks("", "”")),
    Disturbance("no space before and after quotations", "one space before a mark a paragraph", spaces_lost),
    Disturbance("all capitals", SEEN, by_case(str.upper)),
    Disturbance("all lower case", SEEN, by_case(str.lower)),
    Disturbance("names made foreign", NOT, names_replaced),
    Disturbance("non-breaking and double spaces", NOT, odd_spaces),
    Disturbance("apostrophes curly and straight by turns", NOT, apostrophes_mixed),
    Disturbance("lines wrapped, read as a text", NOT, wrapped),
    Disturbance("lines wrapped, read as a pasted page", NOT, wrapped, pasted=True),
)
