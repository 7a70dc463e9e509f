"""The nodes and lines of the picture, made by pyvis.

pyvis writes no file here: its pages load scripts from elsewhere. What it holds is handed to our own template, whose
script adds colours, names and widths, since these follow the reader's language, theme and filters.
"""

from collections.abc import Sequence
from math import sqrt
from typing import Any

from relgraph.export.page.layout import layout
from relgraph.export.page.links import Link
from relgraph.model import EntityType, Graph

SHAPES: dict[EntityType, str] = {
    "country": "dot",
    "person": "triangle",
    "organization": "square",
    "place": "triangleDown",
    "negotiation": "diamond",
    "agreement": "hexagon",
    "conflict": "star",
}


def network(graph: Graph, links: Sequence[Link], weights: dict[str, int]) -> dict[str, list[dict[str, Any]]]:
    """`nodes` and `edges` as vis-network takes them, with places set; edges are in the order of `links`."""
    from pyvis.edge import Edge  # noqa: PLC0415 - pyvis pulls in IPython, which only this page should wait for
    from pyvis.network import Network  # noqa: PLC0415

    net = Network(directed=True)
    net.options = {"physics": {"enabled": False}}
    for node, (x, y) in zip(graph.nodes, _places(graph, links, weights), strict=True):
        label = node.label_fa or node.label_en or node.id
        size = round(9 + min(20, 2.6 * sqrt(weights[node.id])), 1)
        net.add_node(node.id, label, shape=SHAPES[node.type], group=node.type, x=x, y=y, size=size)
    # Not add_edge: it walks through all nodes for each edge.
    net.edges.extend(Edge(link.source, link.target, id=number).options for number, link in enumerate(links))
    nodes, edges, *_ = net.get_network_data()
    return {"nodes": nodes, "edges": edges}


def _places(graph: Graph, links: Sequence[Link], weights: dict[str, int]) -> list[tuple[int, int]]:
    number = {node.id: index for index, node in enumerate(graph.nodes)}
    return layout(
        [weights[node.id] for node in graph.nodes],
        [(number[link.source], number[link.target], _pull(link)) for link in links],
    )


def _pull(link: Link) -> float:
    """Acts draw two entities together more than a state of affairs, and this more than a common topic."""
    strength = sqrt(len(link.events)) + 0.5 * bool(link.relations) + 0.3 * bool(link.topics)
    return min(3.0, strength)
