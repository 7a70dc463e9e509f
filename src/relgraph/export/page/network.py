"""The nodes and lines of the picture, made by pyvis.

pyvis writes no file here: its pages load scripts from elsewhere. What it holds is handed to our own template, whose
script adds colours, names and widths, since these follow the reader's language, theme and filters.
"""

import json
from collections.abc import Sequence
from math import sqrt
from typing import Any

from relgraph.export.page.layout import layout
from relgraph.export.page.links import Link
from relgraph.graph.model import Graph
from relgraph.model import EntityType

SHAPES: dict[EntityType, str] = {
    "country": "dot",
    "person": "triangle",
    "organization": "square",
    "place": "triangleDown",
    "negotiation": "diamond",
    "agreement": "hexagon",
    "conflict": "star",
}
OPTIONS: dict[str, Any] = {"physics": {"enabled": False}, "interaction": {"hover": True}}


def network(graph: Graph, links: Sequence[Link], weights: dict[str, int]) -> dict[str, list[list[Any]]]:
    """What pyvis holds, as rows: nodes are x, y, size and shape in the order of the graph's; edges are the numbers of
    their two nodes, in the order of `links`.
    """
    nodes, edges, *_ = vis_network(graph, links, weights).get_network_data()
    number = {node["id"]: place for place, node in enumerate(nodes)}
    return {
        "nodes": [[node["x"], node["y"], node["size"], node["shape"]] for node in nodes],
        "edges": [[number[edge["from"]], number[edge["to"]]] for edge in edges],
    }


def vis_network(graph: Graph, links: Sequence[Link], weights: dict[str, int]) -> Any:
    """A `pyvis.network.Network` of the graph, with places set and physics off.

    Its own `add_node` and `add_edge` walk through all that is there at each call, so the lists that they fill are
    filled directly; `set_options` strips every space, also inside of values, so the options are set as what they are.
    """
    from pyvis.edge import Edge  # noqa: PLC0415 - pyvis pulls in IPython, which only this page should wait for
    from pyvis.network import Network  # noqa: PLC0415
    from pyvis.node import Node  # noqa: PLC0415

    net = Network(directed=False)  # arrows follow from the events that pass the filters
    net.options = json.loads(json.dumps(OPTIONS))
    for key, label, look in _looks(graph, links, weights):
        made = Node(key, look.pop("shape"), label, **look)
        net.nodes.append(made.options)
        net.node_ids.append(key)
        net.node_map[key] = made.options
    for number, link in enumerate(links):
        net.edges.append(Edge(link.source, link.target, id=number).options)
    return net


def _looks(graph: Graph, links: Sequence[Link], weights: dict[str, int]) -> list[tuple[str, str, dict[str, Any]]]:
    """Id, label and the rest of each node. pyvis shows no blank label: where there is no name it is the id, here too."""
    return [
        (
            node.id,
            node.label_fa or node.label_en or node.id,
            {"shape": SHAPES[node.type], "group": node.type, "x": x, "y": y,
             "size": round(9 + min(20, 2.6 * sqrt(weights[node.id])), 1)},
        )
        for node, (x, y) in zip(graph.nodes, _places(graph, links, weights), strict=True)
    ]  # fmt: skip


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
