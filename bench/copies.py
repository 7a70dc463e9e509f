"""Are copies of one text found, and only those? Real articles, edited as outlets edit them, and pairs of other articles.

    python bench/copies.py ../shared/articles/ir.jsonl [more.jsonl …]

Recall: each article against a copy of itself with a new title and dateline, cut to a share of its words, some words
replaced, and another article's paragraph added. Precision: all pairs of the articles as they are, those above the
threshold printed to be judged by eye.
"""

import json
import random
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path

from relgraph.graph.copies import find_copies, sketch

_SEED = 2031
_SHOWN = 40


def main(files: list[str]) -> None:
    """Print the figures."""
    articles = {
        row["id"]: f"{row.get('title') or ''}\n{row['text']}"
        for file in files
        for row in map(json.loads, Path(file).read_text(encoding="utf-8").splitlines())
    }
    print(f"{len(articles)} articles")
    _recall(list(articles.values()))
    _pairs(articles)


def _recall(texts: list[str]) -> None:
    draw = random.Random(_SEED)  # noqa: S311  any order does
    print("kept  replaced  added   found of articles with 40, 80 and 200 words or more")
    for kept, replaced, added in (
        (1, 0, 0),
        (1, 0.02, 0.2),
        (0.8, 0.02, 0.2),
        (0.6, 0.05, 0.5),
        (1, 0.1, 0.2),
        (0.5, 0, 1),
    ):
        found: Counter[int] = Counter()
        tried: Counter[int] = Counter()
        for text in texts:
            copy = _edited(text, draw.choice(texts), kept, replaced, added, draw)
            is_found = bool(
                find_copies({"a": sketch(text), "b": sketch(copy)}, [{"a", "b"}], {"a": ("", "a"), "b": ("", "b")})
            )
            for length in (40, 80, 200):
                if len(text.split()) >= length:
                    tried[length] += 1
                    found[length] += is_found
        shares = "  ".join(f"{found[length] / tried[length]:.3f}" for length in (40, 80, 200))
        print(f"{kept:4.0%}  {replaced:8.0%}  {added:5.0%}   {shares}")


def _edited(text: str, other: str, kept: float, replaced: float, added: float, draw: random.Random) -> str:
    words, more = text.partition("\n")[2].split(), other.split()
    words = words[: max(1, round(len(words) * kept))]
    words = [draw.choice(more) if draw.random() < replaced else word for word in words]
    start = draw.randrange(len(more))
    return " ".join(["عنوانی", "دیگر", "به", "گزارش", "ما", *words, *more[start : start + round(len(words) * added)]])


def _pairs(articles: dict[str, str]) -> None:
    """The pairs of real articles by the share of runs in common: what the threshold divides."""
    holders: dict[int, list[str]] = {}
    sizes = {}
    for identifier, text in articles.items():
        hashes = sketch(text)
        sizes[identifier] = len(hashes)
        for each in hashes:
            holders.setdefault(each, []).append(identifier)
    common = Counter(pair for each in holders.values() for pair in combinations(sorted(each), 2))
    shares = {pair: (n / min(sizes[pair[0]], sizes[pair[1]]), n) for pair, n in common.items() if n >= 5}
    bands = Counter(min(int(share * 10), 9) for share, _ in shares.values())
    print(f"pairs with 5 sampled runs or more in common: {len(shares)}; by share in tenths:")
    print("  " + "  ".join(f"{tenth / 10:.1f}: {bands[tenth]}" for tenth in range(10)))
    for pair, (share, n) in sorted(shares.items(), key=lambda each: -each[1][0])[:_SHOWN]:
        print(f"  {share:.2f} ({n})  {pair[0]}  {pair[1]}")


if __name__ == "__main__":
    main(sys.argv[1:])
