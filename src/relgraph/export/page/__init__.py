"""The page: the whole graph as one HTML file that opens by double click and needs no network."""

from pathlib import Path

from relgraph.export.page.html import render
from relgraph.export.page.payload import payload
from relgraph.model import Graph

__all__ = ["write_page"]


def write_page(graph: Graph, path: Path) -> None:
    """Writes `graph` as one self-contained page; the same graph gives the same bytes."""
    path.write_bytes(render(payload(graph)))
