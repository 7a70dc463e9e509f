"""graph.ttl: everything, in Turtle whose bytes depend on the graph alone."""

from pathlib import Path

from pyoxigraph import RdfFormat, Triple, serialize

from relgraph.graph import terms
from relgraph.graph.rdf import triples
from relgraph.model import Graph


def write_turtle(graph: Graph, path: Path, base: str = terms.DEFAULT_BASE) -> None:
    """Write the whole graph to `path`, prefixed and sorted; resources are named under `base`."""
    facts = sorted(set(triples(graph, base)), key=_order)
    serialize(facts, str(path), format=RdfFormat.TURTLE, prefixes=_unambiguous(terms.prefixes(base)))
    _sort_header(path)


def _order(triple: Triple) -> tuple[str, bool, str, str]:
    """By subject, its types first."""
    predicate = triple.predicate
    return str(triple.subject), predicate != terms.TYPE, str(predicate), str(triple.object)


def _unambiguous(prefixes: dict[str, str]) -> dict[str, str]:
    """Without the prefixes whose namespace lies inside another: which of the two the serializer takes is chance."""
    return {
        prefix: namespace
        for prefix, namespace in prefixes.items()
        if not any(other != namespace and namespace.startswith(other) for other in prefixes.values())
    }


def _sort_header(path: Path) -> None:
    """The serializer writes the prefixes in random order; sorted, they take the same bytes."""
    with path.open("r+b") as file:
        header = []
        for line in file:
            if not line.startswith(b"@prefix"):
                break
            header.append(line)
        file.seek(0)
        file.writelines(sorted(header))
