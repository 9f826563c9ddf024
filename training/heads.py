"""Train heads for mentions and coreference on GUM, on top of a tagger that is already exported, and put them into it.

    python -m training.heads --gum DATA/gum --model src/sayso/models/accurate

The encoder stays as it is: its layers are read once from the model's own graph (int8, as it will run), so any tagger's
folder will do, and its scores and links come out bit for bit as before. Minutes on one core.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.attributions.evidence import KINDS, PLURAL, SCORES, SHE, VECTOR, Pairing, Words
from sayso.attributions.pairs import AGREEMENTS, CLASSES, TABLES, WEIGHTS, Pairs
from training.graft import graft
from training.gum import documents, titled
from training.gum_scores import EARLIER, report
from training.gum_words import UNKNOWN, Layers, Lesson

LATER = 4
"""How many later mentions of its own stretch a pronoun may stand for."""
OUT = SCORES + 2 * VECTOR


@dataclass(slots=True, eq=False)
class Asked:
    """The pairs of one document.

    :param candidates: int64, shape (mentions, candidates); indexes of mentions, 0 where ``real`` is not.
    :param lookups: int64, shape (mentions, candidates, tables).
    :param classes: int64, shape (mentions,).
    :param full: bool, shape (mentions, candidates): names and nouns.
    :param same: bool, shape (mentions, candidates + 1): right answers; the last is "nobody".
    """

    candidates: Tensor
    real: Tensor
    lookups: Tensor
    classes: Tensor
    full: Tensor
    same: Tensor


class Heads(nn.Module):
    """From the encoder's layers to scores and vectors, by way of ``inner`` values or at once; the weights of pairs."""

    def __init__(self, inputs: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.down = nn.Linear(inputs, inner) if inner else None
        self.out = nn.Linear(inner or inputs, OUT)
        self.table = nn.Parameter(torch.zeros(WEIGHTS))
        self.agree = nn.Parameter(torch.zeros(len(CLASSES), AGREEMENTS))
        self.nobody = nn.Parameter(torch.zeros(VECTOR))
        self.nobody_classes = nn.Parameter(torch.zeros(len(CLASSES)))

    def forward(self, x: Tensor) -> Tensor:
        """Shape (words, inputs) in, (words, OUT) out."""
        x = self.dropout(x)
        if self.down is not None:
            x = self.dropout(torch.relu(self.down(x)))
        return self.out(x)

    def pairing(self) -> Pairing:
        """Give the weights of pairs as the reader wants them."""
        tensors = (self.table, self.agree, self.nobody, self.nobody_classes)
        return Pairing(*(one.detach().numpy().astype(np.float32) for one in tensors))

    def pair_scores(self, rows: Tensor, asked: Asked) -> Tensor:
        """Score the candidates of each mention, then "nobody"; shape (mentions, candidates + 1).

        ``Pairs.antecedents`` does the same where it runs.

        :param rows: the outputs at the heads of the mentions, shape (mentions, OUT).
        """
        scale = VECTOR**-0.5
        ask, answer = rows[:, SCORES : SCORES + VECTOR], rows[:, SCORES + VECTOR :]
        likeness = (ask @ answer.T).gather(1, asked.candidates) * scale
        kinds = rows[:, : len(KINDS)].softmax(1)
        plural, she = 2 * rows[:, PLURAL].sigmoid() - 1, (2 * rows[:, SHE].sigmoid() - 1) * kinds[:, 1]
        agreed = torch.stack([kinds[:, 1:] @ kinds[:, 1:].T, torch.outer(plural, plural), torch.outer(she, she)], 2)
        agreed = agreed.detach().gather(1, asked.candidates[..., None].expand(-1, -1, AGREEMENTS))
        weights = self.agree[asked.classes]
        scores = likeness + self.table[asked.lookups].sum(2) + (agreed * weights[:, None]).sum(2)
        scores = scores.masked_fill(~asked.real, -1e4)
        nobody = ask @ self.nobody * scale + self.nobody_classes[asked.classes]
        return torch.cat([scores, nobody[:, None]], 1)


def asked_of(lesson: Lesson) -> Asked:
    """Lay out the pairs of a document, with gold kinds and parts of speech."""
    pairs = Pairs(lesson.gold())
    heads = lesson.heads
    width = EARLIER + LATER
    shape = (len(heads), width)
    candidates, real = np.zeros(shape, np.int64), np.zeros(shape, bool)
    lookups = np.zeros((*shape, len(TABLES)), np.int64)
    same = np.zeros((len(heads), width + 1), bool)
    classes = np.array([pairs.class_of(int(head)) for head in heads])
    for index, head in enumerate(heads.tolist()):
        others = np.arange(max(0, index - EARLIER), index)
        if classes[index] >= 2:
            later = np.arange(index + 1, min(len(heads), index + 1 + LATER))
            others = np.concatenate([others, later[lesson.stretch[heads[later]] == lesson.stretch[head]]])
        count = len(others)
        candidates[index, :count] = others
        real[index, :count] = True
        if count:
            lookups[index, :count] = pairs.lookups(head, heads[others])
        same[index, :count] = lesson.entities[others] == lesson.entities[index]
        same[index, -1] = not same[index].any()
    used = max(1, int(real.sum(1).max()))
    keep = [*range(used), width]
    return Asked(
        torch.from_numpy(candidates[:, :used]),
        torch.from_numpy(real[:, :used]),
        torch.from_numpy(lookups[:, :used].astype(np.int32)),
        torch.from_numpy(classes),
        torch.from_numpy(real[:, :used] & (classes[candidates[:, :used]] < 2)),
        torch.from_numpy(same[:, keep]),
    )


def word_loss(rows: Tensor, lesson: Lesson) -> Tensor:
    """Mean over the words: kind, part of speech, number, "she"."""
    kinds, parts, plural, she = (
        torch.from_numpy(one) for one in (lesson.kinds, lesson.parts, lesson.plural, lesson.she)
    )
    loss = functional.cross_entropy(rows[:, : len(KINDS)], kinds)
    loss = loss + 0.5 * functional.cross_entropy(rows[:, len(KINDS) : PLURAL], parts, ignore_index=UNKNOWN)
    for column, labels in ((PLURAL, plural), (SHE, she)):
        known = labels != UNKNOWN
        if known.any():
            loss = loss + 0.3 * functional.binary_cross_entropy_with_logits(rows[known, column], labels[known].float())
    return loss


def pair_loss(model: Heads, rows: Tensor, lesson: Lesson, asked: Asked) -> Tensor:
    """Mean over the mentions: minus the log of the probability that the right answers have together."""
    scores = model.pair_scores(rows[torch.from_numpy(lesson.heads)], asked)
    right = scores.masked_fill(~asked.same, -1e4)
    loss = (scores.logsumexp(1) - right.logsumexp(1)).mean()
    # A pronoun is nearest to other pronouns; that it finds a name or noun among names and nouns is asked for apart.
    scores, same = scores[:, :-1].masked_fill(~asked.full, -1e4), asked.same[:, :-1] & asked.full
    some = (asked.classes >= 2) & same.any(1)
    if some.any():
        scores, same = scores[some], same[some]
        loss = loss + 0.5 * (scores.logsumexp(1) - scores.masked_fill(~same, -1e4).logsumexp(1)).mean()
    return loss


def train(lessons: Sequence[Lesson], options: argparse.Namespace) -> Heads:
    """Train on one document at a time."""
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    model = Heads(lessons[0].inputs.shape[1], options.inner, options.dropout)
    asked = [asked_of(lesson) for lesson in lessons]
    tables = [model.table, model.agree, model.nobody_classes]
    rest = [p for p in model.parameters() if not any(p is t for t in tables)]
    groups = [{"params": tables, "lr": 3 * options.rate, "weight_decay": 0.0}, {"params": rest, "lr": options.rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=options.decay)
    steps = options.epochs * len(lessons)
    plan = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, [group["lr"] for group in groups], steps, pct_start=0.1, cycle_momentum=False
    )
    began = time.process_time()
    for epoch in range(options.epochs):
        model.train()
        total = np.zeros(2)
        for index in random.sample(range(len(lessons)), len(lessons)):
            lesson = lessons[index]
            rows = model(torch.from_numpy(lesson.inputs).float())
            of_words, of_pairs = word_loss(rows, lesson), pair_loss(model, rows, lesson, asked[index])
            optimiser.zero_grad()
            (of_words + options.pairs * of_pairs).backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            plan.step()
            total += (of_words.item(), of_pairs.item())
        words, pairs = total / len(lessons)
        print(
            f"epoch {epoch + 1}: words {words:.3f}, pairs {pairs:.3f}, {time.process_time() - began:.0f} s", flush=True
        )
    return model.eval()


@torch.no_grad()
def read(model: Heads, lesson: Lesson) -> Words:
    """Read a document with heads that are not in a graph yet."""
    rows = model(torch.from_numpy(lesson.inputs).float()).numpy().astype(np.float16)
    vectors = rows[:, SCORES : SCORES + VECTOR], rows[:, SCORES + VECTOR :]
    return Words(
        lesson.document.text, lesson.spans, lesson.stretch, rows[:, :SCORES], *vectors, model.pairing(), lesson.quoted
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gum", type=Path, required=True, help="folder with train.conllu.gz and dev.conllu.gz")
    parser.add_argument("--model", type=Path, required=True, help="folder of an exported tagger; the heads go into it")
    parser.add_argument("--layers", type=int, nargs="+", help="which of the encoder's layers to read, from 1")
    parser.add_argument("--inner", type=int, default=0)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--decay", type=float, default=0.01)
    parser.add_argument("--dropout", type=float, default=0.2)
    parser.add_argument("--pairs", type=float, default=1.0, help="weight of coreference in the loss")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--dry", action="store_true", help="leave the model as it is")
    options = parser.parse_args()
    torch.set_num_threads(1)
    layers = Layers(options.model, options.layers)
    texts = list(documents(options.gum / "train.conllu.gz"))
    draw = random.Random(options.seed)
    texts += [other for one in texts if (other := titled(one, draw)) is not None]
    taught = layers.lessons(texts)
    model = train(taught, options)
    held = layers.lessons(documents(options.gum / "dev.conllu.gz"))
    report(held, [read(model, lesson) for lesson in held])
    if options.dry:
        return
    graft(options.model / "tagger.onnx", layers.names, model.down, model.out)
    card = json.loads((options.model / "card.json").read_text(encoding="utf8"))
    pairing = model.pairing()
    card["pairing"] = {name: np.round(getattr(pairing, name), 4).tolist() for name in Pairing.__slots__}
    (options.model / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
