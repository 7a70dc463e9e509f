"""A graph on a real server: Oxigraph's own, on a port of this machine."""

import io
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner

from relgraph.cli import main
from relgraph.errors import InputError, UsageError
from relgraph.query.run import run_query
from relgraph.query.target import all_triples, open_target
from relgraph.query.transfer import base_of, pull, push

# Beside this Python, or on the way.
OXIGRAPH = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")


@pytest.fixture(scope="module")
def server():
    """The address of an empty server."""
    if OXIGRAPH is None:
        pytest.skip("the oxigraph server isn't installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    with subprocess.Popen([OXIGRAPH, "serve", "--bind", f"127.0.0.1:{port}"], stderr=subprocess.DEVNULL) as process:
        for _ in range(100):
            try:
                urllib.request.urlopen(f"{url}/query?query=ASK%7B%7D", timeout=1).close()  # noqa: S310 - http
                break
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.1)
        yield url
        process.terminate()


@pytest.fixture(scope="module")
def filled(server, story):
    """The address of the server with the story in its default graph."""
    push(all_triples(open_target(story)), f"{server}/store", replace=True)
    return server


def _rows(target, query, fmt="csv", **parameters):
    out = io.StringIO()
    assert run_query(target, query, fmt, parameters=parameters, out=out) == 0
    return out.getvalue()


@pytest.mark.parametrize("query", ["who-met-whom", "sources-by-claims", "events-of", "told-both-ways"])
@pytest.mark.parametrize("fmt", ["csv", "tsv", "table"])
def test_an_endpoint_answers_as_the_folder_does(filled, story, query, fmt):
    """A shipped query gives the same answer from the server as from the files, in every format for people."""
    assert _rows(f"{filled}/query", query, fmt) == _rows(story, query, fmt)


def test_an_endpoint_takes_our_prefixes_and_asks_and_constructs(filled):
    """Prefixes are bound, rgr: to the base of the graph; ASK ends with its answer; CONSTRUCT gives Turtle."""
    url = f"{filled}/query"
    assert run_query(url, "ASK { rgr:russia a schema:Country }", out=io.StringIO()) == 0
    assert run_query(url, "ASK { rgr:atlantis a schema:Country }", out=io.StringIO()) == 1
    assert "rg:iso2" in _rows(url, "DESCRIBE rgr:russia", "ttl")


def test_what_is_wrong_is_told_before_it_is_sent(filled):
    """Errors of syntax have their place, updates are refused, and what only the server refuses is told in its words."""
    with pytest.raises(UsageError, match=r"line 1: SELECT \?x"):
        _rows(f"{filled}/query", "SELECT ?x { ?x a rg:Consult")
    with pytest.raises(UsageError, match="DROP"):
        _rows(f"{filled}/query", "DROP ALL")
    with pytest.raises(InputError, match="the server answers 40"):
        _rows(f"{filled}/nothing", "ASK {}")


def test_push_and_pull_give_the_graph_back(filled, story):
    """What is fetched is what was sent, triple by triple, and has its base."""
    sent = set(all_triples(open_target(story)))
    fetched = pull(f"{filled}/store")
    assert set(fetched) == sent
    assert base_of(fetched) == "https://w3id.org/relgraph/id/"


def test_a_named_graph_is_apart(server, story):
    """A named graph is filled and replaced without touching another; what isn't there is an input error."""
    triples = all_triples(open_target(story))
    name = "https://example.org/graph?a=b&c"
    assert push(triples[:10], f"{server}/store", name) == len(set(triples[:10]))
    push(triples[10:15], f"{server}/store", name)
    assert set(pull(f"{server}/store", name)) == set(triples[:15])
    push(triples[:5], f"{server}/store", name, replace=True)
    assert set(pull(f"{server}/store", name)) == set(triples[:5])
    with pytest.raises(InputError, match="404"):
        pull(f"{server}/store", "https://example.org/none")
    with pytest.raises(UsageError, match="IRI"):
        pull(f"{server}/store", "no iri")


def test_the_commands_push_pull_and_export(filled, story, tmp_path):
    """`push` says how much it sent; `pull` writes files by suffix and whole folders; `export` reads an endpoint."""
    run = CliRunner().invoke
    sent = run(main, ["push", str(story), f"{filled}/store", "--graph", "https://example.org/g"])
    assert (sent.exit_code, sent.stdout) == (0, "")
    assert "triples sent" in sent.stderr
    graph = (story / "graph.ttl").read_bytes()
    assert run(main, ["pull", f"{filled}/store"]).stdout.encode() == graph
    assert run(main, ["pull", f"{filled}/store", "-o", str(tmp_path / "g.nt")]).exit_code == 0
    assert run(main, ["pull", f"{filled}/store", "-o", str(tmp_path / "out")]).exit_code == 0
    files = sorted(file.name for file in (tmp_path / "out").iterdir())
    assert files == ["events.csv", "graph.graphml", "graph.html", "graph.ttl"]
    assert (tmp_path / "out" / "graph.ttl").read_bytes() == graph
    assert run(main, ["export", f"{filled}/query", "--format", "ttl"]).stdout.encode() == graph


@pytest.mark.parametrize(
    "arguments", [("push", ".", "nowhere"), ("pull", "graph.ttl"), ("push", "nowhere", "http://x/")]
)
def test_no_address_is_a_usage_error(arguments):
    """A path where an address must stand, or the other way round, ends with 2 and advice."""
    result = CliRunner().invoke(main, arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr


def test_a_server_that_is_not_there_is_an_input_error():
    """No answer ends with the exit code of inputs that are refused, and names the address."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{closed.getsockname()[1]}/query"
    result = CliRunner().invoke(main, ["query", url, "ASK {}"])
    assert (result.exit_code, result.stdout) == (3, "")
    assert url in result.stderr


class _Page(BaseHTTPRequestHandler):
    """A web server that is no endpoint: it remembers who signs in, and answers with a page."""

    seen: list[str | None] = []  # noqa: RUF012 - filled while it runs

    def do_POST(self):
        self.seen.append(self.headers["Authorization"])
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<html>")

    def log_message(self, *arguments):
        """Nothing."""


def test_user_and_password_sign_in_and_stay_secret():
    """They go into a header, never into a message; a server that is no endpoint is told by what it answers."""
    web = HTTPServer(("127.0.0.1", 0), _Page)
    Thread(target=web.serve_forever, daemon=True).start()
    url = f"http://ali:s%40fe@127.0.0.1:{web.server_port}/query"
    with pytest.raises(InputError, match="no SPARQL endpoint: it answers with text/html") as error:
        _rows(url, "ASK {}")
    web.shutdown()
    web.server_close()
    assert _Page.seen == ["Basic YWxpOnNAZmU="]
    assert "fe@" not in str(error.value)
