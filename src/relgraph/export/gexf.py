"""GEXF 1.3, Gephi's own format: the network with its time, so that Gephi's timeline runs through the events.

NetworkX's writer stamps the day of writing into the file; this one writes the same bytes for the same graph.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

from relgraph.export.flat import Scalar, flat_network
from relgraph.graph.model import Graph

_NAMESPACE = "http://gexf.net/1.3"
# What GEXF says in attributes of its own rather than in a table of values.
_OWN = frozenset({"label", "edge", "start", "end", "weight"})


def write_gexf(graph: Graph, path: Path) -> None:
    """Write nodes and edges as `flat_network` has them; edges exist from their first to their last day."""
    network = flat_network(graph)
    root = Element("gexf", {"xmlns": _NAMESPACE, "version": "1.3"})
    SubElement(SubElement(root, "meta"), "creator").text = "relgraph"
    drawn = SubElement(root, "graph", {
        "mode": "dynamic", "defaultedgetype": "directed", "timeformat": "date", "timerepresentation": "interval",
    })  # fmt: skip
    node_kinds = _declare(drawn, "node", (values for _, values in network.nodes(data=True)))
    edge_kinds = _declare(drawn, "edge", (values for _, _, values in network.edges(data=True)))
    nodes = SubElement(drawn, "nodes")
    for identifier, values in network.nodes(data=True):
        node = SubElement(nodes, "node", {"id": identifier, "label": values["label"]})
        _add_values(node, values, node_kinds)
    edges = SubElement(drawn, "edges")
    for one, other, values in network.edges(data=True):
        _add_values(SubElement(edges, "edge", _edge(one, other, values)), values, edge_kinds)
    indent(root, " ")
    ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)


def _edge(one: str, other: str, values: Mapping[str, Any]) -> dict[str, str]:
    own = {"id": values["edge"], "source": one, "target": other, "label": values["label"], "kind": values["name"]}
    spell = {name: values[name] for name in ("start", "end") if name in values}
    return {**own, "weight": str(values["weight"]), **spell}


def _declare(drawn: Element, kind: str, holders: Iterable[Mapping[str, Scalar]]) -> dict[str, str]:
    """Declares every attribute that occurs; its id by its name."""
    types = {name: _type(value) for values in holders for name, value in values.items() if name not in _OWN}
    declared = SubElement(drawn, "attributes", {"class": kind, "mode": "static"})
    for name in sorted(types):
        SubElement(declared, "attribute", {"id": name, "title": name, "type": types[name]})
    return types


def _type(value: Scalar) -> str:
    match value:
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "double"
        case _:
            return "string"


def _add_values(element: Element, values: Mapping[str, Scalar], kinds: Mapping[str, str]) -> None:
    held = SubElement(element, "attvalues")
    for name in sorted(kinds.keys() & values.keys()):
        value = values[name]
        text = str(value).lower() if isinstance(value, bool) else str(value)
        SubElement(held, "attvalue", {"for": name, "value": text})
