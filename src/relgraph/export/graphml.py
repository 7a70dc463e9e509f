"""graph.graphml: the NetworkX view for Gephi, Cytoscape and others, its attributes flattened to scalars."""

from pathlib import Path
from typing import Any

import networkx as nx

from relgraph.graph.literals import clean
from relgraph.graph.network import to_networkx
from relgraph.model import Graph

_SEPARATOR = " | "


def write_graphml(graph: Graph, path: Path) -> None:
    """Write nodes and edges with scalar attributes; lists are joined by " | ", what is absent is left out.

    Edges have the attribute `event` for the id of their event or relation: an event with three parties is three edges.
    """
    network = to_networkx(graph)
    flat = nx.MultiDiGraph()
    for identifier, attributes in network.nodes(data=True):
        flat.add_node(clean(identifier), **_scalars(attributes), **_label(identifier, attributes))
    edges = network.edges(keys=True, data=True)
    for one, other, key, attributes in sorted(edges, key=lambda edge: edge[:3]):
        label = attributes["mode"] if attributes.get("mode") else attributes["name"]
        flat.add_edge(clean(one), clean(other), event=key, label=label, **_scalars(attributes))
    nx.write_graphml_xml(flat, path)


def _label(identifier: str, attributes: dict[str, Any]) -> dict[str, str]:
    """Gephi shows the attribute `label`."""
    return {"label": clean(attributes.get("label_fa") or attributes.get("label_en") or identifier)}


def _scalars(attributes: dict[str, Any]) -> dict[str, str | int | float | bool]:
    return {name: _scalar(value) for name, value in attributes.items() if name != "claims" and value not in (None, ())}


def _scalar(value: object) -> str | int | float | bool:
    if isinstance(value, tuple):
        return clean(_SEPARATOR.join(value))
    if isinstance(value, bool | int | float):
        return value
    return clean(str(value))
