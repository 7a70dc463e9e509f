"""A SPARQL 1.1 endpoint somewhere else, asked by its protocol."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import (
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
    parse,
    parse_query_results,
)

from relgraph.errors import InputError, UsageError
from relgraph.graph import terms
from relgraph.query.hints import complaint
from relgraph.query.web import Request, send

_RESULTS = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
}
_TRIPLES = {"application/n-triples": RdfFormat.N_TRIPLES, "text/turtle": RdfFormat.TURTLE}
_ACCEPT = ", ".join((*_RESULTS, *_TRIPLES))


@dataclass(frozen=True)
class Endpoint:
    """The endpoint at an http(s) address; `user:password@` before the host signs in."""

    url: str

    @cached_property
    def base(self) -> str:
        """The IRI of the rg:Graph that the endpoint holds."""
        answer = self._post(f"SELECT ?graph {{ ?graph a <{terms.GRAPH.value}> }} ORDER BY ?graph LIMIT 1")
        graphs = [row["graph"] for row in answer] if isinstance(answer, QuerySolutions) else []
        return next((graph.value for graph in graphs if isinstance(graph, NamedNode)), terms.DEFAULT_BASE)

    def ask(self, query: str) -> QuerySolutions | QueryBoolean | Iterable[Triple]:
        """The answer to a query in which our prefixes are bound; UsageError if it is none, InputError from the server."""
        base = self.base if "rgr:" in query else terms.DEFAULT_BASE
        try:
            _parse(query, base)
        except SyntaxError as error:
            raise UsageError(complaint(error, query)) from error
        # On the line of the query's own first: the lines that a server complains of stay right.
        bound = " ".join(f"PREFIX {prefix}: <{namespace}>" for prefix, namespace in terms.prefixes(base).items())
        return self._post(f"{bound} {query}")

    def _post(self, query: str) -> QuerySolutions | QueryBoolean | Iterable[Triple]:
        headers = {"Accept": _ACCEPT, "Content-Type": "application/sparql-query; charset=utf-8"}
        reply = send(Request("POST", self.url, headers, query.encode()))
        try:
            if reply.media_type in _RESULTS:
                return parse_query_results(reply.body, _RESULTS[reply.media_type])
            if reply.media_type in _TRIPLES:
                return [quad.triple for quad in parse(reply.body, format=_TRIPLES[reply.media_type])]
        except SyntaxError as error:
            raise InputError(reply.where, f"its answer can't be read: {error}") from error
        raise InputError(reply.where, f"no SPARQL endpoint: it answers with {reply.media_type or 'no media type'}")


def _parse(query: str, base: str) -> None:
    """SyntaxError here, with its place, rather than from a server in words of its own."""
    if "SERVICE" not in query.upper():  # an ASK would be answered at once, and so ask the other machine
        Store().query(query, prefixes=terms.prefixes(base))
