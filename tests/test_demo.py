"""The demo, from the sample articles to a graph that keeps its promises."""

from pathlib import Path

import pytest

import relgraph
import relgraph.model
from relgraph.build import Options, build
from relgraph.query.validate import validate
from relgraph.read import ReadOptions, Refused, read_inputs

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def output(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("demo")

    def refuse(item: Refused) -> None:
        pytest.fail(f"{item.where}: {item.reason}")

    build([str(ROOT / "seeds" / "articles")], folder, Options(), refuse)
    return folder


def test_the_demo_graph_conforms_to_the_shapes(output):
    """What a build writes is what the ontology's shapes ask for."""
    assert validate(output) == []


def test_the_demo_graph_shows_every_quad_class(output):
    """The sample articles tell verbal and material cooperation and conflict."""
    graph = relgraph.load(output).graph
    classes = {relgraph.model.QUAD_CLASS[event.type] for event in graph.events}
    assert classes == {1, 2, 3, 4}


def test_the_demo_graph_quotes_its_articles(output):
    """Every quote is the very characters of its article at that place."""
    articles = {a.id: a.full for a in read_inputs([str(ROOT / "seeds" / "articles")], ReadOptions())}
    claims = [c for e in relgraph.load(output).graph.events for c in e.claims]
    assert claims
    assert [c for c in claims if articles[c.article][c.evidence.start : c.evidence.end] != c.evidence.text] == []


def test_the_demo_knows_who_met_whom_where_and_when(output):
    """Iran and the P5+1 agreed on the JCPOA in Vienna on 2015-07-14, as the sample article tells."""
    events = relgraph.load(output).graph.events
    found = [e for e in events if e.type == "AGREE" and "jcpoa" in e.topics and e.date == "2015-07-14"]
    assert [sorted((*e.actors, *e.recipients)) for e in found] == [["iran", "p5-plus-1"]]
