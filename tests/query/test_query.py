import csv
import io
import json
import subprocess
import sys

import pytest
from graph_samples import article, event, extraction, relation, two_outlets
from pyoxigraph import NamedNode, Quad, QueryResultsFormat, RdfFormat, Store, parse, parse_query_results, serialize

from relgraph.errors import InputError, UsageError
from relgraph.export.jsonld import write_jsonld
from relgraph.export.turtle import write_turtle
from relgraph.graph.merge import merge
from relgraph.query.hints import unknown_names
from relgraph.query.named import named_queries
from relgraph.query.run import query_text, run_query

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
    for parameter in query.parameters:
        assert parameter.meaning
        assert parameter.kind in ("entity", "date")
        _rows(graph, name, **{parameter.name: 'no "such" \\1 thing\n'})


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
    "SELECT ?x { ?x a foaf:Person }",
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


@pytest.mark.parametrize("query, said", [
    ("SELECT ?x { ?x a foaf:Person }", "a prefix is not bound"),
    ("SELECT ?x\nWHERE {\n  ?x a rg:Consult ?y }", "unexpected ?y\n  line 3:   ?x a rg:Consult ?y }\n                            ^"),
    ("SELECT x WHERE { ?x ?p ?y }", "unexpected x\n  line 1: SELECT x WHERE { ?x ?p ?y }\n                 ^"),
    ("SELECT ?x WHERE { ?x a rg:Consult", "it ends too early"),
    ("SELECT ?x (COUNT(?y) AS ?n) { ?x ?p ?y }", "grouped"),
    ("SELECT * { rgr:article/a1 ?p ?o }", r"written \/"),
    ("FIND ?x { ?x ?p ?y }", "it needs one of SELECT"),
    (" ", "it is empty"),
    ("who-meets-whom", "is who-met-whom meant?"),
])  # fmt: skip
def test_a_query_that_is_wrong_is_explained(graph, query, said):
    """The message says what is wrong, and shows the line with a mark under the place."""
    with pytest.raises(UsageError) as error:
        _told(graph, query)
    assert said in str(error.value)


@pytest.mark.parametrize("query, said", [
    ("SELECT ?x { ?x rg:actors ?y }", ["no graph has rg:actors; is rg:actor meant?"]),
    ("ASK { ?x skos:preflabel 'rg:nothing' . ?x rg:Meet ?z } # rg:less", [
        "no graph has skos:preflabel; is skos:prefLabel meant?",
        "no graph has rg:Meet; is rg:meet meant?",
    ]),
    ("ASK { ?x rg:date ?d ; rg:zzz ?z }", [
        "no graph has rg:date; is rg:earliest meant?",
        "no graph has rg:zzz; see docs/vocabulary.md",
    ]),
    ("PREFIX rg: <http://example.org/> ASK { ?x rg:own rgr:anything, wd:Q1 ; xsd:x rdf:type }", []),
    ("ASK { ?x a rg:Consult ; rg:mode rg:meet ; rg:consulted ?y ; oa:exact ?z ; rg:status rg:calledFor }", []),
])  # fmt: skip
def test_names_that_no_graph_has_are_told(graph, query, said):
    """A name outside the vocabulary is noted with the nearest one; names of one's own and of resources are not."""
    notes = []
    run_query(graph, query, "csv", out=io.StringIO(), note=notes.append)
    assert notes == said


@pytest.mark.parametrize("query", _NAMES)
def test_shipped_queries_use_the_vocabulary(query):
    """No shipped query asks for a class or property that no graph has."""
    assert unknown_names(query_text(query)) == []


def test_an_entity_that_is_not_there_is_told(graph):
    """An empty answer about something the graph doesn't know says so, with names that are near; a mere no doesn't."""
    notes = []
    run_query(graph, "members", "csv", parameters={"name": "Rusia"}, out=io.StringIO(), note=notes.append)
    assert notes == ["nothing in this graph is called 'Rusia' (name); is Russia meant?"]
    notes.clear()
    run_query(graph, "members", "csv", parameters={"name": "russia"}, out=io.StringIO(), note=notes.append)
    assert notes == []


@pytest.mark.parametrize("query, said", [
    ('ASK { ?e rg:status "actual" }', "rg:status takes a name, not text: rg:status rg:actual"),
    ('SELECT ?x { ?x skos:prefLabel "روسیه" }', 'skos:prefLabel has a language, so that "روسیه" is never equal to it'),
    ('SELECT ?e { ?e rg:earliest ?d FILTER(?d >= "2020-01-01") }', '"2020-01-01" is text, not a date'),
])  # fmt: skip
def test_an_empty_answer_has_a_reason(graph, query, said):
    """What can never be true is noted when nothing is found."""
    notes = []
    run_query(graph, query, "csv", out=io.StringIO(), note=notes.append)
    assert any(said in note for note in notes)


@pytest.mark.parametrize("query", [
    'SELECT ?x { ?x skos:prefLabel "روسیه"@fa }',
    'SELECT ?e { ?e rg:earliest ?d FILTER(?d >= "2020-01-01"^^xsd:date) }',
    'SELECT ?e { ?e rg:earliest ?d FILTER(STR(?d) >= "2099-01-01") }',
    'ASK { ?e rg:status rg:nothing, "actual" } ',
])  # fmt: skip
def test_a_sound_query_has_no_notes_on_its_values(graph, query):
    """Texts with their language, typed dates and texts compared with texts are left alone."""
    notes = []
    run_query(graph, query, "csv", out=io.StringIO(), note=notes.append)
    assert [note for note in notes if "no graph has" not in note] == []


def test_a_query_is_given_up_in_time(graph):
    """What takes too long ends with a message that says what makes queries slow."""
    costly = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?c < ?f && ?i < ?l) }"
    with pytest.raises(UsageError, match="no answer within"):
        run_query(graph, costly, timeout=0.2, out=io.StringIO())


@pytest.mark.parametrize("kind", ["folder", "store"])
def test_the_command_ends_when_a_query_is_given_up(graph, tmp_path, kind):
    """The process ends with the usage code, whether the graph is in memory or in a store on disk."""
    target = graph
    if kind == "store":
        target = tmp_path / "store"
        store = Store(str(target))
        store.bulk_extend(parse(path=str(graph / "graph.ttl")))
        store.flush()
        del store
    costly = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?c < ?f && ?i < ?l) }"
    command = [sys.executable, "-c", "from relgraph.cli import main; main()", "query", str(target), costly]
    done = subprocess.run([*command, "--timeout", "0.2"], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no answer within 0.2 seconds" in done.stderr


def test_several_files_are_asked_as_one_graph(graph, tmp_path):
    """Two files hold together what each holds alone."""
    other = tmp_path / "more.ttl"
    other.write_text("<http://example.org/x> a <http://example.org/Y> .", encoding="utf-8")
    for target, code in ((graph, 1), (other, 0), ([graph, other], 0)):
        assert run_query(target, "ASK { ?x a <http://example.org/Y> }", out=io.StringIO()) == code
    assert run_query([graph, other], "ASK { ?x a rg:Consult }", out=io.StringIO()) == 0


def test_a_store_on_disk_is_asked_where_it_lies(graph, tmp_path):
    """A folder that Oxigraph keeps its data in answers like the files, named graphs included, and isn't written to."""
    store = Store(str(tmp_path / "store"))
    store.bulk_extend(
        Quad(*quad.triple, NamedNode("http://example.org/g")) for quad in parse(path=str(graph / "graph.ttl"))
    )
    store.flush()
    del store
    assert _rows(tmp_path / "store", "who-met-whom") == _rows(graph, "who-met-whom")
    assert run_query(tmp_path / "store", "ASK { GRAPH <http://example.org/g> { ?s ?p ?o } }", out=io.StringIO()) == 0


def test_a_folder_that_is_no_store_is_refused(tmp_path):
    """What only looks like a store is an input error."""
    (tmp_path / "CURRENT").write_text("nonsense", encoding="utf-8")
    with pytest.raises(InputError, match="no store"):
        _told(tmp_path, "ASK {}")


def test_the_prefix_of_resources_is_the_base_of_the_graph(tmp_path):
    """In a graph with another base, rgr: stands for that base, in the query and in the answer."""
    write_turtle(merge(two_outlets()), tmp_path / "graph.ttl", "https://example.org/kg/")
    out = io.StringIO()
    assert run_query(tmp_path, "SELECT ?p { rgr:iran a ?t ; rg:iso2 'IR' . ?p rg:state rgr:iran }", out=out) == 0
    assert "rgr:ebrahim-raisi" in out.getvalue()


def test_ask_answers_with_its_exit_code(graph):
    """Yes is 0 and no is 1, in words for people and as JSON for programs."""
    assert _told(graph, "ASK { ?e a rg:Consult }", "table") == (0, "yes\n")
    assert _told(graph, "ASK { ?e a rg:Aid }", "table") == (1, "no\n")
    code, text = _told(graph, "ASK { ?e a rg:Aid }", "json")
    assert (code, json.loads(text)["boolean"]) == (1, False)


def test_formats_tell_the_same(graph):
    """CSV, TSV, JSON, XML and the table hold the same rows."""
    query = "SELECT ?l { ?e a schema:Country ; rdfs:label ?l } ORDER BY ?l"
    assert _told(graph, query, "csv")[1].split() == ["l", "ایران", "روسیه"]
    assert _told(graph, query, "tsv")[1].split() == ["?l", '"ایران"@fa', '"روسیه"@fa']
    rows = json.loads(_told(graph, query, "json")[1])["results"]["bindings"]
    assert [row["l"]["value"] for row in rows] == ["ایران", "روسیه"]
    xml = parse_query_results(_told(graph, query, "xml")[1], QueryResultsFormat.XML)
    assert [row["l"].value for row in xml] == ["ایران", "روسیه"]
    assert "ایران" in _told(graph, query, "table")[1]


def test_the_table_takes_markup_for_text(graph):
    """Square brackets in an article's words are shown, not obeyed."""
    assert "[bold]x[/bold]" in _told(graph, 'SELECT ?x { BIND("[bold]x[/bold]" AS ?x) }', "table")[1]


def test_construct_gives_turtle(graph):
    """The triples of a CONSTRUCT come as Turtle that parses, the same each time."""
    query = "CONSTRUCT { ?a rg:consulted ?b } WHERE { ?a rg:consulted ?b }"
    _, text = _told(graph, query, "ttl")
    assert len(list(parse(text, format=RdfFormat.TURTLE))) == 4
    assert _told(graph, query, "table")[1] == text


@pytest.mark.parametrize("query, fmt", [
    ("SELECT * { ?s ?p ?o }", "ttl"),
    ("CONSTRUCT WHERE { ?s ?p ?o }", "csv"),
    ("DESCRIBE rgr:iran", "json"),
])  # fmt: skip
def test_a_format_that_does_not_fit_is_refused(graph, query, fmt):
    """Rows are no triples and triples no rows: a usage error says which formats there are."""
    with pytest.raises(UsageError, match="gives"):
        _told(graph, query, fmt)


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
    with pytest.raises(UsageError, match="it has name, on"):
        _rows(graph, "members", nam="x")


def test_other_files_can_be_asked_too(graph, tmp_path):
    """N-Triples, N-Quads, RDF/XML and JSON-LD files are asked like a folder, named graphs included."""
    quads = list(parse(path=str(graph / "graph.ttl")))
    (tmp_path / "g.nt").write_bytes(serialize([quad.triple for quad in quads], format=RdfFormat.N_TRIPLES))
    (tmp_path / "g.nq").write_text(
        "".join(f"{quad.triple} <http://example.org/g> .\n" for quad in quads), encoding="utf-8"
    )
    (tmp_path / "g.rdf").write_bytes(serialize([quad.triple for quad in quads], format=RdfFormat.RDF_XML))
    write_jsonld([quad.triple for quad in quads], tmp_path / "g.jsonld")
    for name in ("g.nt", "g.nq", "g.rdf", "g.jsonld"):
        assert _rows(tmp_path / name, "who-met-whom") == _rows(graph, "who-met-whom")
