"""Graphs to and from a server by the SPARQL 1.1 Graph Store Protocol."""

from collections.abc import Iterable
from tempfile import TemporaryFile
from urllib.parse import quote, urlsplit, urlunsplit

from pyoxigraph import NamedNode, RdfFormat, Triple, parse, serialize

from relgraph.errors import InputError, UsageError
from relgraph.graph import terms
from relgraph.query.web import Request, send

_TRIPLES = {
    "application/n-triples": RdfFormat.N_TRIPLES,
    "text/turtle": RdfFormat.TURTLE,
    "application/rdf+xml": RdfFormat.RDF_XML,
}
_ACCEPT = "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.5"


def push(triples: Iterable[Triple], url: str, graph: str | None = None, *, replace: bool = False) -> int:
    """Add triples to a graph of a server, or put them in place of it; the default graph, if none is named by its IRI.

    Returns how many triples were sent, each once, sorted. InputError if the server can't be reached or refuses.
    """
    sent = sorted(set(triples), key=str)
    with TemporaryFile() as file:
        serialize(sent, file, format=RdfFormat.N_TRIPLES)
        length = file.tell()
        file.seek(0)
        headers = {"Content-Type": "application/n-triples", "Content-Length": str(length)}
        send(Request("PUT" if replace else "POST", _address(url, graph), headers, file))
    return len(sent)


def pull(url: str, graph: str | None = None) -> list[Triple]:
    """All triples of a graph of a server; the default graph, if none is named by its IRI.

    InputError if the server can't be reached, refuses, or answers with something else.
    """
    reply = send(Request("GET", _address(url, graph), {"Accept": _ACCEPT}))
    if reply.media_type not in _TRIPLES:
        raise InputError(reply.where, f"no graph store: it answers with {reply.media_type or 'no media type'}")
    try:
        return [quad.triple for quad in parse(reply.body, format=_TRIPLES[reply.media_type])]
    except SyntaxError as error:
        raise InputError(reply.where, f"its answer can't be read: {error}") from error


def base_of(triples: Iterable[Triple]) -> str:
    """The IRI of the rg:Graph among the triples, under which its resources are named."""
    graphs = (t.subject for t in triples if t.predicate == terms.TYPE and t.object == terms.GRAPH)
    return min((graph.value for graph in graphs if isinstance(graph, NamedNode)), default=terms.DEFAULT_BASE)


def _address(url: str, graph: str | None) -> str:
    """The address of a graph in a store (indirect identification)."""
    if graph is not None:
        try:
            NamedNode(graph)
        except ValueError as error:
            raise UsageError(f"--graph takes an IRI such as https://example.org/graph, not {graph!r}") from error
    parts = urlsplit(url)
    chosen = "default" if graph is None else f"graph={quote(graph, safe='')}"
    return urlunsplit(parts._replace(query=f"{parts.query}&{chosen}" if parts.query else chosen))
