"""`relgraph export`: each format says what the graph says, to the tools that it is made for."""

import io
import json
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import networkx as nx
import pandas as pd
import pytest
import rdflib
from click.testing import CliRunner
from graph_samples import article, event, extraction, relation, two_outlets
from graph_strategies import corpora
from hypothesis import HealthCheck, given, settings
from pyoxigraph import RdfFormat, parse
from rdflib.compare import isomorphic

from relgraph.cli import main
from relgraph.cli.export import FORMATS as NAMES
from relgraph.errors import InputError, UsageError
from relgraph.export.columns import COLUMNS
from relgraph.export.formats import FORMATS, Content, format_of, write_export
from relgraph.export.turtle import write_turtle
from relgraph.graph.load import read_graph
from relgraph.graph.merge import merge
from relgraph.graph.model import GraphRelation
from relgraph.graph.rdf import triples
from relgraph.query.target import all_triples, open_target
from relgraph.resources import ONTOLOGY

GEXF = "{http://gexf.net/1.3}"
BASE = "https://w3id.org/relgraph/id/"


def _content(*extractions, base=BASE):
    return Content(list(triples(merge(extractions), base)), base, "graph")


def _written(content, name):
    out = io.BytesIO()
    write_export(content, name, None, out)
    return out.getvalue()


@pytest.fixture
def content():
    return _content(*two_outlets())


def test_the_command_knows_every_format():
    """The names of the command line are those of the library, each with a suffix of its own."""
    assert list(FORMATS) == list(NAMES)
    assert len({form.suffix for form in FORMATS.values()}) == len(FORMATS)


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if not form.binary])
def test_the_same_graph_gives_the_same_bytes(content, name):
    """The order of the triples changes no byte of any export."""
    turned = Content(content.triples[::-1], content.base, "graph")
    assert _written(content, name) == _written(turned, name)


@given(corpora())
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_rdf_formats_hold_the_same_triples(tmp_path, told):
    """Whatever articles say, N-Triples, JSON-LD and Turtle read back as the graph, by Oxigraph and by rdflib."""
    content = _content(*told)
    whole = set(content.triples)
    assert {quad.triple for quad in parse(_written(content, "nt"), format=RdfFormat.N_TRIPLES)} == whole
    assert {quad.triple for quad in parse(_written(content, "ttl"), format=RdfFormat.TURTLE)} == whole
    assert {quad.triple for quad in parse(_written(content, "jsonld"), format=RdfFormat.JSON_LD)} == whole
    (tmp_path / "graph.nt").write_bytes(_written(content, "nt"))
    assert read_graph(tmp_path / "graph.nt") == content.graph


# rdflib's own JSON-LD parser still uses what it has deprecated.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.parametrize("base", [BASE, "https://example.org/kg?id=", "https://w3id.org/relgraph/"])
def test_json_ld_is_what_turtle_is(base):
    """Rdflib reads the same graph from both, whatever the base; prefixes and types stand in the context."""
    content = _content(*two_outlets(), base=base)
    text = _written(content, "jsonld")
    read = [rdflib.Graph().parse(data=data, format=form) for data, form in (
        (text, "json-ld"), (_written(content, "ttl"), "turtle"),
    )]  # fmt: skip
    assert isomorphic(*read)
    data = json.loads(text)
    assert data["@context"]["rg:earliest"] == {"@type": "xsd:date"}
    assert any(node["@id"].endswith("iran") and node["rg:iso2"] == "IR" for node in data["@graph"])


# So does its TriG parser.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_named_graphs_tell_what_each_article_says(content):
    """N-Quads and TriG have one graph an article and hold the same; as one graph they are the whole, read by rdflib too."""
    quads = set(parse(_written(content, "nq"), format=RdfFormat.N_QUADS))
    assert set(parse(_written(content, "trig"), format=RdfFormat.TRIG)) == quads
    assert {quad.triple for quad in quads} == set(content.triples)
    names = {str(quad.graph_name) for quad in quads}
    assert names == {"DEFAULT", f"<{BASE}article/a1>", f"<{BASE}article/a2>"}
    read = rdflib.Dataset().parse(data=_written(content, "trig"), format="trig")
    assert len(list(read.quads())) == len(quads)


def test_gexf_has_labels_time_and_values(content):
    """Gephi finds Persian labels, one edge id an edge, days at dated edges, and declared attributes only."""
    root = ET.fromstring(_written(content, "gexf"))  # noqa: S314 - our own file
    nodes = {node.get("id"): node.get("label") for node in root.iter(f"{GEXF}node")}
    assert nodes["iran"] == "ایران"
    edges = list(root.iter(f"{GEXF}edge"))
    assert len({edge.get("id") for edge in edges}) == len(edges) > 0
    assert all(edge.get("source") in nodes and edge.get("target") in nodes for edge in edges)
    (meeting,) = [edge for edge in edges if edge.get("label") == "meet"]
    assert (meeting.get("start"), meeting.get("end"), meeting.get("weight")) == ("2022-01-19", "2022-01-19", "2.0")
    declared = {each.get("id") for each in root.iter(f"{GEXF}attribute")}
    assert {value.get("for") for value in root.iter(f"{GEXF}attvalue")} <= declared
    assert {"quotes", "status", "quad", "wikidata", "label_en"} <= declared


def test_networks_agree(content, tmp_path):
    """GraphML, GEXF and node-link JSON have the nodes and edges of the NetworkX view; each edge has an id of its own."""
    (tmp_path / "g.graphml").write_bytes(_written(content, "graphml"))
    (tmp_path / "g.gexf").write_bytes(_written(content, "gexf"))
    drawn = nx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    timed = nx.read_gexf(tmp_path / "g.gexf", version="1.2draft")
    linked = nx.node_link_graph(json.loads(_written(content, "json")), edges="edges")
    assert set(drawn) == set(linked) == set(timed)
    assert sorted(drawn.edges()) == sorted(linked.edges())
    ids = re.findall(rb'<edge [^>]*id="([^"]+)"', _written(content, "graphml"))
    assert len(set(ids)) == len(ids) == linked.number_of_edges()


def test_node_link_json_keeps_the_claims(content):
    """Each edge has its claims with quote and position, unflattened."""
    data = json.loads(_written(content, "json"))
    (meeting,) = [edge for edge in data["edges"] if edge.get("mode") == "meet"]
    assert len(meeting["claims"]) == 2
    assert meeting["claims"][0]["evidence"]["text"] == "رئیسی در مسکو با پوتین دیدار کرد"
    assert meeting["places"] == ["moscow"]


# ---- the table


def _table(content, tmp_path):
    (tmp_path / "events.csv").write_bytes(_written(content, "csv"))
    return pd.read_csv(tmp_path / "events.csv", dtype={"EventCode": "string", "cameo": "string"})


def test_pandas_reads_the_table(content, tmp_path):
    """Pandas finds the columns with their kinds: text is text, numbers are numbers, codes keep their zeros."""
    events = _table(content, tmp_path)
    assert list(events.columns) == [column.name for column in COLUMNS]
    meeting = events[events["mode"] == "meet"].iloc[0]
    assert (meeting["EventCode"], meeting["cameo"], meeting["QuadClass"]) == ("04", "040", 1)
    assert (meeting["ActionGeo_Lat"], meeting["ActionGeo_Long"]) == (55.75, 37.62)
    assert (meeting["place_precisions"], meeting["place_coordinates"]) == ("city", "55.75,37.62")
    assert (meeting["date"], meeting["date_precision"], meeting["published"]) == ("2022-01-19", "day", "2022-01-20")
    assert (meeting["NumMentions"], meeting["NumArticles"], meeting["NumSources"]) == (2, 2, 2)
    assert events["quad"].dtype == "int64"
    assert pd.to_datetime(events["date_earliest"]).notna().sum() == events["date"].notna().sum()


def test_parquet_is_the_same_table(content, tmp_path):
    """The Parquet file has the rows of the CSV, typed without being told."""
    write_export(content, "parquet", tmp_path / "events.parquet", io.BytesIO())
    typed = pd.read_parquet(tmp_path / "events.parquet")
    table = _table(content, tmp_path)
    for column in COLUMNS:
        left, right = typed[column.name], table[column.name]
        if column.kind == "text":
            assert list(left) == list(right.astype("string").fillna(""))
        else:
            assert pd.api.types.is_numeric_dtype(left)
            assert list(left.fillna(-1)) == list(right.fillna(-1))


@pytest.mark.parametrize("qualifier, object_, code", [
    ("president", "russia", "RUSGOV"),
    ("parliament speaker", "russia", "RUSLEG"),
    ("secretary-general", "sco", "RUSIGO"),
    (None, None, "RUS"),
])  # fmt: skip
def test_an_actor_has_country_and_sector(tmp_path, qualifier, object_, code):
    """The sector of a person is that of the office; without one there is only the country."""
    told = article()
    office = [relation(told, qualifier=qualifier, object=object_)] if object_ else []
    (row,) = _table(_content(extraction(told, event(told), *office)), tmp_path).to_dict("records")
    assert row["Actor2Code"] == code
    assert row["Actor1Code"] == "IRN"


@pytest.mark.parametrize("day, code", [("2010-06-01", "RUSLEG"), ("2015", "RUSGOV"), ("2012", "RUS"), (None, "RUSGOV")])
def test_the_sector_is_that_of_the_office_on_the_day(tmp_path, day, code):
    """Of dated offices those count that were held when the event happened, or else when its article appeared."""
    told = article()
    offices = (("parliament speaker", "2008-01-01", "2012-05-07"), ("president", "2012-05-07", None))
    graph = replace(
        merge([extraction(told, event(told, date=day))]),
        known=tuple(
            GraphRelation(
                f"k{start}",
                "vladimir-putin",
                "represents",
                "russia",
                office,
                "actual",
                start,
                end,
                (),
                "t",
                end is None,
            )
            for office, start, end in offices
        ),
    )
    (row,) = _table(Content(list(triples(graph)), BASE, "graph"), tmp_path).to_dict("records")
    assert row["Actor2Code"] == code


def test_offices_that_differ_leave_the_sector_open(tmp_path):
    """Who was both minister and member of parliament has a country and no sector."""
    told = article()
    offices = [relation(told), relation(told, qualifier="member of parliament")]
    (row,) = _table(_content(extraction(told, event(told), *offices)), tmp_path).to_dict("records")
    assert row["Actor2Code"] == "RUS"


@pytest.mark.parametrize("places, point", [
    (("moscow",), (55.75, 37.62)),
    (("iran", "moscow"), (55.75, 37.62)),
    (("iran",), (32.0, 53.0)),
    (("iran", "russia"), None),
])  # fmt: skip
def test_the_point_of_an_event_is_that_of_its_one_finest_place(tmp_path, places, point):
    """A city goes before its country; between two of a kind there is no point, but both stand in the lists."""
    told = article()
    (row,) = _table(_content(extraction(told, event(told, places=places))), tmp_path).to_dict("records")
    assert row["place_precisions"].split(" | ") == [
        "city" if place == "moscow" else "country" for place in sorted(places)
    ]
    if point:
        assert (row["ActionGeo_Lat"], row["ActionGeo_Long"]) == point
    else:
        assert pd.isna(row["ActionGeo_Lat"])


def test_what_did_not_happen_has_no_code(content, tmp_path):
    """A negated accusation keeps our type and quad class and has no CAMEO code, quad class or score."""
    events = _table(content, tmp_path)
    row = events[events["status"] == "negated"].iloc[0]
    assert (row["type"], row["quad"]) == ("ACCUSE", 3)
    assert row[["EventCode", "QuadClass", "GoldsteinScale"]].isna().all()


def test_every_column_is_in_the_guide():
    """docs/exports.md lists the columns with their kind and meaning, in their order."""
    guide = (ONTOLOGY.parent / "docs" / "exports.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (text|integer|number) \| (.+) \|$", guide, re.MULTILINE)
    assert rows == [(column.name, column.kind, column.meaning) for column in COLUMNS]


def test_the_example_of_the_guide_runs(content, tmp_path, monkeypatch):
    """The pandas example of docs/exports.md runs on a built table."""
    guide = (ONTOLOGY.parent / "docs" / "exports.md").read_text("utf-8")
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "events.csv").write_bytes(_written(content, "csv"))
    monkeypatch.chdir(tmp_path)
    (example,) = re.findall(r"```python\n(.*?)```", guide, re.DOTALL)
    exec(compile(example, "docs/exports.md", "exec"), {})  # noqa: S102 - our own guide


# ---- the command


def test_the_command_writes_files_and_standard_output(tmp_path):
    """By suffix into a file, by --format to standard output; the Turtle is the very graph.ttl."""
    write_turtle(merge(two_outlets()), tmp_path / "graph.ttl")
    written = CliRunner().invoke(main, ["export", str(tmp_path), "-o", str(tmp_path / "again.ttl")])
    assert (written.exit_code, written.output) == (0, "")
    assert (tmp_path / "again.ttl").read_bytes() == (tmp_path / "graph.ttl").read_bytes()
    shown = CliRunner().invoke(main, ["export", str(tmp_path / "graph.ttl"), "--format", "nt"])
    assert shown.exit_code == 0
    assert len(shown.stdout.splitlines()) == len(set(all_triples(open_target(tmp_path))))


@pytest.mark.parametrize("arguments", [
    ("-o", "graph.docx"),
    (),
    ("--format", "parquet"),
    ("--format", "docx"),
])  # fmt: skip
def test_what_cannot_be_written_is_a_usage_error(tmp_path, arguments):
    """An unknown suffix, no format at all, or a binary format on a terminal end with 2 and advice."""
    write_turtle(merge(two_outlets()), tmp_path / "graph.ttl")
    result = CliRunner().invoke(main, ["export", str(tmp_path), *arguments])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr


def test_a_foreign_graph_has_rdf_formats_only(tmp_path):
    """RDF of others can be rewritten as RDF; what needs our events is refused with the reason."""
    (tmp_path / "x.ttl").write_text("<http://x/claim> a <https://w3id.org/relgraph/ontology#Claim> .", encoding="utf-8")
    foreign = Content(all_triples(open_target(tmp_path / "x.ttl")), BASE, "x.ttl")
    assert _written(foreign, "nt").count(b"\n") == 1
    with pytest.raises(InputError, match=r"x\.ttl: no graph that relgraph wrote"):
        _written(foreign, "csv")


def test_the_suffix_names_the_format(tmp_path):
    """Each format is found by its suffix."""
    assert [format_of(tmp_path / f"x{form.suffix}") for form in FORMATS.values()] == list(FORMATS)
    with pytest.raises(UsageError, match="--format"):
        format_of(None)
