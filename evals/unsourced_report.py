"""Measure sentence ends, whose word a sentence is, and what sentences of the report's own voice do.

    SAYSO_DATA=/path/to/data python -m evals.unsourced_report [--voices | --learnt]

Labels given by reading: ``unsourced_sentences.json`` (hard sentence ends), ``unsourced.json`` (the sample pages) and,
where the data folder has ``corpus/articles.jsonl.gz`` (ramybaly/Article-Bias-Prediction on GitHub),
``unsourced_corpus.json``. Rules were made with the half "design" in view; the other half is for reporting.

``--voices`` reads ``polnear/dev.jsonl`` (PolNeAR 1.0: networkdynamics/PolNeAR) and compares the voices that follow
from what was read with those that follow from the corpus's own attributions. ``--learnt`` compares the rules for
sorts with a classifier learnt from the design half (needs scikit-learn). Whole readings: the measure "unsourced" of
``evals.measure``.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, get_args

import sayso
from evals.labels import samples
from sayso.attributions.marks import quotations_of
from sayso.schema import Attribution, Sort, Span
from sayso.unsourced.sentences import sentences_of
from sayso.unsourced.sorts import ASSERTS, sort_of
from sayso.unsourced.voices import voices_of

EVALS = Path(__file__).parent
SORTS: tuple[Sort, ...] = get_args(Sort)


class Labelled(NamedTuple):
    """A sentence with its label."""

    sentence: str
    sort: Sort
    half: str


class Ends(NamedTuple):
    """How many sentence ends are found, in per cent, and how many paragraphs fall into just the right sentences."""

    precision: float
    recall: float
    f1: float
    whole: int
    paragraphs: int


class Sorted(NamedTuple):
    """How many sentences are told checkable or not, and have the right sort, in per cent."""

    sentences: int
    checkable: float
    sort: float
    of_sort: dict[Sort, tuple[int, int, int]]  # right, given, labelled


def _labels(name: str, field: str) -> list[Any]:
    return json.loads((EVALS / name).read_text(encoding="utf-8"))[field]


def measure_ends(starts_of: Callable[[str], Sequence[int]]) -> Ends:
    """Measure a splitter on the hard sentence ends.

    :param starts_of: gives where the sentences of a paragraph begin.
    """
    right = given = wanted = whole = 0
    paragraphs = _labels("unsourced_sentences.json", "paragraphs")
    for sentences in paragraphs:
        text = " ".join(sentences)
        true, at = set(), 0
        for sentence in sentences:
            true.add(at)
            at += len(sentence) + 1
        found = {0, *starts_of(text)}
        right, given, wanted = right + len(true & found) - 1, given + len(found) - 1, wanted + len(true) - 1
        whole += true == found
    return Ends(100 * right / given, 100 * right / wanted, 200 * right / (given + wanted), whole, len(paragraphs))


def starts(text: str) -> list[int]:
    """Give where the sentences of a paragraph begin, by Sayso."""
    return [span.start for span in sentences_of(text, [Span(0, len(text))])]


def of_samples() -> Iterator[Labelled]:
    """Give the labelled sentences of the sample pages.

    :raises ValueError: if a label does not fit its page.
    """
    texts = {sample.name: sample for sample in samples()}
    for row in _labels("unsourced.json", "labels"):
        paragraph = texts[row["page"]].paragraphs[row["paragraph"] - 1]
        found = sentences_of(paragraph, [Span(0, len(paragraph))])
        sentence = found[row["sentence"] - 1].of(paragraph) if row["sentence"] <= len(found) else ""
        if sentence.split()[:4] != row["begins"].split():
            raise ValueError(
                f"{row['page']}: paragraph {row['paragraph']} has no sentence {row['sentence']} so labelled"
            )
        yield Labelled(sentence, row["sort"], row["half"])


def of_corpus(data: Path) -> Iterator[Labelled]:
    """Give the labelled sentences of the corpus in a data folder."""
    rows = _labels("unsourced_corpus.json", "labels")
    wanted = {row["id"] for row in rows}
    texts = {}
    with gzip.open(data / "corpus" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            if str(article["id"]) in wanted:
                texts[str(article["id"])] = article["text"]
    for row in rows:
        yield Labelled(texts[row["id"]][row["start"] : row["end"]], row["sort"], row["half"])


def measure_sorts(labelled: Sequence[Labelled]) -> Sorted:
    """Compare the sorts that the rules give with the labelled ones."""
    pairs = Counter((sort_of(one.sentence), one.sort) for one in labelled)
    total = sum(pairs.values())
    of_sort = {
        sort: (
            pairs[sort, sort],
            sum(n for (given, _), n in pairs.items() if given == sort),
            sum(n for (_, true), n in pairs.items() if true == sort),
        )
        for sort in SORTS
    }
    checkable = sum(n for (given, true), n in pairs.items() if (given in ASSERTS) == (true in ASSERTS))
    return Sorted(total, 100 * checkable / total, 100 * sum(pairs[s, s] for s in SORTS) / total, of_sort)


def data_folder() -> Path | None:
    """Give the folder of the corpora, if it has the articles that are labelled."""
    folder = Path(os.environ.get("SAYSO_DATA") or "nowhere")
    return folder if (folder / "corpus" / "articles.jsonl.gz").is_file() else None


def measure_voices(path: Path) -> None:
    """Print how voices by the tagger's attributions agree with voices by the corpus's own, for several thresholds.

    The corpus does not tell statements from thoughts and plans: an attribution has the act of the one read with its
    cue. Below ``voices.SURE_MIN`` no threshold has an effect.
    """
    read = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        reading = sayso.attribute(row["text"])
        text, paragraphs = reading.article.text, reading.article.paragraphs
        acts = {one.cue: one.act for one in reading.attributions}
        gold = []
        for one in row["attributions"]:
            source, cue, content = (tuple(Span(*piece) for piece in one[role]) for role in ("source", "cue", "content"))
            gold.append(Attribution("A", source, cue, content, "mixed", acts.get(cue, "statement")))
        sentences = sentences_of(text, paragraphs)
        quotations = quotations_of(text, paragraphs)
        read.append((reading, sentences, quotations, voices_of(text, sentences, gold, quotations)))
    for least in (0.3, 0.4, 0.5, 0.6, 0.7):
        pairs: Counter[tuple[str, str]] = Counter()
        for reading, sentences, quotations, gold_voices in read:
            heard = [a for a in reading.attributions if a.form != "indirect" or a.confidence >= least]
            pairs.update(zip(gold_voices, voices_of(reading.article.text, sentences, heard, quotations), strict=True))
        both = pairs["own", "own"]
        given = sum(n for (_, voice), n in pairs.items() if voice == "own")
        wanted = sum(n for (voice, _), n in pairs.items() if voice == "own")
        agree = sum(n for (one, other), n in pairs.items() if one == other)
        total = sum(pairs.values())
        print(f"indirect from {least}: own P {100 * both / given:.1f} R {100 * both / wanted:.1f}", end=" ")
        print(f"F1 {200 * both / (given + wanted):.1f}, same voice {100 * agree / total:.1f} % of {total}")


def measure_learnt(labelled: Sequence[Labelled]) -> None:
    """Print how well sorts are told by logistic regression over words and letters, learnt from the design half."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline, make_union

    design = [one for one in labelled if one.half == "design"]
    rest = [one for one in labelled if one.half != "design"]
    words, letters = TfidfVectorizer(ngram_range=(1, 2)), TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4))
    model = make_pipeline(make_union(words, letters), LogisticRegression(max_iter=2000))
    model.fit([one.sentence for one in design], [one.sort for one in design])
    given = model.predict([one.sentence for one in rest])
    checkable = sum((sort in ASSERTS) == (one.sort in ASSERTS) for sort, one in zip(given, rest, strict=True))
    right = sum(sort == one.sort for sort, one in zip(given, rest, strict=True))
    print(f"learnt, held back: checkable or not {100 * checkable / len(rest):.1f} %", end=", ")
    print(f"sort {100 * right / len(rest):.1f} %")


def main() -> None:
    """Print what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--voices", action="store_true", help="compare voices on PolNeAR's development part")
    parser.add_argument("--learnt", action="store_true", help="compare with a learnt classifier of sorts")
    asked = parser.parse_args()
    folder = data_folder()
    if (asked.voices or asked.learnt) and folder is None:
        parser.error("SAYSO_DATA must name a folder with corpus/articles.jsonl.gz and polnear/dev.jsonl")
    if folder is not None and asked.voices:
        measure_voices(folder / "polnear" / "dev.jsonl")
    elif folder is not None and asked.learnt:
        measure_learnt([*of_samples(), *of_corpus(folder)])
    else:
        print_ends()
        print_sorts(folder)


def print_ends() -> None:
    """Print how sentence ends are found, by Sayso and by the library that it builds on."""
    from nupunkt import load

    punkt = load("default")
    for name, split in (("Sayso", starts), ("nupunkt alone", lambda t: [s for s, _ in punkt.span_tokenize(t)])):
        ends = measure_ends(split)
        print(f"sentence ends, {name}: P {ends.precision:.1f} R {ends.recall:.1f} F1 {ends.f1:.1f}", end=", ")
        print(f"{ends.whole} of {ends.paragraphs} paragraphs whole")


def print_sorts(folder: Path | None) -> None:
    """Print how sorts are told, on the sample pages and on the corpus."""
    sets = {"samples": list(of_samples())}
    if folder is not None:
        sets["corpus"] = list(of_corpus(folder))
        sets["both"] = sets["samples"] + sets["corpus"]
    for name, labelled in sets.items():
        for half in ("design", "held back"):
            found = measure_sorts([one for one in labelled if one.half == half])
            print(f"{name}, {half}: {found.sentences} sentences, checkable or not {found.checkable:.1f} %", end=", ")
            print(f"sort {found.sort:.1f} %")
            for sort, (right, given, wanted) in found.of_sort.items():
                print(f"    {sort}: {right} right of {given} given and {wanted} labelled")


if __name__ == "__main__":
    main()
