import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest
from graph_samples import article, event, extraction, two_outlets
from graph_strategies import corpora
from hypothesis import HealthCheck, given, settings

from relgraph.export import folder
from relgraph.export.columns import COLUMNS
from relgraph.export.folder import write_folder
from relgraph.export.graphml import write_graphml
from relgraph.export.ledger import InputRecord, Ledger, record
from relgraph.export.tables import write_events
from relgraph.export.turtle import write_turtle
from relgraph.graph.load import load
from relgraph.graph.merge import merge
from relgraph.query.validate import validate

_NAMES = ["events.csv", "graph.graphml", "graph.html", "graph.ttl", "refused.jsonl", "report.json"]


def _build(extractions, out):
    ledger = Ledger(tuple(record(each) for each in extractions), (InputRecord("bad.jsonl:3", "no text"),))
    write_folder(merge(extractions), ledger, out)


def _bytes(out):
    return {file.name: file.read_bytes() for file in out.iterdir()}


def _rows(*statements, tmp_path):
    told = article()
    write_events(merge([extraction(told, *(make(told) for make in statements))]), tmp_path / "events.csv")
    with (tmp_path / "events.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_folder_has_all_files_and_conforms(tmp_path):
    """A build leaves exactly the promised files, and its graph conforms to the shapes and reads back."""
    _build(two_outlets(), tmp_path / "out")
    assert sorted(_bytes(tmp_path / "out")) == _NAMES
    assert validate(tmp_path / "out") == []
    assert load(tmp_path / "out").graph == merge(two_outlets())


def test_the_order_of_articles_changes_no_byte(tmp_path):
    """The same articles in another order give the same files."""
    _build(two_outlets(), tmp_path / "one")
    _build(two_outlets()[::-1], tmp_path / "other")
    assert _bytes(tmp_path / "one") == _bytes(tmp_path / "other")


def test_the_hash_seed_changes_no_byte(tmp_path):
    """Other Python hash seeds and other processes give the same files."""
    script = (
        "import sys; from pathlib import Path; sys.path[:0] = sys.argv[2:]; import test_folder as t;"
        "t._build(t.two_outlets(), Path(sys.argv[1]))"
    )
    here = Path(__file__).parent
    folders = [str(here), str(here.parent / "graph")]
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", script, tmp_path / seed, *folders], check=True, env=environment)
    assert _bytes(tmp_path / "1") == _bytes(tmp_path / "2")


def test_a_failure_leaves_the_folder_as_it_was(tmp_path, monkeypatch):
    """When one writer fails, the old files stand untouched and nothing is left behind."""
    _build(two_outlets()[:1], tmp_path)
    before = _bytes(tmp_path)
    monkeypatch.setitem(folder.WRITERS, "events.csv", lambda _graph, path: path.write_text("half").no_such_attribute)
    with pytest.raises(AttributeError):
        _build(two_outlets(), tmp_path)
    assert _bytes(tmp_path) == before
    with pytest.raises(AttributeError):
        _build(two_outlets(), tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_other_files_are_left_alone(tmp_path):
    """A file that isn't ours stays in the folder."""
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    _build(two_outlets(), tmp_path)
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "mine"


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(corpora())
def test_any_graph_is_readable_everywhere(tmp_path, extractions):
    """Whatever the articles hold, Turtle, GraphML and CSV can be read back, and no edge or row is lost."""
    graph = merge(extractions)
    write_turtle(graph, tmp_path / "graph.ttl")
    write_graphml(graph, tmp_path / "graph.graphml")
    write_events(graph, tmp_path / "events.csv")
    assert [event.id for event in load(tmp_path).graph.events] == [event.id for event in graph.events]
    read = nx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    assert read.number_of_edges() == load(tmp_path).to_networkx().number_of_edges()
    with (tmp_path / "events.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["event_id"] for row in rows} == {event.id for event in graph.events}
    assert all(None not in row for row in rows)


def test_graphml_says_what_an_edge_is(tmp_path):
    """An edge of the GraphML has label, type, event id and quotes as plain values."""
    write_graphml(merge(two_outlets()), tmp_path / "g.graphml")
    network = nx.read_graphml(tmp_path / "g.graphml")
    edge = network.get_edge_data("ebrahim-raisi", "vladimir-putin")
    (attributes,) = edge.values() if network.is_multigraph() else (edge,)
    assert attributes["label"] == "meet"
    assert attributes["quotes"].count(" | ") == 1
    assert network.nodes["iran"]["label"] == "ایران"


def test_a_row_has_parties_codes_and_quote(tmp_path):
    """A row holds both parties with label and country, the codes of other schemes, dates, place and source."""
    (row,) = _rows(event, tmp_path=tmp_path)
    assert list(row) == [column.name for column in COLUMNS]
    assert (row["Actor1Name"], row["Actor1CountryCode"]) == ("Ebrahim Raisi", "IRN")
    assert (row["actor2_label_fa"], row["Actor2CountryCode"]) == ("ولادیمیر پوتین", "RUS")
    assert (row["type"], row["mode"], row["status"], row["quad"]) == ("CONSULT", "meet", "actual", "1")
    assert (row["plover"], row["EventCode"], row["GoldsteinScale"]) == ("CONSULT", "04", "1.0")
    assert (row["date"], row["published"], row["place_ids"]) == ("2022-01-19", "2022-01-20", "moscow")
    assert (row["NumSources"], row["sources"], row["urls"]) == ("1", "ایسنا", "https://news.example/a1")
    assert row["quote"] == "رئیسی در مسکو با پوتین دیدار کرد"


@pytest.mark.parametrize("actors, recipients, expected", [
    (("iran",), (), [("iran", "")]),
    (("iran", "russia"), (), [("iran", ""), ("russia", "")]),
    ((), ("iran",), [("", "iran")]),
    (("iran", "russia"), ("sco",), [("iran", "sco"), ("russia", "sco")]),
])  # fmt: skip
def test_a_missing_party_is_an_empty_cell(actors, recipients, expected, tmp_path):
    """An event with one side only has a row for each of its parties, the other cell empty."""
    rows = _rows(
        lambda told: event(told, kind="ACCUSE", mode=None, actors=actors, recipients=recipients), tmp_path=tmp_path
    )
    assert [(row["actor1_id"], row["actor2_id"]) for row in rows] == expected


def test_refusals_are_listed_with_their_reason(tmp_path):
    """Inputs that were not read and candidates that were dropped stand in refused.jsonl, one a line."""
    _build(two_outlets(), tmp_path)
    lines = [json.loads(line) for line in (tmp_path / "refused.jsonl").read_text(encoding="utf-8").splitlines()]
    assert lines[0] == {"where": "bad.jsonl:3", "reason": "no text"}
    assert [line["article"] for line in lines[1:]] == ["a1", "a2"]
    assert {line["reason"] for line in lines[1:]} == {"no-party"}


def test_the_report_counts_and_names_the_articles(tmp_path):
    """report.json has counts that agree with the graph, versions, and a content hash for each article."""
    _build(two_outlets(), tmp_path)
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert report["counts"]["events"] == len(merge(two_outlets()).events)
    assert report["counts"]["articles"] == 2
    assert [name for name, _ in report["articles"]] == ["a1", "a2"]
    assert all(len(content) == 64 for _, content in report["articles"])
    assert "relgraph" in report["versions"]
