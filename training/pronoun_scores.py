"""Whom the pronouns of labelled attributions mean, by the model's pairs alone: no roster, no rules on quotation marks.

    python -m training.pronoun_scores --corpus DATA/polnear/dev.jsonl --labels DATA/speakers/dev.jsonl --model FOLDER

Right is a name or noun that shares a word with the labelled speaker. A noun for somebody who is named elsewhere ("the
woman") therefore counts as wrong, as does a name in another spelling.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path

from sayso.attributions.attribute import attribute_with_evidence
from sayso.attributions.evidence import Words
from sayso.attributions.pairs import CLASSES, Pairs
from sayso.attributions.tagger import OnnxTagger
from sayso.paragraphs import paragraphs_of
from sayso.schema import Article, Span
from training.gum_scores import EARLIER, share

PRONOUNS = ("he", "she", "they", "who", "it")


def count(text: str, words: Words, sources: list[tuple[Span, str]], seen: Counter[tuple[str, bool]]) -> None:
    """Add the pronouns among the sources (span, labelled speaker) of one article."""
    pairs = Pairs(words)
    full = [head for head in words.heads().tolist() if pairs.class_of(head) < 2]
    for source, speaker in sources:
        inside = words.inside(source)
        if len(inside) != 1 or CLASSES[pairs.class_of(inside[0])] not in PRONOUNS:
            continue
        earlier = [head for head in full if head < inside[0]][-EARLIER:]
        if not earlier:
            continue
        best = earlier[int(pairs.antecedents(inside[0], earlier).argmax())]
        name = " ".join(Span(*words.spans[i].tolist()).of(text) for i in pairs.name_of(best)).casefold()
        shared = set(re.findall(r"\w+", name)) & set(re.findall(r"\w+", speaker.casefold()))
        seen[CLASSES[pairs.class_of(inside[0])], bool(shared)] += 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    options = parser.parse_args()
    tagger = OnnxTagger(options.model)
    with options.corpus.open(encoding="utf8") as lines:
        articles = {row["id"]: row for row in map(json.loads, lines)}
    seen: Counter[tuple[str, bool]] = Counter()
    with options.labels.open(encoding="utf8") as lines:
        for labelled in map(json.loads, lines):
            row = articles[labelled["id"]]
            text = row["text"]
            words = attribute_with_evidence(Article(text=text, paragraphs=paragraphs_of(text)), tagger)[1]
            if words is None:
                raise SystemExit(f"{options.model} gives no evidence")
            sources = [
                (Span(*row["attributions"][one["i"]]["source"][0]), one["speaker"])
                for one in labelled["attributions"]
                if one["speaker"] not in (None, "AUTHOR") and len(row["attributions"][one["i"]]["source"]) == 1
            ]
            count(text, words, sources, seen)
    for pronoun in PRONOUNS:
        right, all_ = seen[pronoun, True], seen[pronoun, True] + seen[pronoun, False]
        print(f"{pronoun:5} {right:3} of {all_:3} {share(right, all_)}")


if __name__ == "__main__":
    main()
