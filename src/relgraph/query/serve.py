"""A graph as a SPARQL endpoint on this machine, with its page: read-only, for this machine alone.

Each request is answered in a process of its own, which shares the store in memory: a query that is given up ends with it.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from socketserver import ForkingMixIn
from typing import Any
from urllib.parse import parse_qs, urlsplit

from pyoxigraph import QueryBoolean, QuerySolutions, RdfFormat, serialize

from relgraph import __version__
from relgraph.errors import RelgraphError, UsageError
from relgraph.export.turtle import turtle
from relgraph.query.guard import refuse_unsafe
from relgraph.query.render import Format, write_boolean, write_solutions
from relgraph.query.target import Asked, all_triples
from relgraph.query.timed import QueryTimeoutError, within

# By media type, the first of each being what is given where the client says nothing.
_ROWS: dict[str, Format] = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
_TRIPLES = ("text/turtle", "application/n-triples")
_LONGEST = 10_000_000
# Another name would be a page of another site that has found its way here.
_HOSTS = frozenset({"127.0.0.1", "localhost"})


@dataclass(frozen=True, slots=True)
class Served:
    """What a server has: the graph, its page if there is one, and the seconds that a query may take."""

    asked: Asked
    page: Path | None
    timeout: float | None


@dataclass(frozen=True, slots=True)
class _Reply:
    status: HTTPStatus
    media_type: str
    body: bytes


class _Server(ForkingMixIn, HTTPServer):
    served: Served


def server(served: Served, port: int) -> HTTPServer:
    """A server on loopback, at a free port if `port` is 0; UsageError where the port is taken."""
    try:
        made = _Server(("127.0.0.1", port), _Handler)
    except (OSError, OverflowError) as error:
        raise UsageError(f"port {port} can't be had: {error}; --port takes another, 0 a free one") from error
    made.served = served
    return made


class _Handler(BaseHTTPRequestHandler):
    server_version = f"relgraph/{__version__}"
    server: _Server

    def do_GET(self) -> None:
        """The page, an answer to a query, or the whole graph."""
        address = urlsplit(self.path)
        given = parse_qs(address.query, keep_blank_values=True)
        match address.path:
            case "/":
                self._reply(self._page)
            case "/query" | "/sparql":
                self._reply(lambda: self._answer(given))
            case "/store":
                self._reply(self._store)
            case _:
                self._reply(_nothing_here)

    def do_POST(self) -> None:
        """An answer to a query in the body."""
        if urlsplit(self.path).path not in ("/query", "/sparql"):
            self._reply(_nothing_here)
            return
        self._reply(lambda: self._answer(self._posted()))

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is the base class's
        """Nothing: what goes well needs no line."""

    # ---- replies

    def _reply(self, make: Callable[[], _Reply]) -> None:
        try:
            reply = make() if self._is_ours() else _text(HTTPStatus.FORBIDDEN, "this server is for this machine alone")
        except QueryTimeoutError as error:
            reply = _text(HTTPStatus.SERVICE_UNAVAILABLE, str(error))
        except RelgraphError as error:
            reply = _text(HTTPStatus.BAD_REQUEST, str(error))
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.media_type)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        self.wfile.write(reply.body)

    def _is_ours(self) -> bool:
        return (self.headers["Host"] or "").rpartition(":")[0] in _HOSTS

    def _page(self) -> _Reply:
        page = self.server.served.page
        if page is None:
            return _text(HTTPStatus.NOT_FOUND, "this graph has no page; SPARQL is answered at /query")
        return _Reply(HTTPStatus.OK, "text/html; charset=utf-8", page.read_bytes())

    def _store(self) -> _Reply:
        text = serialize(all_triples(self.server.served.asked), format=RdfFormat.N_TRIPLES)
        return _Reply(HTTPStatus.OK, "application/n-triples", text or b"")

    def _posted(self) -> dict[str, list[str]]:
        length = int(self.headers["Content-Length"] or 0)
        if length > _LONGEST:
            raise UsageError(f"a query may be {_LONGEST:,} bytes long")
        body = self.rfile.read(length).decode(errors="replace")
        if self.headers.get_content_type() == "application/sparql-query":
            return {"query": [body]}
        return parse_qs(body, keep_blank_values=True)

    def _answer(self, given: dict[str, list[str]]) -> _Reply:
        if "update" in given:
            raise UsageError("updates are refused: this server only reads")
        if len(given.get("query", ())) != 1:
            raise UsageError("a query is needed: /query?query=SELECT…, or posted as application/sparql-query")
        (query,) = given["query"]
        refuse_unsafe(query)
        served = self.server.served
        return within(served.timeout, lambda: _answered(served.asked, query, self.headers["Accept"] or ""))


def _answered(asked: Asked, query: str, accept: str) -> _Reply:
    answer = asked.ask(query)
    if not isinstance(answer, QueryBoolean | QuerySolutions):
        media_type = _chosen(accept, _TRIPLES)
        facts = list(answer)
        text = (
            turtle(facts, asked.base) if media_type == "text/turtle" else serialize(facts, format=RdfFormat.N_TRIPLES)
        )
        return _Reply(HTTPStatus.OK, media_type, text or b"")
    media_type = _chosen(accept, tuple(_ROWS))
    out = io.StringIO()
    if isinstance(answer, QueryBoolean):
        write_boolean(answer, _ROWS[media_type], out)
    else:
        write_solutions(answer, _ROWS[media_type], out)
    return _Reply(HTTPStatus.OK, media_type, out.getvalue().encode())


def _chosen(accept: str, offered: tuple[str, ...]) -> str:
    """The offered media type that the client likes best, the first where it likes none or all."""
    liked: dict[str, float] = {}
    for part in accept.split(","):
        name, *parameters = (each.strip() for each in part.split(";"))
        weights = [each[2:] for each in parameters if each.startswith("q=")]
        liked[name.lower()] = _weight(weights[0]) if weights else 1.0
    return max(offered, key=lambda media_type: (liked.get(media_type, 0.0), -offered.index(media_type)))


def _weight(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _text(status: HTTPStatus, message: str) -> _Reply:
    return _Reply(status, "text/plain; charset=utf-8", f"{message}\n".encode())


def _nothing_here() -> _Reply:
    return _text(
        HTTPStatus.NOT_FOUND, "nothing here: the page is at /, SPARQL is answered at /query, the graph is at /store"
    )
