"""Fit the trees that weigh the paragraphs of a pasted page, on the design half of the pages.

    SAYSO_DATA=/path/to/data python -m training.pasted [--check]

Needs scikit-learn (in the extra "train"); the trees are written to ``src/sayso/pages/report_trees.json``. With
``--check``, six-fold cross-validation over the design pages instead (whole pages are left out), which is what the
number and depth of the trees were chosen by.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from evals.pasted import ANY_LANGUAGE, Page, agreement, figures, pages, shingles
from sklearn.ensemble import HistGradientBoostingClassifier

from sayso.pages import report
from sayso.pages.paragraphs import Paragraph, cut

OUT = Path(__file__).parents[1] / "src" / "sayso" / "pages" / "report_trees.json"
FOLDS = 6
DEPTH = 5


def labels(paragraphs: Sequence[Paragraph], body: str, table: Any) -> Any:
    """Say which paragraphs belong to the true body.

    One of four words or more does when six in ten of its shingles are in the body; a shorter one when its words are
    there, it stands within two paragraphs of the body on both sides, and its own words do not say that it is furniture.
    """
    runs = shingles(body, 4)
    flat = " " + " ".join(re.findall(r"\w+", body)) + " "
    sure = np.zeros(len(paragraphs))
    maybe = []
    for i, paragraph in enumerate(paragraphs):
        own = shingles(paragraph.text, 4)
        if own and len(next(iter(own))) == 4:
            sure[i] = sum(run in runs for run in own) >= 0.6 * len(own)
        elif own and f" {' '.join(next(iter(own)))} " in flat:
            maybe.append(i)
    known = sure.copy()
    kind = table[:, report.FEATURES.index("kind")]
    for i in maybe:
        sure[i] = float(known[max(0, i - 2) : i].any() and known[i + 1 : i + 3].any() and not kind[i])
    return sure


def samples(page: Page) -> list[tuple[Any, Any, Any]]:
    """Give features, labels and weights of a page."""
    paragraphs = cut(page.text)
    table, looks = report.features(paragraphs)
    weights = np.sqrt([min(look.words, 100) + 1.0 for look in looks])
    truth = labels(paragraphs, page.body, table)
    found = [(table, truth, weights)]
    places = np.flatnonzero(truth)
    if not len(places):
        return found
    # People paste less than the whole page: from a little before the report to a little after it.
    for margin in (0, 2, 12):
        first, last = max(0, places[0] - margin), places[-1] + 1 + margin
        part = paragraphs[first:last]
        found.append((report.features(part)[0], truth[first:last], weights[first:last] * 0.3))
    # And short reports with a line of furniture here and there.
    seed = random.Random(page.name)
    for length in (4, 8, 14):
        text: list[tuple[str, float]] = [(line, 0.0) for line in seed.sample(BEFORE, seed.randint(0, 4))]
        for place in places[:length]:
            text.append((paragraphs[place].text.replace("\n", " "), 1.0))
            if seed.random() < 0.25:
                text.append((seed.choice(BETWEEN), 0.0))
        text += [(line, 0.0) for line in seed.sample(AFTER, seed.randint(0, 6))]
        part = cut("\n\n".join(line for line, _ in text))
        if len(part) != len(text):  # a paragraph that is all bullets
            continue
        table, looks = report.features(part)
        size = np.sqrt([min(look.words, 100) + 1.0 for look in looks])
        found.append((table, np.array([known for _, known in text]), size * 0.3))
    return found


BEFORE = (
    "Home News Local", "Skip to content", "Menu", "By Ines Varga", "14 March 2023, 6:05 am", "Share", "Subscribe",
    "Facebook Twitter WhatsApp Email Print", "3 min read", "Updated: 14 March 2023 11:40", "12 comments", "Log in",
)  # fmt: skip
BETWEEN = (
    "ADVERTISEMENT", "Story continues below", "Read more: How the harbour froze", "Photo: Lars Holm/Northpix", "Share",
    "Related: Quay to close for repairs", "[embed]https://clips.example/9[/embed]", "Sign up to our morning letter",
    "The market in Lund on Friday. Credit: Lars Holm", "Advertisement", "Watch: Snow over Lund",
)  # fmt: skip
AFTER = (
    "Leave a Comment", "You may also like", "Most read", "Swan stops traffic for an hour", "Old mill to be sold",
    "Sign up to our daily letter", "© 2023 The Lund Mail. All rights reserved.", "Privacy policy", "Terms of use",
    "[signup-box id=3]", "Tags: ferry, storm, coast", "We use cookies to improve your visit. Accept all cookies",
    "Follow us on Facebook", "Most popular", "Mayor opens new bridge in the rain", "Contact us", "12 comments",
)  # fmt: skip
"""Furniture that is stuck onto true reports, written for this purpose."""


def fit(data: list[tuple[Any, Any, Any]]) -> Any:
    """Fit the trees."""
    model = HistGradientBoostingClassifier(
        max_depth=DEPTH, max_iter=70, learning_rate=0.1, l2_regularization=5.0, min_samples_leaf=20, max_features=0.3,
        early_stopping=False, random_state=0,
    )  # fmt: skip
    table, truth, weights = (np.concatenate([d[i] for d in data]) for i in range(3))
    return model.fit(table, truth, sample_weight=weights)


def as_trees(model: Any) -> dict[str, Any]:
    """Give the model as plain numbers: for each tree its nodes' feature, threshold, children and value."""
    trees = []
    for (tree,) in model._predictors:
        nodes = tree.nodes
        leaf = nodes["is_leaf"].astype(bool)
        place = np.arange(len(nodes))
        trees.append(
            {
                "feature": np.where(leaf, 0, nodes["feature_idx"]).tolist(),
                "threshold": [
                    round(float(t), 5) if np.isfinite(t) else 1e9 for t in np.where(leaf, 0, nodes["num_threshold"])
                ],
                "left": np.where(leaf, place, nodes["left"]).tolist(),
                "right": np.where(leaf, place, nodes["right"]).tolist(),
                "value": [round(float(v), 5) for v in nodes["value"]],
            }
        )
    return {
        "features": list(report.FEATURES),
        "base": round(float(np.ravel(model._baseline_prediction)[0]), 5),
        "depth": DEPTH,
        "trees": trees,
    }


def main() -> None:
    """Fit on the whole design half, or check by cross-validation."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", nargs="?", type=Path, default=os.environ.get("SAYSO_DATA"))
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    if options.data is None:
        parser.error("needs the data folder: an argument or SAYSO_DATA")
    half = list(pages(Path(options.data), design=True))
    data = [samples(page) for page in half]
    if not options.check:
        OUT.write_text(
            json.dumps(as_trees(fit([s for page in data for s in page])), separators=(",", ":")) + "\n", "utf-8"
        )
        print(f"{OUT}: {OUT.stat().st_size} bytes")
        return
    from sayso.pages.pasted import article_from_pasted

    pairs = []
    for fold in range(FOLDS):
        trees = report.trees_from(as_trees(fit([s for i, page in enumerate(data) if i % FOLDS != fold for s in page])))
        for i, page in enumerate(half):
            if i % FOLDS == fold:
                found = article_from_pasted(page.text, settings=ANY_LANGUAGE, trees=trees)
                text = getattr(found, "text", "")
                pairs.append(agreement(page.body, text, size=4))
                print(f"{page.name[:12]} {pairs[-1][0]:.3f} {pairs[-1][1]:.3f} {getattr(found, 'detail', '')}")
    found = figures(pairs)
    print(f"cross-validated on the design half: {found.precision:.4f} {found.recall:.4f} {found.f1:.4f}")


if __name__ == "__main__":
    main()
