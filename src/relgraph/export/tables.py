"""events.csv and events.parquet: one row an event and pair, for spreadsheets and statistics."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from relgraph.errors import UsageError
from relgraph.export.coding import Codebook, codebook, place_precision
from relgraph.export.columns import COLUMNS
from relgraph.graph.codes import codes
from relgraph.graph.independence import independent_outlets
from relgraph.graph.literals import clean
from relgraph.graph.model import Graph, GraphEvent, Node, Source
from relgraph.graph.pairs import pairs
from relgraph.graph.periods import Period, period
from relgraph.model import QUAD_CLASS

type Cell = str | int | float | None
type Row = dict[str, Cell]

_SEPARATOR = " | "


@dataclass(frozen=True, slots=True)
class _Index:
    nodes: dict[str, Node]
    sources: dict[str, Source]
    book: Codebook


def write_events(graph: Graph, path: Path) -> None:
    """Write events.csv (UTF-8, RFC 4180 quoting, one header line): the columns are `COLUMNS`, lists joined by " | "."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [column.name for column in COLUMNS], lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(event_rows(graph))


def write_events_parquet(graph: Graph, path: Path) -> None:
    """Write the same rows as Parquet, typed; UsageError where pyarrow isn't installed."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra, and slow to import
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        raise UsageError("Parquet needs the extra `parquet`: pip install 'relgraph[parquet]'") from error
    kinds = {"text": pa.string(), "integer": pa.int64(), "number": pa.float64()}
    schema = pa.schema([(column.name, kinds[column.kind]) for column in COLUMNS])
    parquet.write_table(pa.Table.from_pylist(list(event_rows(graph)), schema), path)


def event_rows(graph: Graph) -> Iterator[Row]:
    """A row for each event and pair, in the order of the columns."""
    index = _Index(
        nodes={node.id: node for node in graph.nodes},
        sources={source.id: source for source in graph.sources},
        book=codebook(graph),
    )
    for event in graph.events:
        shared = _shared(event, index)
        day = event.date or str(shared["published"])
        when = period(day) if day else None
        for one, other in _ends(event):
            row = {**shared, **_party(1, one, when, index), **_party(2, other, when, index)}
            yield {column.name: _clean(row[column.name]) for column in COLUMNS}


def _clean(cell: Cell) -> Cell:
    return clean(cell) if isinstance(cell, str) else cell


def _ends(event: GraphEvent) -> Iterator[tuple[str | None, str | None]]:
    """The pairs; without any, each party alone: an actor has no second, a mere recipient no first."""
    joined = pairs(event)
    if joined:
        yield from joined
        return
    for actor in event.actors or (None,):
        for recipient in event.recipients or (None,):
            yield actor, None if recipient == actor else recipient


def _party(number: int, identifier: str | None, when: Period | None, index: _Index) -> Row:
    gdelt, ours = f"Actor{number}", f"actor{number}"
    node = index.nodes.get(identifier) if identifier is not None else None
    coding = index.book.coding(node, when) if node is not None else None
    return {
        f"{gdelt}Code": coding.code if coding else "",
        f"{gdelt}Name": (node.label_en or node.label_fa or "") if node else "",
        f"{gdelt}CountryCode": coding.country if coding else "",
        f"{gdelt}Type1Code": coding.sector if coding else "",
        f"{ours}_id": identifier or "",
        f"{ours}_label_fa": (node.label_fa or "") if node else "",
        f"{ours}_type": node.type if node else "",
        f"{ours}_wikidata": (node.wikidata or "") if node else "",
    }


def _shared(event: GraphEvent, index: _Index) -> Row:
    """The columns that all rows of an event have in common."""
    speakers = sorted({claim.speaker for claim in event.claims if claim.speaker is not None})
    return {
        "event_id": event.id,
        "type": event.type,
        "mode": event.mode or "",
        "status": event.status,
        **_when(event),
        **_codes(event),
        **_entities("place", event.places, index),
        **_where(event, index),
        **_entities("topic", event.topics, index),
        **_entities("speaker", speakers, index),
        **_telling(event, index),
    }


def _when(event: GraphEvent) -> Row:
    if event.date is None:
        return dict.fromkeys(("date", "date_precision", "date_earliest", "date_latest"), "")
    when = period(event.date)
    return {
        "date": event.date,
        "date_precision": when.precision,
        "date_earliest": when.earliest,
        "date_latest": when.latest,
    }


def _codes(event: GraphEvent) -> Row:
    found = codes(event.type, event.mode, event.status)
    return {
        "quad": QUAD_CLASS[event.type],
        "EventCode": found.cameo_root if found else "",
        "QuadClass": found.gdelt_quad if found else None,
        "GoldsteinScale": found.goldstein if found else None,
        "cameo": found.cameo if found else "",
        "plover": found.plover if found else "",
        "plover_quad": found.plover_quad if found else None,
    }


def _entities(name: str, identifiers: Iterable[str], index: _Index) -> Row:
    identifiers = tuple(identifiers)
    nodes = [index.nodes.get(identifier) for identifier in identifiers]
    return {
        f"{name}_ids": _SEPARATOR.join(identifiers),
        f"{name}_labels_fa": _SEPARATOR.join((node.label_fa if node else None) or "" for node in nodes),
        f"{name}_labels_en": _SEPARATOR.join((node.label_en if node else None) or "" for node in nodes),
    }


def _where(event: GraphEvent, index: _Index) -> Row:
    """Precision and coordinates of each place; the point of the event is that of the one place below the country."""
    places = [index.nodes[place] for place in event.places if place in index.nodes]
    finer = [place for place in places if place.type != "country"] or places
    point = finer[0] if len(finer) == 1 else None
    return {
        "place_precisions": _SEPARATOR.join(place_precision(place) for place in places),
        "place_coordinates": _SEPARATOR.join(_coordinates(place) for place in places),
        "ActionGeo_Lat": point.latitude if point else None,
        "ActionGeo_Long": point.longitude if point else None,
    }


def _coordinates(place: Node) -> str:
    located = place.latitude is not None and place.longitude is not None
    return f"{place.latitude},{place.longitude}" if located else ""


def _telling(event: GraphEvent, index: _Index) -> Row:
    """Who tells it and how; the quote is that of the surest claim."""
    articles = sorted({claim.article for claim in event.claims})
    sources = [index.sources[article] for article in articles if article in index.sources]
    best = min(event.claims, key=lambda claim: (-claim.confidence, claim.article, claim.id), default=None)
    return {
        "published": min((source.published for source in sources if source.published), default=""),
        "NumMentions": len(event.claims),
        "NumArticles": len(articles),
        "NumSources": independent_outlets(event.claims, index.sources),
        "sources": _SEPARATOR.join(sorted({source.source for source in sources if source.source})),
        "confidence": None if best is None else best.confidence,
        "quote": "" if best is None else best.evidence.text,
        "article_ids": _SEPARATOR.join(articles),
        "urls": _SEPARATOR.join(source.url for source in sources if source.url),
    }
