"""Why annotated pairs are missed and spurious ones made, by cause: what to mend next in the extraction.

    python bench/misses.py ../shared/gold/train.jsonl [--list CAUSE]

A miss is put down to the first cause that holds: an entity of the pair has no mention (mention), no candidate of the
event's type overlaps the evidence (frame), one was refused (its reason), one stands with other parties (role).
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
sys.path.insert(0, str(SHARED / "eval"))

import score  # noqa: E402  the scorer lies beside the checkout

from relgraph.exchange import to_dict  # noqa: E402
from relgraph.knowledge.world import load_world  # noqa: E402
from relgraph.model import Article, Extraction  # noqa: E402
from relgraph.pipeline import read  # noqa: E402

Pair = tuple[str | None, str, str | None]


def article_of(row: dict[str, Any]) -> Article:
    """The article of an annotated row."""
    return Article(
        row["id"], row.get("title") or "", row["text"], row.get("published"), row.get("source"), row.get("url"),
        home=row.get("home"),
    )  # fmt: skip


def causes(row: dict[str, Any]) -> list[tuple[str, str]]:
    """(cause, description) of every missed and spurious pair of an article."""
    gold = row["gold"]
    reading = read(article_of(row), load_world())
    found = to_dict(
        Extraction(
            reading.article, tuple(reading.entities.values()), reading.events, reading.relations, reading.refused
        )
    )
    text = reading.article.full
    names = {e["id"]: e["name_en"] for e in gold["entities"]}
    rename = _alignment(text, gold, found)
    ours = score.pairs(found["events"], rename)
    required = score.pairs([v for v in gold["events"] if not v.get("optional")])
    optional = score.pairs([v for v in gold["events"] if v.get("optional")])
    out = []
    for pair, events in required.items():
        if pair not in ours:
            out.append((_why(pair, events[0], reading, rename, text), _tell(pair, names, events[0]["evidence"])))
    for pair, events in ours.items():
        if pair not in required and pair not in optional:
            out.append((f"spurious: {events[0]['rule']}", _tell(pair, names, events[0]["evidence"]["text"])))
    return out


def _alignment(text: str, gold: dict[str, Any], found: dict[str, Any]) -> Any:
    types = {e["id"]: e["type"] for e in gold["entities"]}
    ours = {e["id"]: e["type"] for e in found["entities"]}
    spans = [(m["start"], m["end"], e["id"], m["kind"]) for e in found["entities"] for m in e["mentions"]]
    to = score.align(spans, score.gold_mentions(text, gold), ours, types)
    return lambda entity: to.get(entity, f"?{entity}")


def _why(pair: Pair, event: dict[str, Any], reading: Any, rename: Any, text: str) -> str:
    aligned = {rename(e) for e in reading.entities}
    if any(party is not None and party not in aligned for party in (pair[0], pair[2])):
        return "mention"
    start = text.find(event["evidence"])
    end = start + len(event["evidence"])
    near = [c for c in reading.candidates if c.evidence.start < end and start < c.evidence.end]
    if not any(c.type == event["type"] for c in near):
        return "frame: " + (", ".join(sorted({c.type for c in near})) or "none")
    refused = [
        r for r in reading.refused if r.start < end and start < r.end and r.rule.split(".")[0].upper() == event["type"]
    ]
    return f"refused: {refused[0].reason}" if refused else "role"


def _tell(pair: Pair, names: dict[str, str], evidence: str) -> str:
    actor, kind, recipient = pair
    return f"{names.get(actor or '', actor)} {kind} {names.get(recipient or '', recipient)} | {evidence}"


def main() -> None:
    """Prints the causes by number, and with --list the pairs of one."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--list", metavar="CAUSE", help="also list the pairs whose cause begins so")
    arguments = parser.parse_args()
    rows = [json.loads(line) for line in arguments.gold.read_text("utf-8").splitlines() if line.strip()]
    found = [cause for row in rows for cause in causes(row)]
    for cause, count in Counter(cause for cause, _ in found).most_common():
        print(f"{count:5}  {cause}")
    for cause, description in found:
        if arguments.list and cause.startswith(arguments.list):
            print(f"{cause}: {description}")


if __name__ == "__main__":
    main()
