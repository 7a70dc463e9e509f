import csv
import io
import json
import sys

import pytest
from graph_samples import article, event, extraction, relation, two_outlets
from pyoxigraph import RdfFormat, parse, serialize

from relgraph.errors import InputError, UsageError
from relgraph.export.turtle import write_turtle
from relgraph.graph.merge import merge
from relgraph.query.named import named_queries
from relgraph.query.run import query_text, run_query
from relgraph.query.validate import validate

_NAMES = [query.name for query in named_queries()]


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    folder = tmp_path_factory.mktemp("out")
    told = article("a3", source="مهر")
    more = extraction(
        told,
        event(told, mode="visit", status="planned", date="2022-03", speaker="vladimir-putin"),
        event(
            told, kind="ASSAULT", mode="aerial", actors=("russia",), recipients=(), date="2022-02-24", speaker="iran"
        ),
        relation(told, subject="ebrahim-raisi", object="iran", start="2021-08-03"),
    )
    write_turtle(merge([*two_outlets(), more]), folder / "graph.ttl")
    return folder


def _rows(graph, query, **parameters):
    out = io.StringIO()
    assert run_query(graph, query, "csv", parameters=parameters, out=out) == 0
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


def _told(graph, query, fmt="csv"):
    out = io.StringIO()
    code = run_query(graph, query, fmt, out=out)
    return code, out.getvalue()


@pytest.mark.parametrize("name", _NAMES)
def test_shipped_queries_explain_themselves_and_run(graph, name):
    """Each shipped query has a title and says what it answers, runs as it stands, and has the parameters that it names."""
    (query,) = [each for each in named_queries() if each.name == name]
    assert query.title
    assert query.answers.endswith(".")
    _rows(graph, name)
    for parameter, meaning in query.parameters:
        assert meaning
        _rows(graph, name, **{parameter: 'no "such" \\1 thing\n'})


def test_who_met_whom_lists_each_meeting_once_an_article(graph):
    """The meeting appears once for each article that tells it, with its place; the planned visit doesn't."""
    rows = _rows(graph, "who-met-whom")
    assert [(row["date"], row["one"], row["other"], row["place"]) for row in rows] == [
        ("2022-01-19", "ابراهیم رئیسی", "ولادیمیر پوتین", "مسکو")
    ] * 2


@pytest.mark.parametrize("name", ["روسیه", "Russia", "russia"])
def test_said_about_finds_an_entity_by_any_of_its_names(graph, name):
    """A Persian label, an English label and an id lead to the same quoted words."""
    (row,) = _rows(graph, "said-about", name=name)
    assert row["speaker"] == "ایران"
    assert row["quote"] == "رئیسی در مسکو با پوتین دیدار کرد"


def test_conflict_events_lists_acts_of_force(graph):
    """Material conflict is listed with its speaker, also without a recipient."""
    (row,) = _rows(graph, "conflict-events")
    assert (row["date"], row["actor"], row["recipient"], row["speaker"]) == ("2022-02-24", "روسیه", "", "ایران")


def test_offices_of_a_person_shows_office_and_country(graph):
    """An office is listed with what it is an office of, and since when."""
    (row,) = _rows(graph, "offices-of-a-person", name="Ebrahim Raisi")
    assert (row["office"], row["of"], row["start"]) == ("president", "ایران", "2021-08-03")


def test_members_shows_who_belongs_as_what(graph):
    """A membership is listed with its kind."""
    (row,) = _rows(graph, "members", name="sco")
    assert (row["member"], row["as"]) == ("ایران", "full")


def test_planned_events_shows_what_is_announced(graph):
    """A planned visit is listed with its date and who announced it."""
    (row,) = _rows(graph, "planned-events")
    assert (row["date"], row["actor"], row["speaker"]) == ("2022-03-01", "ابراهیم رئیسی", "ولادیمیر پوتین")


@pytest.mark.parametrize("query", [
    "INSERT DATA { <http://a> <http://b> <http://c> }",
    "DROP ALL",
    "prefix x: <http://x/> delete where { ?s ?p ?o }",
    "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { #\nSERVICE ?where { ?s ?p ?o } }",
    "SELECT nonsense",
    "no-such-query",
    "",
])  # fmt: skip
def test_what_writes_reaches_out_or_makes_no_sense_is_refused(graph, query):
    """Updates, SERVICE and broken queries are usage errors, and nothing runs."""
    with pytest.raises(UsageError):
        _told(graph, query)


@pytest.mark.parametrize("query", [
    'ASK { ?e rg:sector "SERVICE" }',
    "ASK { ?service rg:service <http://x/SERVICE> } # INSERT",
    "ASK { ?e rdfs:label '''it's a SERVICE' \"LOAD\"'''@en }",
    'ASK { ?e rdfs:label """a "quoted" DELETE""" }',
])  # fmt: skip
def test_words_inside_strings_names_and_comments_are_no_keywords(graph, query):
    """A query that only mentions a refused keyword runs."""
    assert _told(graph, query) == (1, "false\n")


def test_ask_answers_with_its_exit_code(graph):
    """Yes is 0 and no is 1, in words for people and as JSON for programs."""
    assert _told(graph, "ASK { ?e a rg:Consult }", "table") == (0, "yes\n")
    assert _told(graph, "ASK { ?e a rg:Aid }", "table") == (1, "no\n")
    code, text = _told(graph, "ASK { ?e a rg:Aid }", "json")
    assert (code, json.loads(text)["boolean"]) == (1, False)


def test_formats_tell_the_same(graph):
    """CSV, TSV, JSON and the table hold the same rows."""
    query = "SELECT ?l { ?e a schema:Country ; rdfs:label ?l } ORDER BY ?l"
    assert _told(graph, query, "csv")[1].split() == ["l", "ایران", "روسیه"]
    assert _told(graph, query, "tsv")[1].split() == ["?l", '"ایران"@fa', '"روسیه"@fa']
    rows = json.loads(_told(graph, query, "json")[1])["results"]["bindings"]
    assert [row["l"]["value"] for row in rows] == ["ایران", "روسیه"]
    assert "ایران" in _told(graph, query, "table")[1]


def test_the_table_takes_markup_for_text(graph):
    """Square brackets in an article's words are shown, not obeyed."""
    assert "[bold]x[/bold]" in _told(graph, 'SELECT ?x { BIND("[bold]x[/bold]" AS ?x) }', "table")[1]


def test_construct_gives_turtle(graph):
    """The triples of a CONSTRUCT come as Turtle that parses, the same each time."""
    query = "CONSTRUCT { ?a rg:consulted ?b } WHERE { ?a rg:consulted ?b }"
    _, text = _told(graph, query)
    assert len(list(parse(text, format=RdfFormat.TURTLE))) == 4
    assert _told(graph, query)[1] == text


def test_queries_come_from_files_and_standard_input(graph, tmp_path, monkeypatch):
    """A .rq file and standard input are read; a missing file is an input error."""
    file = tmp_path / "q.rq"
    file.write_text("ASK { ?s ?p ?o }", encoding="utf-8")
    assert _told(graph, str(file))[0] == 0
    monkeypatch.setattr(sys, "stdin", io.StringIO("ASK { ?s rg:nothing ?o }"))
    assert _told(graph, "-")[0] == 1
    with pytest.raises(InputError, match="missing"):
        query_text(str(tmp_path / "missing.rq"))


def test_unknown_parameters_are_refused(graph):
    """A parameter that the query doesn't have is a usage error that says how one is written."""
    with pytest.raises(UsageError, match="VALUES"):
        _rows(graph, "who-met-whom", name="x")


def test_triples_and_quads_can_be_asked_too(graph, tmp_path):
    """N-Triples and N-Quads files are asked like a folder, named graphs included."""
    quads = list(parse(path=str(graph / "graph.ttl")))
    (tmp_path / "g.nt").write_bytes(serialize([quad.triple for quad in quads], format=RdfFormat.N_TRIPLES))
    (tmp_path / "g.nq").write_text(
        "".join(f"{quad.triple} <http://example.org/g> .\n" for quad in quads), encoding="utf-8"
    )
    for name in ("g.nt", "g.nq"):
        assert _rows(tmp_path / name, "who-met-whom") == _rows(graph, "who-met-whom")


@pytest.mark.parametrize("old, new, path", [
    ("rg:status rg:actual", "rg:status rg:perhaps", "rg:status"),
    ("oa:start 12", "oa:start 4000", "oa:start"),
    ("rg:confidence 0.9", "rg:confidence 1.9", "rg:confidence"),
    ("rg:Claim", "rg:Rumour", None),
    ("sem:Event , rg:Assault", "sem:Event , rg:Assault , rg:Aid", "type"),
    ("schema:Country", "schema:Country , schema:Person", "type"),
    ("rg:precision rg:day", "rg:precision rg:day ; rg:mood rg:day", "mood"),
    ("earliest", "latest", "rg:latest"),
])  # fmt: skip
def test_findings_name_what_is_wrong(graph, tmp_path, old, new, path):
    """A graph that breaks a shape has findings that name the property; the written one has none."""
    assert validate(graph) == []
    text = (graph / "graph.ttl").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "graph.ttl").write_text(text.replace(old, new), encoding="utf-8")
    findings = validate(tmp_path)
    assert findings
    if path is not None:
        local = path.rpartition(":")[2]
        assert any(finding.path and finding.path.endswith(local) for finding in findings)
