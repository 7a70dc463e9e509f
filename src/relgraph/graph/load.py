"""A written graph read back, in the form that suits.

Reading gives exactly what was written, except that characters which XML forbids come back as U+FFFD.
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import networkx as nx
import rdflib
from pyoxigraph import Store

from relgraph.errors import InputError
from relgraph.graph.bridge import to_rdflib
from relgraph.graph.model import Graph
from relgraph.graph.network import to_networkx
from relgraph.graph.reader import graph_of
from relgraph.graph.store import graph_file, open_store, read_quads


def read_graph(source: Path | Store) -> Graph:
    """The graph in an output folder, an RDF file or a store; InputError if it is no graph that relgraph wrote."""
    quads = iter(source) if isinstance(source, Store) else read_quads(source)
    try:
        return graph_of((quad.subject, quad.predicate, quad.object) for quad in quads)
    except (ValueError, KeyError) as error:
        raise InputError(str(source), f"no graph that relgraph wrote: {error}") from error


def load(target: str | Path) -> "Loaded":
    """Open an output folder (or an RDF file) for use from Python."""
    return Loaded(graph_file(Path(target)))


@dataclass(frozen=True)
class Loaded:
    """A written graph, in the form that suits: dataclasses, NetworkX, rdflib, or a store for SPARQL."""

    path: Path

    @cached_property
    def graph(self) -> Graph:
        """All of it, as plain dataclasses."""
        return read_graph(self.path)

    def to_networkx(self) -> nx.MultiDiGraph:
        """Entities as nodes; one edge an event and pair, and one a relation."""
        return to_networkx(self.graph)

    def to_rdflib(self, *, oxigraph: bool | None = None) -> rdflib.Graph:
        """An rdflib graph with our prefixes bound; a large one over an Oxigraph store (see `relgraph.graph.bridge`)."""
        return to_rdflib(self.path, oxigraph=oxigraph)

    def store(self) -> Store:
        """A new store in memory for SPARQL."""
        return open_store(self.path)
