"""The page: the whole graph as one HTML file that opens by double click and needs no network."""

from collections.abc import Mapping
from pathlib import Path

from relgraph.graph.model import Graph

__all__ = ["write_page"]


def write_page(graph: Graph, path: Path, texts: Mapping[str, str] | None = None) -> None:
    """Writes `graph` as one self-contained page; the same graph gives the same bytes.

    `texts` are whole articles by their id, for the page to show in full; without them it quotes sentences only.
    """
    from relgraph.export.page.html import render  # noqa: PLC0415 - what only picks articles needs no layout
    from relgraph.export.page.payload import payload  # noqa: PLC0415

    path.write_bytes(render(payload(graph, texts)))
