r"""A smaller vocabulary: the word pieces that news really uses, so that the embeddings take less room.

    python -m training.vocabulary --tokenizer FOLDER/tokenizer.json --least 5 --out runs/vocabulary \
        DATA/corpus/articles.jsonl.gz DATA/polnear/train.jsonl

Writes ``tokenizer.json`` with new ids and ``kept.json``, the old id of each. Words that lose their piece are spelt with
shorter ones; single characters all stay, so every word that could be spelt still can.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tokenizers import Tokenizer

from training.soften import articles


def counts(tokenizer: Tokenizer, texts: Iterable[str]) -> Counter[int]:
    """Count each piece; the tokenizer must neither cut nor pad."""
    found: Counter[int] = Counter()
    for text in texts:
        found.update(tokenizer.encode(text, add_special_tokens=False).ids)
    return found


def trimmed(described: dict, found: Counter[int], least: int) -> tuple[dict, list[int]]:
    """Keep the special pieces, single characters and what was found ``least`` times.

    :param described: a tokenizer's own JSON.
    :return: the same with new ids, and the old id of each.
    """
    vocabulary: dict[str, int] = described["model"]["vocab"]
    special = {token["content"] for token in described["added_tokens"]}
    kept = sorted(
        old
        for piece, old in vocabulary.items()
        if piece in special or found[old] >= least or (len(piece.removeprefix("##")) == 1 and piece.isascii())
    )
    new = {old: place for place, old in enumerate(kept)}
    out = json.loads(json.dumps(described))
    out["model"]["vocab"] = {piece: new[old] for piece, old in vocabulary.items() if old in new}
    for token in out["added_tokens"]:
        token["id"] = new[token["id"]]
    out["truncation"] = out["padding"] = None
    processor = out["post_processor"]
    for name in ("sep", "cls"):
        if isinstance(processor.get(name), list):
            processor[name][1] = new[processor[name][1]]
    for token in processor.get("special_tokens", {}).values():
        token["ids"] = [new[old] for old in token["ids"]]
    return out, kept


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--least", type=int, default=5)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(options.tokenizer))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    found: Counter[int] = Counter()
    for path in options.texts:
        found += counts(tokenizer, articles(path))
    described, kept = trimmed(json.loads(options.tokenizer.read_text(encoding="utf8")), found, options.least)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "tokenizer.json").write_text(json.dumps(described, ensure_ascii=False), encoding="utf8")
    (options.out / "kept.json").write_text(json.dumps(kept), encoding="utf8")
    whole = sum(found.values())
    lost = whole - sum(found[old] for old in kept)
    print(f"{len(kept)} of {tokenizer.get_vocab_size()} pieces kept; {lost} of {whole} occurrences are spelt anew")


if __name__ == "__main__":
    main()
