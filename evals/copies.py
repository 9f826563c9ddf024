"""Measure copies: against every pair of the corpus, on edits of our own, and beside other libraries.

    python -m evals.copies --corpus DATA               DATA/corpus/articles.jsonl.gz, or the folder in SAYSO_DATA
    python -m evals.copies --corpus DATA --peers       beside datasketch and rensa, in the same run
    python -m evals.copies --corpus DATA --only sampling    how many runs to keep: recall of candidates over six hashes
    python -m evals.copies --corpus DATA --only credits     agencies credited, against PolNeAR's own column
    python -m evals.copies --corpus DATA --only words       how many pairs there are if words are parted otherwise

The pairs that have to be found are counted here in another way than the package counts: words by a plain pattern, runs
of eight words without hashing, every pair of articles that share one. A pair counts as found if the store holds a copy
of it. No text of the corpus is written anywhere.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import itertools
import json
import os
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evals.copy_edits import DEGREES, KINDS, Edited, edited
from evals.copy_peers import PEERS, Pairs, Peer, Sketches, pairs_of
from evals.labels import EVALS
from sayso.claims.copies import RUNS, copy_of
from sayso.claims.credits import agency_named, credits_of
from sayso.claims.sketch import NEEDED, RUN, sketch_of, words_of
from sayso.paragraphs import paragraphs_of
from sayso.schema import Article, Entry, ModelName, Reading

CORPUS_FILE = Path("corpus", "articles.jsonl.gz")
FLOORS = EVALS / "copies.json"
HELD_OUT = 150
"""Articles that are edited; those whose ids' hashes are lowest. Nothing was tuned on them."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True)
class Row:
    """One article of the corpus."""

    id: str
    text: str
    url: str | None
    publisher: str | None
    author: str | None
    published: str | None


def corpus_file(folder: str | None) -> Path | None:
    """Give the file of the corpus; ``None`` where there is none."""
    path = Path(folder) / CORPUS_FILE if folder else None
    return path if path and path.is_file() else None


def rows_of(path: Path) -> list[Row]:
    """Read the corpus."""
    with gzip.open(path, "rt", encoding="utf8") as lines:
        read = [json.loads(line) for line in lines]
    keys = ("url", "publisher", "author", "published")
    return [Row(row["id"], row["text"], *(row.get(key) or None for key in keys)) for row in read]


def plain_words(text: str) -> list[str]:
    """Give the words of a text, in lower case."""
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]


def sharing(texts: Sequence[Sequence[str]], least: int = RUNS) -> dict[tuple[int, int], int]:
    """Count the runs of eight words that each pair of texts shares, by brute force and without hashing.

    :return: the pairs that share at least ``least`` distinct runs, with how many.
    """
    numbers: dict[str, int] = {}
    runs = np.array(
        [numbers.setdefault(word, len(numbers)) for words in texts for word in [*words, ""]], dtype=np.int64
    )
    ends = np.cumsum([len(words) + 1 for words in texts])
    for width in (1, 2, 4):  # a run of 2n words is known by its two runs of n words
        joined = np.full(len(runs), -1, dtype=np.int64)
        fits = runs[:-width] * (runs.max() + 1) + runs[width:]
        joined[: len(fits)] = np.unique(fits, return_inverse=True)[1]
        runs = joined
    owner = np.repeat(np.arange(len(texts)), np.diff(ends, prepend=0))
    whole = np.zeros(len(runs), dtype=bool)
    for start, end in zip(np.concatenate(([0], ends[:-1])), ends, strict=True):
        whole[start : max(start, end - RUN)] = True
    held = np.unique(runs[whole] * len(texts) + owner[whole])
    run, owner = np.divmod(held, len(texts))
    bounds = np.flatnonzero(np.concatenate(([True], run[1:] != run[:-1], [True])))
    found: list[np.ndarray] = []
    for start in np.flatnonzero(np.diff(bounds) > 1):
        owners = owner[bounds[start] : bounds[start + 1]]
        i, j = np.triu_indices(len(owners), 1)
        found.append(owners[i] * len(texts) + owners[j])
    if not found:
        return {}
    pairs, counts = np.unique(np.concatenate(found), return_counts=True)
    return {
        (int(pair) // len(texts), int(pair) % len(texts)): int(count)
        for pair, count in zip(pairs, counts, strict=True)
        if count >= least
    }


def stored_pairs(rows: Sequence[Row]) -> Pairs:
    """Put articles into a SQLite corpus and give the pairs that it holds copies of, by place."""
    from sqlalchemy import select, update

    from sayso.store import match_copies
    from sayso.store.adding import Incoming
    from sayso.store.store import Store
    from sayso.store.tables import article, copy

    places: dict[int, int] = {}
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder, "corpus.sqlite")) as store:
        added = store.add_many(Incoming(reading_of(row)) for row in rows)
        ids = {one.entry.id: place for place, one in enumerate(added)}
        with store.reading_connection() as connection:
            places = {row.key: ids[row.id] for row in connection.execute(select(article.c.id, article.c.key))}
        keys = sorted(places)
        for begin in range(0, len(keys), 50):
            with store.writing() as connection:
                match_copies.match(connection, keys[begin : begin + 50])
                connection.execute(
                    update(article).where(article.c.key.in_(keys[begin : begin + 50])).values(matched=True)
                )
        with store.reading_connection() as connection:
            held = connection.execute(select(copy.c.left_article, copy.c.right_article)).all()
    pairs = ((places[row.left_article], places[row.right_article]) for row in held)
    return {(min(pair), max(pair)) for pair in pairs}


def reading_of(row: Row) -> Reading:
    """Make a reading without attributions: copies need none. Each article has a page of its own."""
    facts = {"publisher": row.publisher, "author": row.author, "published": row.published}
    address = f"https://corpus.example/{row.id}"
    article = Article(row.text, paragraphs_of(row.text), url=address, language="en", id=row.id, **facts)
    return Reading(article, (), (), ModelName("none", "0"), "0")


def entry_of(row: Row, number: int | None = None) -> Entry:
    """Make an entry without a corpus.

    :param number: makes its id, where that of the row is none that a corpus would give.
    """
    return Entry(
        id=row.id if number is None else f"{number:012x}",
        page=row.id,
        version=1,
        current=True,
        title=None,
        url=row.url,
        publisher=row.publisher,
        author=row.author,
        section=None,
        published=row.published,
        language="en",
        added="2026-11-23T00:00:00+00:00",
        words=len(row.text.split()),
        profile="none",
    )


@dataclass
class EditScore:
    """What was found of edited texts.

    :param texts, found: how many were made, and found to be copies.
    :param kept, right, marked: words of the edited texts that were kept; of these, those in passages; all in passages.
    :param error: summed over the copies found, how far the words that are said to be shared lie from those kept, as a
        part of the latter.
    """

    texts: int = 0
    found: int = 0
    kept: int = 0
    right: int = 0
    marked: int = 0
    error: float = 0.0


def held_out(rows: Sequence[Row], count: int = HELD_OUT) -> list[Row]:
    """Choose articles by the hash of their ids."""
    return sorted(rows, key=lambda row: hashlib.sha256(row.id.encode()).hexdigest())[:count]


def edits(rows: Sequence[Row], kind: str, percent: int) -> Iterator[tuple[Row, Edited]]:
    """Edit each of some articles; ``lifted`` puts a part of it into the next."""
    for number, row in enumerate(rows):
        yield row, edited(row.text, kind, percent, number, rows[(number + 1) % len(rows)].text)


def measure_edits(rows: Sequence[Row], kind: str, percent: int) -> EditScore:
    """Hold each edited text against the text as it was: sketches first, then alignment, as the store does."""
    score = EditScore()
    for row, made in edits(rows, kind, percent):
        score.texts += 1
        shared = set(sketch_of(words_of(row.text))).intersection(sketch_of(words_of(made.text)))
        found = None
        if len(shared) >= NEEDED:
            found = copy_of(entry_of(row, 1), row.text, entry_of(row, 2), made.text)
        if found is None:
            continue
        score.found += 1
        kept = [place is not None for _, place in made.chunks]
        passages = [passage.right for passage in found.passages]
        inside = [any(p.start < end and start < p.end for p in passages) for start, end in made.spans]
        score.kept += sum(kept)
        score.right += sum(a and b for a, b in zip(kept, inside, strict=True))
        score.marked += sum(inside)
        words = len(words_of(" ".join(word for word, place in made.chunks if place is not None)))
        score.error += abs(found.words - words) / max(1, words)
    return score


def peer_recall(rows: Sequence[Row], peer: Peer, kind: str, percent: int) -> float:
    """Say what part of edited texts a peer brings together with the text as it was."""
    pairs = list(edits(rows, kind, percent))
    texts = [plain_words(row.text) for row, _ in pairs] + [plain_words(made.text) for _, made in pairs]
    found = pairs_of(peer, Sketches(texts))
    return sum((place, place + len(pairs)) in found for place in range(len(pairs))) / len(pairs)


def recall_precision(found: Pairs, wanted: Pairs) -> tuple[float, float]:
    """Give both as parts of one; of nothing found, the precision is 1."""
    right = len(found & wanted)
    return right / max(1, len(wanted)), right / len(found) if found else 1.0


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "\n".join("| " + " | ".join(row) + " |" for row in (header, ["---"] + ["---:"] * (len(header) - 1), *rows))


def pairs_table(rows: Sequence[Row], *, peers: bool) -> str:
    """Measure all pairs of the corpus."""
    texts = [plain_words(row.text) for row in rows]
    counts = sharing(texts)
    wanted = set(counts)
    across = {pair for pair in wanted if rows[pair[0]].publisher != rows[pair[1]].publisher}
    print(f"{len(wanted)} pairs share {RUNS} runs or more, {len(across)} of two publishers", file=sys.stderr)
    results = [("Sayso, in a SQLite corpus", stored_pairs(rows))]
    if peers:
        sketches = Sketches(texts)
        results += [(peer.name, pairs_of(peer, sketches)) for peer in PEERS]
    lines = []
    for name, found in results:
        recall, precision = recall_precision(found, wanted)
        two = len(found & across) / max(1, len(across))
        lines.append([name, f"{len(found):,}", f"{recall:.4f}", f"{precision:.4f}", f"{two:.3f}"])
    head = _table(["", "pairs", "recall", "precision", "recall, two publishers"], lines)
    return f"{len(wanted):,} pairs of {len(rows):,} articles, {len(across)} of two publishers.\n\n{head}"


def sampling_table(rows: Sequence[Row]) -> str:
    """Say what keeping one run in so many loses, with other hashes than the one that ships; and what it brings."""
    wanted = set(sharing([plain_words(row.text) for row in rows]))
    runs = [words_of(row.text).distinct for row in rows]
    lines = []
    for kept in (4, 6, 8, 12):
        recalls: dict[int, list[float]] = {1: [], 2: [], 3: []}
        pairs: dict[int, list[int]] = {1: [], 2: [], 3: []}
        for salt in np.random.default_rng(1).integers(1, 2**63, 6, dtype=np.uint64):
            held: dict[int, list[int]] = {}
            for place, values in enumerate(runs):
                other = (values ^ salt) * np.uint64(0x9E3779B97F4A7C15)
                for value in other[other < np.uint64((1 << 64) // kept)].tolist():
                    held.setdefault(value, []).append(place)
            shared = Counter(p for some in held.values() if 1 < len(some) < 64 for p in itertools.combinations(some, 2))
            for least, recall in recalls.items():
                found = {pair for pair, count in shared.items() if count >= least}
                recall.append(len(found & wanted) / len(wanted))
                pairs[least].append(len(found))
        for least, recall in recalls.items():
            cells = [f"{min(recall):.4f}", f"{sum(recall) / 6:.4f}", f"{sum(pairs[least]) // 6:,}"]
            lines.append([f"one in {kept}, {least} shared", *cells])
    return _table(["kept", "least recall of six", "mean", "pairs to align"], lines)


def words_table(rows: Sequence[Row]) -> str:
    """Count the pairs to find with other words; and how those found by ours would do against them."""
    ours = set(sharing([plain_words(row.text) for row in rows]))
    lines = [["ours", f"{len(ours):,}", "", ""]]
    for name, words_in in (
        (r"`\w+`", lambda text: re.findall(r"\w+", text.lower())),
        ("white space", lambda text: text.lower().split()),
    ):
        wanted = set(sharing([words_in(row.text) for row in rows]))
        recall, precision = recall_precision(ours, wanted)
        lines.append([name, f"{len(wanted):,}", f"{recall:.4f}", f"{precision:.4f}"])
    return _table(["words", "pairs", "recall of ours", "precision of ours"], lines)


def credits_table(data: Path) -> str:
    """Hold credits in texts against the agency that PolNeAR notes for each article."""
    lines = []
    for part in ("train", "dev"):
        told, found, false = 0, 0, 0
        for line in (data / "polnear" / f"{part}.jsonl").read_text(encoding="utf8").splitlines():
            row = json.loads(line)
            entry = entry_of(Row(row["id"], row["text"], None, row["publisher"], None, None), 1)
            named = {credit.agency for credit in credits_of(entry, row["text"])}
            wire = None if row["wire"] in ("None", "NA") else agency_named(row["wire"])
            told += wire is not None
            found += wire in named
            false += wire is None and bool(named)
        lines.append([part, str(told), str(found), str(false)])
    return _table(["PolNeAR", "of an agency", "found", "found where none is noted"], lines)


def edits_tables(rows: Sequence[Row], *, peers: bool) -> str:
    """Measure edits of every kind and degree."""
    scores = {(kind, percent): measure_edits(rows, kind, percent) for kind in KINDS for percent in DEGREES}
    header = ["", *(f"{percent} %" for percent in DEGREES)]
    recall = [[k, *(f"{scores[k, p].found / scores[k, p].texts:.3f}" for p in DEGREES)] for k in KINDS]
    inside = [[k, *(f"{scores[k, p].right / max(1, scores[k, p].kept):.3f}" for p in DEGREES)] for k in KINDS]
    marked = [[k, *(f"{scores[k, p].right / max(1, scores[k, p].marked):.3f}" for p in DEGREES)] for k in KINDS]
    error = [[k, *(f"{scores[k, p].error / max(1, scores[k, p].found):.3f}" for p in DEGREES)] for k in KINDS]
    parts = [
        ("Edited texts found to be copies", recall),
        ("Of the words kept, those inside the passages", inside),
        ("Of the words inside the passages, those kept", marked),
        ("How far the number of shared words lies from the number kept", error),
    ]
    if peers:
        for peer in (PEERS[3], PEERS[6]):
            found = [[k, *(f"{peer_recall(rows, peer, k, p):.3f}" for p in DEGREES)] for k in KINDS]
            parts.append((f"Edited texts brought together with their own by {peer.name}", found))
    return "\n\n".join(f"{title}:\n\n{_table(header, body)}" for title, body in parts)


def main() -> None:
    """Measure, and print tables of Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", default=os.environ.get("SAYSO_DATA"), help="folder with corpus/articles.jsonl.gz")
    parser.add_argument("--peers", action="store_true", help="measure datasketch and rensa too")
    parser.add_argument("--only", choices=("pairs", "edits", "sampling", "credits", "words"), help="one part")
    parser.add_argument("--articles", type=int, default=HELD_OUT, help="articles that are edited")
    options = parser.parse_args()
    path = corpus_file(options.corpus)
    if path is None:
        sys.exit(f"expected {CORPUS_FILE} in --corpus or SAYSO_DATA (ramybaly/Article-Bias-Prediction), found none")
    rows = rows_of(path)
    if options.only == "credits":
        print(credits_table(Path(options.corpus)))
        return
    if options.only == "words":
        print(words_table(rows))
        return
    if options.only == "sampling":
        print(sampling_table(rows))
        return
    if options.only != "edits":
        print(pairs_table(rows, peers=options.peers), end="\n\n", flush=True)
    if options.only != "pairs":
        print(edits_tables(held_out(rows, options.articles), peers=options.peers))


if __name__ == "__main__":
    main()
