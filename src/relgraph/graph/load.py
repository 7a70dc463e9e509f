"""A written graph read back, in the form that suits.

Reading gives exactly what was written, except that characters which XML forbids come back as U+FFFD.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import networkx as nx
import rdflib
from pyoxigraph import Store, parse

from relgraph.errors import InputError
from relgraph.graph import terms
from relgraph.graph.network import to_networkx
from relgraph.graph.reader import Fact, graph_of
from relgraph.graph.store import FORMATS, graph_file, open_store
from relgraph.model import Graph


def read_graph(source: Path | Store) -> Graph:
    """The graph in an output folder, an RDF file or a store; InputError if it is no graph that relgraph wrote."""
    try:
        return graph_of(_facts(source))
    except (SyntaxError, ValueError, KeyError) as error:
        raise InputError(str(source), f"no graph that relgraph wrote: {error}") from error


def _facts(source: Path | Store) -> Iterator[Fact]:
    if isinstance(source, Store):
        quads = iter(source)
    else:
        file = graph_file(source)
        quads = parse(path=str(file), format=FORMATS[file.suffix])
    return ((quad.subject, quad.predicate, quad.object) for quad in quads)


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

    def to_rdflib(self) -> rdflib.Graph:
        """An rdflib graph with our prefixes bound."""
        graph = rdflib.Graph(bind_namespaces="none")
        for prefix, namespace in terms.prefixes().items():
            graph.bind(prefix, namespace)
        return graph.parse(self.path)

    def store(self) -> Store:
        """A new store in memory for SPARQL."""
        return open_store(self.path)
