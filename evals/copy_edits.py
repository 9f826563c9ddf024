"""An article's text edited as editors do it, such that it is known of every word whether it was kept.

A text is parted into sentences, and those into words as white space parts them; each word keeps the place that it had.
What is edited is a share of the sentences, chosen at random: cut, moved, reworded, or with names made shorter.
Rewording follows rules of our own (other words, figures in letters and letters in figures, contractions, clauses turned
round, "X said …" into "according to X, …"); where they change too little, words are left out. Harder than what editors
do is ``words replaced``: a share of all words, evenly over the text.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

DEGREES = (10, 20, 30, 40, 50, 60)
"""Percent of the text that is edited."""

Chunk = tuple[str, int | None]
"""A word with the marks around it, and its place in the text as it was; ``None`` for a new one."""
Sentence = list[Chunk]

_END = re.compile(r"""[.!?]["”’')]*$""")
_SHORT = re.compile(
    r"^(?:[A-Z]\.)+$|^(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|St|No|vs|Jr|Sr|Gen|Col|Lt|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.$"
)
_OTHER = {
    one: other
    for pair in """
    said/stated told/informed also/too but/yet however/still about/roughly more/further many/numerous big/large
    began/started start/begin started/began help/aid helped/aided show/reveal showed/revealed shows/reveals
    because/since while/whereas after/following before/ahead people/persons man/fellow woman/lady children/kids
    country/nation nation/country government/administration officials/authorities official/authority
    lawmakers/legislators house/chamber president/leader leader/head chief/head plan/scheme plans/schemes law/statute
    bill/measure vote/ballot money/funds job/post jobs/posts work/labour police/officers attack/assault attacks/assaults
    killed/slain dead/killed injured/hurt hurt/injured called/named asked/requested wants/seeks want/seek wanted/sought
    need/require needs/requires
    get/obtain got/obtained gave/handed give/hand make/produce made/produced took/seized take/seize think/believe
    thinks/believes believe/think believes/thinks only/merely just/merely often/frequently never/not-once last/past
    year/twelvemonth years/winters week/seven-days month/four-weeks day/date first/initial new/fresh old/ageing
    high/elevated low/modest good/fine bad/poor great/grand small/little long/lengthy short/brief likely/probable
    against/versus during/throughout between/amid under/beneath within/inside without/lacking across/throughout
    including/among according/owing several/various every/each most/the-majority-of some/certain
    """.split()
    for one, other in [pair.split("/")]
}
_DIGITS = dict(zip("one two three four five six seven eight nine ten eleven twelve".split(), range(1, 13), strict=True))
_LETTERS = {str(number): word for word, number in _DIGITS.items()}
_CONTRACTED = {
    ("did", "not"): "didn't",
    ("do", "not"): "don't",
    ("does", "not"): "doesn't",
    ("is", "not"): "isn't",
    ("was", "not"): "wasn't",
    ("will", "not"): "won't",
    ("would", "not"): "wouldn't",
    ("it", "is"): "it's",
    ("he", "is"): "he's",
    ("she", "is"): "she's",
    ("we", "are"): "we're",
    ("they", "are"): "they're",
}
_TITLES = frozenset(
    """
    President Senator Sen. Representative Rep. Governor Gov. Secretary Minister Mayor Judge Mr. Mrs. Ms. Dr. General
    """.split()
)


@dataclass(frozen=True)
class Edited:
    """A text after editing.

    :param text: its words, with one space between.
    :param chunks: the same, each with its place in the text as it was.
    """

    text: str
    chunks: tuple[Chunk, ...]

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where each chunk stands in ``text``."""
        out, at = [], 0
        for chunk, _ in self.chunks:
            out.append((at, at + len(chunk)))
            at += len(chunk) + 1
        return out


def edited(text: str, kind: str, percent: int, seed: int, other: str = "") -> Edited:
    """Edit a share of a text.

    :param kind: one of ``KINDS``.
    :param percent: of its sentences; for ``lifted``, of its words that are taken over.
    :param other: for ``lifted``, the text into which they are put.
    """
    rng = random.Random(f"{seed} {kind} {percent}")
    sentences = sentences_of(text)
    if kind == "lifted":
        return _lifted(sentences, percent, rng, other)
    if kind == "words replaced":
        chunks = [chunk for sentence in sentences for chunk in sentence]
        gone = set(rng.sample(range(len(chunks)), round(len(chunks) * percent / 100)))
        new = sorted(_OTHER.values())
        return _made([[(rng.choice(new), None) if at in gone else chunk for at, chunk in enumerate(chunks)]])
    chosen = set(rng.sample(range(len(sentences)), round(len(sentences) * percent / 100)))
    if kind == "moved":
        return _made(_moved(sentences, chosen, rng))
    out: list[Sentence] = []
    moved: list[Sentence] = []
    for number, sentence in enumerate(sentences):
        if number not in chosen:
            out.append(sentence)
            continue
        how = kind if kind != "mixed" else rng.choice(("cut", "moved", "reworded", "names shortened"))
        if how == "reworded":
            out.append(_reworded(sentence, rng))
        elif how == "names shortened":
            out.append(_shortened(sentence))
        elif how == "moved":
            moved.append(sentence)
    for sentence in moved:
        out.insert(rng.randint(0, len(out)), sentence)
    return _made(out)


KINDS = ("cut", "moved", "reworded", "names shortened", "mixed", "lifted", "words replaced")


def sentences_of(text: str) -> list[Sentence]:
    """Part a text where words end with a mark that ends sentences."""
    out: list[Sentence] = [[]]
    for place, word in enumerate(text.split()):
        out[-1].append((word, place))
        if _END.search(word) and not _SHORT.match(word):
            out.append([])
    return [sentence for sentence in out if sentence]


def _made(sentences: list[Sentence]) -> Edited:
    chunks = tuple(chunk for sentence in sentences for chunk in sentence)
    return Edited(" ".join(word for word, _ in chunks), chunks)


def _moved(sentences: list[Sentence], chosen: set[int], rng: random.Random) -> list[Sentence]:
    out = [sentence for number, sentence in enumerate(sentences) if number not in chosen]
    for number in sorted(chosen):
        out.insert(rng.randint(0, len(out)), sentences[number])
    return out


def _lifted(sentences: list[Sentence], percent: int, rng: random.Random, other: str) -> Edited:
    """Take a stretch of sentences over into another text, in one or two pieces."""
    wanted = sum(map(len, sentences)) * percent / 100
    first = rng.randrange(len(sentences))
    taken: list[Sentence] = []
    while sum(map(len, taken)) < wanted and len(taken) < len(sentences):
        taken.append(sentences[(first + len(taken)) % len(sentences)])
    hosts: list[Sentence] = [[(word, None) for word, _ in sentence] for sentence in sentences_of(other)]
    cut = rng.randint(0, len(taken))
    for piece in (taken[:cut], taken[cut:]):
        at = rng.randint(0, len(hosts))
        hosts[at:at] = piece
    return _made(hosts)


def _reworded(sentence: Sentence, rng: random.Random) -> Sentence:
    """Say a sentence in other words; about one word in six does not stay."""
    out = _said_turned(sentence)
    changed = 0
    words: Sentence = []
    skip = False
    for at, (chunk, place) in enumerate(out):
        if skip:
            skip = False
            continue
        core = chunk.strip("\"“”'’(),.;:!?").casefold()
        after = out[at + 1][0].strip('"“”(),.;:!?').casefold() if at + 1 < len(out) else ""
        new = _CONTRACTED.get((core, after))
        if new is not None:
            words.append((new, None))
            skip, changed = True, changed + 2
            continue
        new = _OTHER.get(core) or _LETTERS.get(core) or (str(_DIGITS[core]) if core in _DIGITS else None)
        if new is None or place is None:
            words.append((chunk, place))
            continue
        begin = chunk.casefold().find(core)
        words.append((chunk[:begin] + new + chunk[begin + len(core) :], None))
        changed += 1
    least = len(sentence) // 6
    for at in sorted(rng.sample(range(len(words)), min(len(words) - 1, max(0, least - changed))), reverse=True):
        del words[at]
    return words


def _said_turned(sentence: Sentence) -> Sentence:
    """Turn ``…, X said.`` into ``According to X, ….``, and two clauses round where a comma parts them."""
    words = [word for word, _ in sentence]
    if len(words) > 5 and words[-1].rstrip('."”') == "said":
        for at in range(len(words) - 2, max(len(words) - 6, 0), -1):
            if words[at].endswith((",", ",”", ',"')):
                name, said = sentence[at + 1 : -1], sentence[: at + 1]
                return [("According", None), ("to", None), *name, *said]
    commas = [at for at, word in enumerate(words[:-3]) if word.endswith(",") and at >= 3]
    if len(commas) == 1:
        at = commas[0] + 1
        return [*sentence[at:], *sentence[:at]]
    return sentence


def _shortened(sentence: Sentence) -> Sentence:
    """Leave out titles and first names: every capitalised word right before another one, not at the beginning."""
    out: Sentence = []
    for at, (chunk, place) in enumerate(sentence):
        after = sentence[at + 1][0] if at + 1 < len(sentence) else ""
        named = chunk[:1].isupper() and chunk.isalpha() and after[:1].isupper()
        if (named and at > 0) or (chunk in _TITLES and after[:1].isupper()):
            continue
        out.append((chunk, place))
    return out
