"""events.csv: one row an event and pair, for spreadsheets and statistics."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from relgraph.graph.codes import codes
from relgraph.graph.independence import independent_outlets
from relgraph.graph.literals import clean
from relgraph.graph.pairs import pairs
from relgraph.graph.periods import period
from relgraph.model import QUAD_CLASS, Graph, GraphEvent, Node, Source

_SEPARATOR = " | "
_PARTY_COLUMNS = ("id", "label_fa", "label_en", "type", "country", "wikidata")
COLUMNS = (
    "event_id",
    *(f"actor1_{name}" for name in _PARTY_COLUMNS),
    *(f"actor2_{name}" for name in _PARTY_COLUMNS),
    "type",
    "mode",
    "status",
    "date",
    "date_precision",
    "published",
    "quad",
    "plover",
    "plover_quad",
    "cameo",
    "cameo_root",
    "gdelt_quad",
    "goldstein",
    "place_ids",
    "place_labels_fa",
    "place_labels_en",
    "topic_ids",
    "topic_labels_fa",
    "topic_labels_en",
    "speaker_ids",
    "speaker_labels_fa",
    "speaker_labels_en",
    "n_articles",
    "n_sources",
    "sources",
    "confidence",
    "quote",
    "article_ids",
    "urls",
)


@dataclass(frozen=True, slots=True)
class _Index:
    nodes: dict[str, Node]
    sources: dict[str, Source]


def write_events(graph: Graph, path: Path) -> None:
    """Write events.csv (UTF-8, RFC 4180 quoting, one header line): the columns are `COLUMNS`, lists joined by " | "."""
    index = _Index({node.id: node for node in graph.nodes}, {source.id: source for source in graph.sources})
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\r\n")
        writer.writeheader()
        for event in graph.events:
            shared = _shared(event, index)
            for one, other in _rows(event):
                row = {"event_id": event.id, **_party("actor1", one, index), **_party("actor2", other, index), **shared}
                writer.writerow({name: clean(value) for name, value in row.items()})


def _rows(event: GraphEvent) -> Iterator[tuple[str | None, str | None]]:
    """The pairs; without any, each party alone: an actor has no second, a mere recipient no first."""
    joined = pairs(event)
    if joined:
        yield from joined
        return
    for actor in event.actors or (None,):
        for recipient in event.recipients or (None,):
            yield actor, None if recipient == actor else recipient


def _party(prefix: str, identifier: str | None, index: _Index) -> dict[str, str]:
    node = index.nodes.get(identifier) if identifier is not None else None
    values = dict.fromkeys(_PARTY_COLUMNS, "")
    values["id"] = identifier or ""
    if node is not None:
        values["label_fa"] = node.label_fa or ""
        values["label_en"] = node.label_en or ""
        values["type"] = node.type
        values["country"] = _country(node, index)
        values["wikidata"] = node.wikidata or ""
    return {f"{prefix}_{name}": value for name, value in values.items()}


def _country(node: Node, index: _Index) -> str:
    """The ISO2 code of the country that it is or acts for."""
    state = index.nodes.get(node.state) if node.state is not None else None
    return node.iso2 or (state.iso2 if state is not None else None) or ""


def _shared(event: GraphEvent, index: _Index) -> dict[str, str]:
    """The columns that all rows of an event have in common."""
    speakers = sorted({claim.speaker for claim in event.claims if claim.speaker is not None})
    return {
        "type": event.type,
        "mode": event.mode or "",
        "status": event.status,
        **_when(event),
        **_codes(event),
        **_entities("place", event.places, index),
        **_entities("topic", event.topics, index),
        **_entities("speaker", speakers, index),
        **_telling(event, index),
    }


def _when(event: GraphEvent) -> dict[str, str]:
    precision = "" if event.date is None else period(event.date).precision
    return {"date": event.date or "", "date_precision": precision}


def _codes(event: GraphEvent) -> dict[str, str]:
    names = ("plover", "plover_quad", "cameo", "cameo_root", "gdelt_quad", "goldstein")
    found = codes(event.type, event.mode, event.status)
    coded = dict.fromkeys(names, "") if found is None else {name: str(getattr(found, name)) for name in names}
    return {"quad": str(QUAD_CLASS[event.type]), **coded}


def _entities(name: str, identifiers: Iterable[str], index: _Index) -> dict[str, str]:
    identifiers = tuple(identifiers)
    nodes = [index.nodes.get(identifier) for identifier in identifiers]
    return {
        f"{name}_ids": _SEPARATOR.join(identifiers),
        f"{name}_labels_fa": _SEPARATOR.join((node.label_fa if node else None) or "" for node in nodes),
        f"{name}_labels_en": _SEPARATOR.join((node.label_en if node else None) or "" for node in nodes),
    }


def _telling(event: GraphEvent, index: _Index) -> dict[str, str]:
    """Who tells it and how; the quote is that of the surest claim."""
    articles = sorted({claim.article for claim in event.claims})
    sources = [index.sources[article] for article in articles if article in index.sources]
    best = min(event.claims, key=lambda claim: (-claim.confidence, claim.article, claim.id), default=None)
    return {
        "published": min((source.published for source in sources if source.published), default=""),
        "n_articles": str(len(articles)),
        "n_sources": str(independent_outlets(event.claims, index.sources)),
        "sources": _SEPARATOR.join(sorted({source.source for source in sources if source.source})),
        "confidence": "" if best is None else str(best.confidence),
        "quote": "" if best is None else best.evidence.text,
        "article_ids": _SEPARATOR.join(articles),
        "urls": _SEPARATOR.join(source.url for source in sources if source.url),
    }
