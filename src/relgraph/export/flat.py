"""The NetworkX view with plain values, for formats that know no lists: what GraphML and GEXF are written from."""

from typing import Any

import networkx as nx

from relgraph.graph.literals import clean
from relgraph.graph.model import Graph
from relgraph.graph.network import to_networkx
from relgraph.graph.periods import period

type Scalar = str | int | float | bool

_SEPARATOR = " | "


def flat_network(graph: Graph) -> nx.MultiDiGraph:
    """Nodes and edges with scalar attributes; lists are joined by " | ", what is absent is left out.

    All have a `label` to show. Edges have `event`, the id of their event or relation, `edge`, an id of their own (an
    event with three parties is three edges), `weight`, the number of independent sources, and, where they are dated,
    `start` and `end`, the first and the last day.
    """
    network = to_networkx(graph)
    flat = nx.MultiDiGraph()
    for identifier, attributes in sorted(network.nodes(data=True), key=lambda node: node[0]):
        flat.add_node(clean(identifier), **_scalars(attributes), **_label(identifier, attributes))
    edges = sorted(network.edges(keys=True, data=True), key=lambda edge: (edge[2], edge[0], edge[1]))
    counts: dict[str, int] = {}
    for one, other, key, attributes in edges:
        counts[key] = counts.get(key, 0) + 1
        values = {
            **_scalars(attributes),
            **_interval(attributes),
            "event": key,
            "edge": f"{key}-{counts[key]}",
            "label": attributes["mode"] if attributes.get("mode") else attributes["name"],
            "weight": float(attributes["n_sources"]),
        }
        flat.add_edge(clean(one), clean(other), **values)
    return flat


def _label(identifier: str, attributes: dict[str, Any]) -> dict[str, str]:
    """Persian where there is a Persian label; a node that stands for an event is called what happens."""
    names = (attributes.get("label_fa"), attributes.get("label_en"), attributes.get("mode"), attributes.get("name"))
    return {"label": clean(next((name for name in names if name), identifier))}


def _interval(attributes: dict[str, Any]) -> dict[str, str]:
    start, end = (attributes.get(name) or attributes.get("date") for name in ("start", "end"))
    return {
        **({"start": period(start).earliest} if start else {}),
        **({"end": period(end).latest} if end else {}),
    }


def _scalars(attributes: dict[str, Any]) -> dict[str, Scalar]:
    return {name: _scalar(value) for name, value in attributes.items() if name != "claims" and value not in (None, ())}


def _scalar(value: object) -> Scalar:
    if isinstance(value, tuple):
        return clean(_SEPARATOR.join(value))
    if isinstance(value, bool | int | float):
        return value
    return clean(str(value))
