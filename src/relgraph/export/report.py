"""report.json: what a build consists of. Versions and content, no clock, no path: the same articles, the same bytes."""

import json
from collections import Counter
from importlib.metadata import version
from pathlib import Path

from relgraph import __version__
from relgraph.export.ledger import Ledger
from relgraph.graph.literals import clean
from relgraph.graph.model import Graph

# The packages whose version can change what is extracted or written.
_PACKAGES = ("hazm", "networkx", "persiantools", "pyahocorasick", "pyoxigraph", "trafilatura")


def write_report(graph: Graph, ledger: Ledger, path: Path) -> None:
    """Write the report as one JSON object with sorted keys."""
    text = json.dumps(report(graph, ledger), ensure_ascii=False, indent=2, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def report(graph: Graph, ledger: Ledger) -> dict[str, object]:
    """Counts, versions and the content hash of each article, as JSON-ready values."""
    refused = Counter(refusal.reason for article in ledger.articles for refusal in article.refused)
    return {
        "counts": _counts(graph, ledger),
        "entities_by_type": dict(Counter(node.type for node in graph.nodes)),
        "events_by_type": dict(Counter(event.type for event in graph.events)),
        "events_by_status": dict(Counter(event.status for event in graph.events)),
        "relations_by_predicate": dict(Counter(relation.predicate for relation in graph.relations)),
        "refused_by_reason": dict(refused),
        "versions": {"relgraph": __version__, **{name: version(name) for name in _PACKAGES}},
        "articles": sorted([clean(article.id), article.sha256] for article in ledger.articles),
    }


def _counts(graph: Graph, ledger: Ledger) -> dict[str, int]:
    return {
        "articles": len(graph.sources),
        "inputs_refused": len(ledger.inputs),
        "candidates_refused": sum(len(article.refused) for article in ledger.articles),
        "entities": len(graph.nodes),
        "entities_linked": sum(node.wikidata is not None for node in graph.nodes),
        "events": len(graph.events),
        "relations": len(graph.relations),
        "claims": sum(len(event.claims) for event in graph.events) + sum(len(each.claims) for each in graph.relations),
    }
