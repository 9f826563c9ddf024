"""How well heads of mentions, their kinds and their antecedents are found, on GUM's development documents.

python -m training.gum_scores --gum DATA/gum --model src/sayso/models/accurate
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from sayso.attributions.attribute import attribute_with_evidence
from sayso.attributions.evidence import KINDS, PARTS, Words
from sayso.attributions.pairs import CLASSES, Pairs
from sayso.attributions.tagger import OnnxTagger
from sayso.schema import Article
from training.gum import documents
from training.gum_words import UNKNOWN, Lesson, _taught

NEWS = ("news", "interview", "speech", "court", "bio", "letter")
EARLIER = 150
"""How many earlier mentions a mention may go back to."""
Choose = Callable[[Lesson, Pairs, int, np.ndarray], int]
"""Gives the place of the antecedent among the candidates, -1 for none."""


def share(right: float, all_: float) -> str:
    return f"{100 * right / all_:5.1f}" if all_ else "    -"


def word_scores(lessons: Sequence[Lesson], read: Sequence[Words]) -> dict[str, str]:
    """Score heads and kinds (F1), form, number and "she" (accuracy at gold heads), parts of speech (accuracy)."""
    kinds, gold = (np.concatenate(x) for x in ([w.kinds().argmax(axis=1) for w in read], [x.kinds for x in lessons]))
    out = {"head": f1(kinds > 0, gold > 0)}
    for index, name in enumerate(KINDS[1:], 1):
        out[name] = f1(kinds == index, gold == index)
    parts = np.concatenate([w.parts() for w in read])
    taught = np.concatenate([x.parts for x in lessons])
    named = np.array(PARTS)[taught]
    form = [_forms(x) for x in (parts, named)]
    known = taught != UNKNOWN
    out["part"] = share(float((parts == named)[known].sum()), known.sum())
    out["form"] = share(float((form[0] == form[1])[gold > 0].sum()), (gold > 0).sum())
    out["named"] = f1((form[0] == 0) & (gold > 0), (form[1] == 0) & (gold > 0))
    for name, got, right in (
        ("plural", [w.plural() for w in read], [x.plural for x in lessons]),
        ("she", [_she(w, x) for w, x in zip(read, lessons, strict=True)], [x.she for x in lessons]),
    ):
        said, label = np.concatenate(got) > 0.5, np.concatenate(right)
        pick = (label != UNKNOWN) & (gold > 0)
        if name == "she":  # of names and nouns: the pronouns say it themselves
            pick &= form[1] < 2
        out[name] = share(float((said == label)[pick].sum()), pick.sum())
    return out


def _she(words: Words, lesson: Lesson) -> np.ndarray:
    pairs, out = Pairs(words), words.she()
    out[lesson.heads] = [pairs.she_of(int(head)) for head in lesson.heads]
    return out


def _forms(parts: np.ndarray) -> np.ndarray:
    return np.where(parts == "PROPN", 0, np.where(np.isin(parts, ("PRON", "DET")), 2, 1))


def f1(found: np.ndarray, gold: np.ndarray) -> str:
    return share(2 * float((found & gold).sum()), found.sum() + gold.sum())


def antecedent_scores(lessons: Sequence[Lesson], read: Sequence[Words], choose: Choose) -> dict[str, tuple[int, int]]:
    """Count right antecedents (right, all) by what asks, at gold heads.

    Pronouns that have an earlier mention of the same: the chosen one is of the same. ``X to whom``: so too, where
    only names and nouns may be chosen (and one is there). Names and nouns: the chosen one is of the same, or nothing is
    chosen where nothing is.
    """
    count: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for lesson, words in zip(lessons, read, strict=True):
        pairs, gold = Pairs(words), Pairs(lesson.gold())
        classes = np.array([gold.class_of(int(h)) for h in lesson.heads])
        for index, (head, asker) in enumerate(zip(lesson.heads.tolist(), classes, strict=True)):
            earlier = np.arange(max(0, index - EARLIER), index)
            same = lesson.entities[earlier] == lesson.entities[index]
            name = CLASSES[asker]
            if asker < 2:
                if lesson.kinds[head] in (1, 2):
                    name = f"{name} of a person or organisation"
                picked = choose(lesson, pairs, index, earlier)
                right = same[picked] if picked >= 0 else not same.any()
                count[name + (", seen before" if same.any() else ", new")][0] += int(right)
                count[name + (", seen before" if same.any() else ", new")][1] += 1
                continue
            if same.any():
                picked = choose(lesson, pairs, index, earlier)
                count[name][0] += int(picked >= 0 and same[picked])
                count[name][1] += 1
            full = earlier[classes[earlier] < 2]
            same = lesson.entities[full] == lesson.entities[index]
            if same.any():
                picked = choose(lesson, pairs, index, full)
                count[name + " to whom"][0] += int(picked >= 0 and same[picked])
                count[name + " to whom"][1] += 1
    return {name: (right, all_) for name, (right, all_) in count.items()}


def learned(lesson: Lesson, pairs: Pairs, index: int, candidates: np.ndarray) -> int:
    """Take the best by the model; pronouns always have somebody."""
    if not len(candidates):
        return -1
    scores = pairs.antecedents(int(lesson.heads[index]), lesson.heads[candidates])
    best = int(scores.argmax())
    return best if scores[best] > 0 or pairs.class_of(int(lesson.heads[index])) >= 2 else -1


def simple(lesson: Lesson, pairs: Pairs, index: int, candidates: np.ndarray) -> int:
    """Choose without learning, but by gold kinds, numbers and sexes.

    The nearest person ("it": no person) of that number that gold does not call by the other pronoun; the nearest same
    words for names and nouns; the nearest same pronoun for "I", "we" and "you".
    """
    gold = _gold(lesson)
    head = int(lesson.heads[index])
    asker = CLASSES[gold.class_of(head)]
    if asker in ("name", "noun"):
        relation = gold.relation(head, lesson.heads[candidates])
        wanted = np.isin(relation, (1, 2, 3, 7))
    else:
        others = lesson.heads[candidates]
        person = lesson.kinds[others] == 1
        many = lesson.plural[others] == 1
        she = lesson.she[others]
        wanted = {
            "he": person & ~many & (she != 1),
            "she": person & ~many & (she != 0),
            "I": np.array([gold.class_of(int(o)) == CLASSES.index("I") for o in others], bool),
            "we": np.array([gold.class_of(int(o)) == CLASSES.index("we") for o in others], bool),
            "you": np.array([gold.class_of(int(o)) == CLASSES.index("you") for o in others], bool),
            "they": many,
            "it": ~person & ~many,
        }.get(asker, np.ones(len(others), bool))
        if asker in ("I", "we", "you") and not wanted.any():
            wanted = person
    places = np.flatnonzero(wanted)
    return int(places[-1]) if len(places) else -1


_GOLD: dict[int, Pairs] = {}


def _gold(lesson: Lesson) -> Pairs:
    if id(lesson) not in _GOLD:
        _GOLD[id(lesson)] = Pairs(lesson.gold())
    return _GOLD[id(lesson)]


def report(lessons: Sequence[Lesson], read: Sequence[Words]) -> None:
    """Print all tables."""
    for name, wanted in (("all genres", None), (", ".join(NEWS), NEWS)):
        pick = [i for i, x in enumerate(lessons) if wanted is None or x.document.genre in wanted]
        some, said = [lessons[i] for i in pick], [read[i] for i in pick]
        print(f"\n{name}: {len(some)} documents, {sum(len(x.spans) for x in some)} words\n")
        scores = word_scores(some, said)
        print("| " + " | ".join(scores) + " |\n|" + "---|" * len(scores))
        print("| " + " | ".join(scores.values()) + " |")
        model, base = (antecedent_scores(some, said, choose) for choose in (learned, simple))
        print("\n| who asks | mentions | learned | simple |\n|---|---|---|---|")
        for key in sorted(model):
            print(f"| {key} | {model[key][1]} | {share(*model[key])} | {share(*base[key])} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gum", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    options = parser.parse_args()
    tagger = OnnxTagger(options.model)
    lessons = []
    for document in documents(options.gum / "dev.conllu.gz"):
        article = Article(text=document.text, paragraphs=tuple(document.paragraphs))
        words = attribute_with_evidence(article, tagger)[1]
        if words is None:
            raise SystemExit(f"{options.model} gives no evidence; expected a model after python -m training.heads")
        lessons.append((_taught(document, np.zeros((0, 0)), words.spans, words.stretch), words))
    report([lesson for lesson, _ in lessons], [words for _, words in lessons])


if __name__ == "__main__":
    main()
