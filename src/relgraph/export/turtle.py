"""graph.ttl: everything, in Turtle whose bytes depend on the graph alone."""

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import RdfFormat, Triple, serialize

from relgraph.graph import terms
from relgraph.graph.model import Graph
from relgraph.graph.rdf import triples


def write_turtle(graph: Graph, path: Path, base: str = terms.DEFAULT_BASE) -> None:
    """Write the whole graph to `path`, prefixed and sorted; resources are named under `base`."""
    path.write_bytes(turtle(triples(graph, base), base))


def turtle(facts: Iterable[Triple], base: str = terms.DEFAULT_BASE) -> bytes:
    """Triples in any order, as UTF-8; `base` is what the prefix rgr: stands for."""
    ordered = sorted(set(facts), key=_order)
    return sorted_header(serialize(ordered, format=RdfFormat.TURTLE, prefixes=unambiguous(terms.prefixes(base))))


def _order(triple: Triple) -> tuple[str, bool, str, str]:
    """By subject, its types first."""
    predicate = triple.predicate
    return str(triple.subject), predicate != terms.TYPE, str(predicate), str(triple.object)


def unambiguous(prefixes: dict[str, str]) -> dict[str, str]:
    """Without the prefixes whose namespace lies inside another: which of the two the serializer takes is chance."""
    return {
        prefix: namespace
        for prefix, namespace in prefixes.items()
        if not any(other != namespace and namespace.startswith(other) for other in prefixes.values())
    }


def sorted_header(text: bytes | None) -> bytes:
    """The text of a serializer with its prefixes, which it writes in random order, sorted."""
    assert text is not None
    lines = text.split(b"\n", maxsplit=text.count(b"\n@prefix") + 1 if text.startswith(b"@prefix") else 0)
    return b"\n".join([*sorted(lines[:-1]), lines[-1]])
