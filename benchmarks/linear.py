"""Whether twice the text takes twice the time, on texts made to make it take more.

    python benchmarks/linear.py

Prints, for each kind of hostile text, seconds at the smallest size and how often longer each doubling takes. About 2 is
linear, about 4 quadratic.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable

import sayso
from sayso.config import Settings
from sayso.pipeline import article_of


def name(number: int) -> str:
    """Make one of 8,000 names."""
    return "".join("bdfgklmnprstvwzhjcqx"[number // 20**i % 20] + "aeiou"[i] for i in range(3)).title()


TEXTS: dict[str, Callable[[int], str]] = {
    "plain report": lambda n: "The mayor said the pier was shut. It opened in 1974. " * n,
    "one paragraph, no sentence end": lambda n: "the mayor said and said and said the pier was shut " * n,
    "opening marks": lambda n: "“ " * 12 * n,
    "straight marks": lambda n: "\" ' " * 12 * n,
    "every word in marks": lambda n: "“shut” 'pier' " * 4 * n,
    "running quotation": lambda n: "He said: “One.\n\n" + "“The mayor said it was shut.\n\n" * 2 * n,
    "quoted paragraphs": lambda n: "“We left,” said Pell.\n\n" + "“We said it was shut.”\n\n" * 2 * n,
    "labels": lambda n: "".join(f"{'AB'[i % 2]}: The mayor said it was shut.\n\n" for i in range(2 * n)),
    "nested speech": lambda n: "She said he said they said that we said it was shut. " * n,
    "full stops": lambda n: ". " * 26 * n,
    "stops without a space": lambda n: "." * 52 * n,
    "names": lambda n: "".join(f"{name(i)} {name(7 * i)} left. The woman said it was shut. " for i in range(n)),
    "fragments": lambda n: "".join(f"“{name(i)} {name(i + 1)} {name(i + 2)}” and so on. " for i in range(n)),
    "colons": lambda n: "Coast Channel: " * 4 * n,
    "one word": lambda n: "a" * 52 * n,
    "spaces": lambda n: " " * 52 * n + "x",
    "combining marks": lambda n: "e\u0301\u0300\u0302" * 13 * n,
}
PAGES: dict[str, Callable[[int], str]] = {
    "nested elements": lambda n: "<html><body>" + "<div>" * 10 * n + "x",
    "unclosed elements": lambda n: "<html><body>" + "<p><b><i>The pier is shut. " * 2 * n,
    "many paragraphs": lambda n: "<html><body><article>" + "<p>The mayor said the pier was shut on Monday.</p>" * n,
    "one giant attribute": lambda n: "<html><body><p title='" + "x" * 52 * n + "'>The pier is shut.</p>",
    "many scripts": lambda n: "<html><body>" + "<script>var a = '<p>';</script><p>Shut.</p>" * n,
    "entities": lambda n: "<html><body><p>" + "&amp;&lt;&#65;" * 4 * n,
    "pasted lines": lambda n: "Home News Sport\n\nShare\n\nThe mayor said the pier was shut on Monday evening.\n\n" * n,
    "pasted single line": lambda n: "The mayor said the pier was shut. " * n,
    "pasted date-like lines": lambda n: "28th Feb 22 3:29 pm\n" * 3 * n,
}


def seconds(function: Callable[[str], object], text: str) -> float:
    began = time.perf_counter()
    function(text)
    return time.perf_counter() - began


def rows(kind: str, texts: dict[str, Callable[[int], str]], function: Callable[[str], object], size: int) -> None:
    for name, make in texts.items():
        taken = [seconds(function, make(size * factor)) for factor in (1, 2, 4)]
        growth = [b / a if a > 0.002 else float("nan") for a, b in itertools.pairwise(taken)]
        print(f"| {kind} | {name} | {taken[0]:.2f} | {growth[0]:.1f} | {growth[1]:.1f} |", flush=True)


def main() -> None:
    sayso.attribute("The mayor said it was shut.")
    print("| stage | text | seconds | x2 | x4 against x2 |\n|---|---|---|---|---|")
    rows("attribute", TEXTS, sayso.attribute, 100)
    rows("page", PAGES, lambda page: article_of(page, settings=Settings()), 1000)


if __name__ == "__main__":
    main()
