"""`relgraph serve`: the real command on a free port, asked by clients of others."""

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from relgraph.query.run import run_query
from relgraph.query.target import all_triples, open_target
from relgraph.query.transfer import pull

COMMAND = (sys.executable, "-c", "from relgraph.cli import main; main()", "serve")
COSTLY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?c < ?f && ?i < ?l) }"

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system forks no processes")


@pytest.fixture(scope="module")
def served(story, tmp_path_factory):
    """The address of a server of the story, with a page."""
    folder = tmp_path_factory.mktemp("served")
    shutil.copy(story / "graph.ttl", folder)
    (folder / "graph.html").write_text("<html>صفحه", encoding="utf-8")
    command = [*COMMAND, str(folder), "--port", "0", "--timeout", "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        yield process.stdout.readline().strip().rstrip("/")
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=10) == 0


def _get(url, *, accept=None, data=None, **headers):
    """Status, media type and text of a reply."""
    sent = {
        **({"Accept": accept} if accept else {}),
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    request = urllib.request.Request(url, data=data, headers=sent)  # noqa: S310 - our own server
    try:
        with urllib.request.urlopen(request, timeout=20) as reply:  # noqa: S310 - as above
            return reply.status, reply.headers.get_content_type(), reply.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers.get_content_type(), error.read().decode()


def _asking(query):
    return "/query?" + urllib.parse.urlencode({"query": query})


def test_rdflib_asks_it(served):
    """The SPARQL client of rdflib gets the answers of the graph, with our prefixes bound."""
    graph = rdflib.Graph(SPARQLStore(f"{served}/query"))
    rows = graph.query('SELECT ?iri { ?iri rg:iso2 "RU" }', initNs={})
    assert [str(row.iri) for row in rows] == ["https://w3id.org/relgraph/id/russia"]
    assert graph.query("ASK { rgr:russia a schema:Country }").askAnswer
    assert len(graph.query("DESCRIBE rgr:russia").graph) > 3


def test_relgraph_asks_and_fetches_it(served, story, capsys):
    """Our own commands work on it as on any endpoint and graph store."""
    assert run_query(f"{served}/query", "who-met-whom", "csv") == 0
    there = capsys.readouterr().out
    assert run_query(story, "who-met-whom", "csv") == 0
    assert there == capsys.readouterr().out
    assert set(pull(f"{served}/store")) == set(all_triples(open_target(story)))


@pytest.mark.parametrize("accept, media_type, start", [
    (None, "application/sparql-results+json", "{"),
    ("*/*", "application/sparql-results+json", "{"),
    ("application/sparql-results+xml", "application/sparql-results+xml", "<?xml"),
    ("text/csv", "text/csv", "n\r\n"),
    ("text/html, text/tab-separated-values;q=0.3", "text/tab-separated-values", "?n\n"),
    ("text/csv;q=0.5, application/sparql-results+json;q=0.9", "application/sparql-results+json", "{"),
    ("text/csv;q=much", "application/sparql-results+json", "{"),
])  # fmt: skip
def test_the_client_chooses_the_format(served, accept, media_type, start):
    """The Accept header decides; JSON where it says nothing that there is."""
    status, given, text = _get(served + _asking("SELECT (1 AS ?n) {}"), accept=accept)
    assert (status, given) == (200, media_type)
    assert text.startswith(start)


def test_triples_come_as_turtle_or_n_triples(served):
    """A CONSTRUCT is Turtle with prefixes, or N-Triples for who wants them."""
    query = _asking("CONSTRUCT { rgr:russia rg:iso2 ?x } WHERE { rgr:russia rg:iso2 ?x }")
    assert 'rgr:russia rg:iso2 "RU"' in _get(served + query)[2]
    assert _get(served + query, accept="application/n-triples")[2].startswith("<https://w3id.org/relgraph/id/russia>")


@pytest.mark.parametrize("media_type, body", [
    ("application/sparql-query", "ASK {}"),
    ("application/x-www-form-urlencoded", "query=ASK+%7B%7D"),
])  # fmt: skip
def test_queries_may_be_posted(served, media_type, body):
    """Both ways of the protocol to post a query."""
    assert "true" in _get(f"{served}/sparql", data=body.encode(), Content_Type=media_type)[2]


@pytest.mark.parametrize("query, said", [
    ("DROP ALL", "DROP is refused"),
    ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE is refused"),
    ("SELECT ?x { ?x a rg:Consult", "it ends too early"),
])  # fmt: skip
def test_what_is_wrong_is_said(served, query, said):
    """What writes, reaches out or doesn't parse is refused in words."""
    status, media_type, text = _get(served + _asking(query))
    assert (status, media_type) == (400, "text/plain")
    assert said in text


def test_updates_are_refused(served):
    """An update of the protocol is no query."""
    assert _get(f"{served}/query", data=b"update=DROP+ALL")[0] == 400
    assert _get(f"{served}/query")[0] == 400
    assert _get(f"{served}/query?query=ASK%7B%7D&query=ASK%7B%7D")[0] == 400


def test_a_costly_query_ends_and_others_go_on(served):
    """What takes too long is given up with a reason, and its process ends; meanwhile others are answered."""
    started = time.monotonic()
    status, _, text = _get(served + _asking(COSTLY))
    assert (status, time.monotonic() - started < 15) == (503, True)
    assert "no answer within 1 seconds" in text
    assert _get(served + _asking("ASK {}"))[0] == 200


def test_the_page_is_at_the_root(served):
    """The page of the folder as it is; elsewhere there is nothing but advice."""
    assert _get(f"{served}/") == (200, "text/html", "<html>صفحه")
    status, _, text = _get(f"{served}/../../etc/passwd")
    assert status == 404
    assert "/query" in text


def test_other_sites_are_kept_out(served):
    """A request for another host, as a page of another site could send it, is refused."""
    assert _get(served + _asking("ASK {}"), Host="evil.example:7878")[0] == 403


def test_a_port_that_is_taken_is_a_usage_error(served, story):
    """The message says how to choose another."""
    port = served.rpartition(":")[2]
    done = subprocess.run(
        [*COMMAND, str(story), "--port", port], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "--port takes another" in done.stderr
