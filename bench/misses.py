"""Why annotated pairs are missed and spurious ones made, by cause: what to mend next in the extraction.

    python bench/misses.py ../shared/gold/train.jsonl [--list CAUSE]

A miss is put down to the first cause that holds: an entity of the pair has no mention (mention), no candidate of the
event's type overlaps the evidence (frame), one was refused (its reason), one stands with other parties (role).
"""

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from corpus import alignment, article_of, scorer
from relgraph.exchange import to_dict
from relgraph.knowledge.world import load_world
from relgraph.model import Extraction
from relgraph.pipeline import read

score = scorer()
Pair = tuple[str | None, str, str | None]


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
    rename = alignment(score, row, found)
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
