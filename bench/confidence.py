"""Measures the precision of every rule on the articles to learn from, and writes it where the extraction reads it.

    python bench/confidence.py          # rewrites src/relgraph/lang/fa/confidence.csv

Counted are pairs: right where the annotation has the pair (required or optional). A rule seen seldom is drawn towards
the precision of all rules together (the weight of PRIOR pairs).
"""

import csv
from collections import Counter
from typing import Any

from corpus import alignment, extractions, rows, scorer
from relgraph.knowledge.world import load_world
from relgraph.resources import LANG

PRIOR = 8


def counts() -> tuple[Counter[str], Counter[str]]:
    """(found, right) pairs and relations of every rule on the articles to learn from."""
    score, found, right = scorer(), Counter[str](), Counter[str]()
    annotated = rows("train")
    extracted = extractions(annotated, load_world())
    for row in annotated:
        ours, gold = extracted[row["id"]], row["gold"]
        rename = alignment(score, row, ours)
        pairs = set(score.pairs(gold["events"]))
        for pair, events in score.pairs(ours["events"], rename).items():
            _count(found, right, events[0]["rule"], good=pair in pairs)
        triples = {(r["subject"], r["predicate"], r["object"]) for r in gold["relations"]}
        for r in ours["relations"]:
            good = (rename(r["subject"]), r["predicate"], rename(r["object"])) in triples
            _count(found, right, r["rule"], good=good)
    return found, right


def _count(found: Counter[str], right: Counter[str], rule: str, *, good: bool) -> None:
    found[rule] += 1
    right[rule] += good


def table() -> list[dict[str, Any]]:
    """One row a rule: its smoothed precision, and what that rests on."""
    found, right = counts()
    overall = sum(right.values()) / max(1, sum(found.values()))
    return [
        {
            "rule": rule,
            "precision": f"{(right[rule] + PRIOR * overall) / (found[rule] + PRIOR):.2f}",
            "found": found[rule],
            "right": right[rule],
        }
        for rule in sorted(found)
    ]


def main() -> None:
    """Writes the table."""
    measured = table()
    with (LANG / "fa" / "confidence.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, ("rule", "precision", "found", "right"), lineterminator="\n")
        writer.writeheader()
        writer.writerows(measured)


if __name__ == "__main__":
    main()
