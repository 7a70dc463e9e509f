"""refused.jsonl: what did not get into the graph, and why. First the inputs, then the candidates of each article."""

import json
from collections.abc import Iterator
from pathlib import Path

from relgraph.export.ledger import Ledger
from relgraph.graph.literals import clean


def write_refused(ledger: Ledger, path: Path) -> None:
    """Write one JSON object a line: {"where", "reason"}, or {"article", "reason", "start", "end", "text", "rule"}."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for line in _lines(ledger):
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def _lines(ledger: Ledger) -> Iterator[dict[str, str | int]]:
    for refused in sorted(ledger.inputs, key=lambda entry: (entry.where, entry.reason)):
        yield {"where": clean(refused.where), "reason": clean(refused.reason)}
    for article in sorted(ledger.articles, key=lambda entry: (entry.id, entry.sha256)):
        for candidate in sorted(article.refused, key=lambda entry: (entry.start, entry.end, entry.rule, entry.reason)):
            yield {
                "article": clean(article.id),
                "reason": candidate.reason,
                "start": candidate.start,
                "end": candidate.end,
                "text": clean(candidate.text),
                "rule": candidate.rule,
            }
