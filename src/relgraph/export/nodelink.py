"""Node-link JSON, as NetworkX, D3 and vis read it: nothing flattened, every claim with its quote."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import networkx as nx

from relgraph.graph.model import Graph
from relgraph.graph.network import to_networkx


def write_nodelink(graph: Graph, path: Path) -> None:
    """Write {"directed", "multigraph", "graph", "nodes", "edges"}: `networkx.node_link_graph` reads it back."""
    network = to_networkx(graph)
    for _, _, values in network.edges(data=True):
        values["claims"] = [asdict(claim) for claim in values["claims"]]
    for _, values in network.nodes(data=True):
        if "claims" in values:
            values["claims"] = [asdict(claim) for claim in values["claims"]]
    data: dict[str, Any] = nx.node_link_data(network, edges="edges")
    data["nodes"].sort(key=lambda node: node["id"])
    data["edges"].sort(key=lambda edge: (edge["key"], edge["source"], edge["target"]))
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", errors="surrogatepass")
