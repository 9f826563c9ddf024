"""Train a tagger; a checkpoint after every part of an epoch, so that a stopped run goes on where it was.

    python -m training.train --polnear DATA/polnear --out runs/tagger --epochs 6

A small tagger learns from a large one by ``--soft``, a folder of ``training.soften``, and then, by ``--start``, from
the corpus alone.
"""

from __future__ import annotations

import argparse
import copy
import json
import math
import random
import time
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch.nn import functional

from training.data import NO_LINK, Example, batches, disturb, example, load
from training.encoders import minilm_folder
from training.model import LINK, MPNET, Size, Tagger, from_minilm, from_mpnet, narrowed, shortened, with_words
from training.soft_data import soft_example
from training.soften import load_soft

BATCH_PIECES = 1536
HEADS = ("score", "link", "crf", "shapes", "beside")


def start(options: argparse.Namespace) -> tuple[Tagger, Path]:
    """Make the tagger to train, and find its tokenizer's folder."""
    folder = options.encoder or minilm_folder()
    if options.start:
        saved = torch.load(options.start, map_location="cpu", weights_only=True)
        model = Tagger(Size(**saved["size"]))
        model.load_state_dict(saved["state"])
        if not options.shorten:
            return model, options.start.parent
        model = shortened(model, replace(model.size, layers=options.layers, neighbours=True))
        return smaller(model, options), options.vocabulary or folder
    mpnet = json.loads((folder / "config.json").read_text(encoding="utf8"))["model_type"] == "mpnet"
    size = replace(MPNET if mpnet else Size(), layers=options.layers)
    model = from_mpnet(folder, size) if mpnet else from_minilm(folder, size)
    return smaller(model, options), options.vocabulary or folder


def smaller(model: Tagger, options: argparse.Namespace) -> Tagger:
    """Take away inner units and word pieces as asked for."""
    if options.inner:
        model = narrowed(model, options.inner)
    if options.vocabulary:
        model = with_words(model, json.loads((options.vocabulary / "kept.json").read_text(encoding="utf8")))
    return model


def open_tokenizer(folder: Path) -> Tokenizer:
    """Load the tokenizer without its truncation and padding."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def padded(rows: list[np.ndarray]) -> torch.Tensor:
    out = torch.zeros(len(rows), max(len(r) for r in rows), dtype=torch.int64)
    for index, row in enumerate(rows):
        out[index, : len(row)] = torch.from_numpy(row)
    return out


def lengths_mask(lengths: list[int]) -> torch.Tensor:
    return torch.arange(max(lengths))[None, :] < torch.tensor(lengths)[:, None]


def span_vectors(vectors: torch.Tensor, first: np.ndarray, spans: np.ndarray) -> torch.Tensor:
    """Mean of the vectors at the first and the last word of each span; shape (spans, width)."""
    a = torch.from_numpy(first[spans[:, 0]])
    b = torch.from_numpy(first[spans[:, 1]])
    return 0.5 * (vectors[a] + vectors[b])


def link_loss(vectors: torch.Tensor, item: Example) -> torch.Tensor:
    """Cross-entropy of content -> cue and of cue -> source (the first special piece answers for "no source")."""
    loss = vectors.new_zeros(())
    ask_cue, be_cue, ask_source, be_source = vectors.split(LINK, dim=-1)
    first = item.tokens.first
    scale = 1 / math.sqrt(LINK)
    if len(item.cues) == 0:
        return loss
    known = item.content_cue != NO_LINK
    if known.any() and len(item.cues) > 1:
        scores = span_vectors(ask_cue, first, item.contents[known]) @ span_vectors(be_cue, first, item.cues).T
        loss = loss + functional.cross_entropy(
            scores * scale, torch.from_numpy(item.content_cue[known]), reduction="sum"
        )
    answers = torch.cat([span_vectors(be_source, first, item.sources), be_source[:1]])
    scores = span_vectors(ask_source, first, item.cues) @ answers.T
    return loss + functional.cross_entropy(scores * scale, torch.from_numpy(item.cue_source), reduction="sum")


def batch_loss(model: Tagger, batch: list[Example], device: str, bf16: bool) -> tuple[torch.Tensor, int]:
    """Loss summed over a batch, and its number of words."""
    pieces = padded([e.tokens.pieces for e in batch]).to(device)
    shapes = padded([e.tokens.shapes for e in batch]).to(device)
    mask = lengths_mask([len(e.tokens.pieces) for e in batch]).to(device)
    with torch.autocast(device, torch.bfloat16, enabled=bf16):
        scores, links = model(pieces, shapes, mask)
    scores, links = scores.float(), links.float()
    words = lengths_mask([len(e.tokens) for e in batch]).to(device)
    first = padded([e.tokens.first for e in batch]).to(device)
    tags = padded([e.tags for e in batch]).to(device)
    at_words = scores.gather(1, first[..., None].expand(-1, -1, scores.shape[-1]))
    loss = model.crf.loss(at_words, tags, words)
    soft = batch[0].soft is not None
    aim = torch.from_numpy(np.concatenate([e.soft for e in batch])).to(device) if soft else tags[words]
    flat = functional.cross_entropy(at_words[words], aim, reduction="sum")
    link_vectors = links.cpu() if device != "cpu" else links
    link = sum((link_loss(link_vectors[i], e) for i, e in enumerate(batch)), links.new_zeros(()).cpu())
    # A teacher's doubt is worth more than its choice: with its probabilities at hand, they lead.
    whole = 0.3 * loss + flat if soft else loss + 0.3 * flat
    return whole + 0.5 * link.to(loss.device), int(words.sum())


def rate(progress: float, step: int, warm: int = 200) -> float:
    """Linear warm-up, then cosine down to a fiftieth; ``progress`` is the share of the run that is done."""
    if step < warm:
        return (step + 1) / warm
    return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * progress))


def parts(options: argparse.Namespace, tokenizer: Tokenizer, epoch: int) -> Iterator[list[list[Example]]]:
    """Give the batches of an epoch in parts: the whole corpus, or each soft file with its share of the corpus."""
    chance = random.Random(1000 * options.seed + epoch)
    marked = [p for article in load(options.polnear / "train.jsonl")[: options.articles] for p in article]
    files = sorted(options.soft.glob("????.npz")) if options.soft else []
    chance.shuffle(files)
    chance.shuffle(marked)
    share = math.ceil(len(marked) / max(1, len(files)))
    for part in range(max(1, len(files))):
        examples = [example(disturb(m, chance), tokenizer) for m in marked[part * share : (part + 1) * share]]
        # Half of the paragraphs hold no attribution; they teach little after the first pass.
        kept = [e for e in examples if e and (e.tags.any() or chance.random() < 0.5 or (epoch == 0 and not files))]
        grouped = batches(kept, options.batch, chance)
        if files:
            soft = [soft_example(s, tokenizer, chance) for s in load_soft(files[part])]
            grouped += batches(
                [e for e in soft if e and (e.tags.any() or chance.random() < 0.5)], options.batch, chance
            )
            chance.shuffle(grouped)
        yield grouped


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--polnear", type=Path, required=True, help="folder with train.jsonl and dev.jsonl")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--encoder", type=Path, help="folder of MiniLM or MPNet weights [default: MiniLM's package]")
    parser.add_argument("--layers", type=int, default=6, help="how many of the encoder's layers to use")
    parser.add_argument("--inner", type=int, help="how many inner units of each layer to keep, the weightiest")
    parser.add_argument("--vocabulary", type=Path, help="folder of training.vocabulary")
    parser.add_argument("--soft", type=Path, help="folder of training.soften, to learn from too")
    parser.add_argument("--start", type=Path, help="weights of an earlier run to start from")
    parser.add_argument("--shorten", action="store_true", help="of --start, keep the first --layers layers only")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--batch", type=int, default=BATCH_PIECES, help="pieces in a batch")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    parser.add_argument("--articles", type=int, default=None, help="train on the first N articles only")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    model, folder = start(options)
    tokenizer = open_tokenizer(folder)
    (options.out / "tokenizer.json").write_text(tokenizer.to_str(), encoding="utf8")
    model = model.to(device)
    model.words.weight.requires_grad_(False)
    average = copy.deepcopy(model).eval()
    heads = [p for n, p in model.named_parameters() if n.split(".")[0] in HEADS]
    body = [p for n, p in model.named_parameters() if n.split(".")[0] not in HEADS and p.requires_grad]
    faster = 3 if options.start and not options.shorten else 10  # new heads have more to learn than old ones
    optimiser = torch.optim.AdamW(
        [{"params": body, "lr": options.rate}, {"params": heads, "lr": faster * options.rate}],
        weight_decay=0.01,
        betas=(0.9, 0.98),
    )
    base_rates = [group["lr"] for group in optimiser.param_groups]
    checkpoint = options.out / "checkpoint.pt"
    begin, done, step = 0, 0, 0
    if checkpoint.exists():
        saved = torch.load(checkpoint, map_location=device, weights_only=True)
        model.load_state_dict(saved["model"])
        average.load_state_dict(saved["average"])
        optimiser.load_state_dict(saved["optimiser"])
        begin, done, step = saved["epoch"], saved["part"], saved["step"]
        print(f"going on after epoch {begin}, part {done}", flush=True)
    whole = len(list(options.soft.glob("????.npz"))) if options.soft else 1
    for epoch in range(begin, options.epochs):
        began = time.time()
        model.train()
        for part, grouped in enumerate(parts(options, tokenizer, epoch)):
            if epoch == begin and part < done:
                continue
            losses, words, pieces, since = 0.0, 0, 0, time.time()
            for index, batch in enumerate(grouped):
                progress = (epoch + (part + index / len(grouped)) / whole) / options.epochs
                for group, top in zip(optimiser.param_groups, base_rates, strict=True):
                    group["lr"] = top * rate(progress, step)
                loss, count = batch_loss(model, batch, device, bf16=True)
                (loss / count).backward()
                torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
                optimiser.step()
                optimiser.zero_grad()
                keep = min(0.998, (step + 1) / (step + 10))
                with torch.no_grad():
                    for mean, now in zip(average.parameters(), model.parameters(), strict=True):
                        if now.requires_grad:
                            mean.lerp_(now, 1 - keep)
                step += 1
                losses, words = losses + loss.item(), words + count
                pieces += sum(len(e.tokens.pieces) for e in batch)
                if index % 50 == 49:
                    print(
                        f"epoch {epoch + 1} part {part + 1}/{whole} step {index + 1}/{len(grouped)} "
                        f"loss {losses / words:.4f} {pieces / (time.time() - since):.0f} pieces/s",
                        flush=True,
                    )
            held = {"model": model.state_dict(), "average": average.state_dict(), "optimiser": optimiser.state_dict()}
            torch.save(held | {"epoch": epoch, "part": part + 1, "step": step}, checkpoint.with_suffix(".new"))
            checkpoint.with_suffix(".new").replace(checkpoint)
        torch.save({"state": average.state_dict(), "size": asdict(model.size)}, options.out / f"epoch{epoch + 1}.pt")
        print(f"epoch {epoch + 1} done in {time.time() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main()
