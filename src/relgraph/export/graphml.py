"""graph.graphml: the NetworkX view for Gephi, Cytoscape, yEd and others, its attributes flattened to scalars."""

from pathlib import Path

import networkx as nx

from relgraph.export.flat import flat_network
from relgraph.graph.model import Graph


def write_graphml(graph: Graph, path: Path) -> None:
    """Write nodes and edges as `flat_network` has them; each edge has an id of its own, as readers want it."""
    nx.write_graphml_xml(flat_network(graph), path, edge_id_from_attribute="edge")
