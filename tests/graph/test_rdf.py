import re
from dataclasses import replace

import pytest
import rdflib
from graph_samples import background, two_outlets
from graph_strategies import corpora
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Store, parse, serialize

from relgraph.errors import InputError
from relgraph.export.turtle import write_turtle
from relgraph.graph import literals
from relgraph.graph.ids import quote_id, unquote_id
from relgraph.graph.load import load, read_graph
from relgraph.graph.merge import merge
from relgraph.graph.model import Graph
from relgraph.graph.periods import date_of, period
from relgraph.graph.rdf import quads, triples
from relgraph.graph.reader import graph_of
from relgraph.model import Quote


def _facts(statements):
    return [(statement.subject, statement.predicate, statement.object) for statement in statements]


def _cleaned(graph: Graph) -> Graph:
    """The graph as exports show it: U+FFFD for what XML forbids, in texts but not in ids."""

    def of(value, field=""):
        if isinstance(value, str):
            keep = field in {"id", "article", "statement", "state", "speaker", "subject", "object", "actors",
                             "recipients", "actor_states", "recipient_states", "places", "topics", "via", "mode",
                             "outlet", "copy_of", "denies", "agrees", "contradicts"}  # fmt: skip
            return value if keep else literals.clean(value)
        if isinstance(value, tuple):
            return tuple(of(each, field) for each in value)
        if hasattr(value, "__dataclass_fields__"):
            return type(value)(**{name: of(getattr(value, name), name) for name in value.__dataclass_fields__})
        return value

    return of(graph)


def _resorted(graph: Graph) -> Graph:
    """Cleaning may make two wordings one, or change their order."""
    nodes = tuple(
        type(node)(**{**{name: getattr(node, name) for name in type(node).__dataclass_fields__},
                      "surfaces": tuple(sorted(set(node.surfaces)))})
        for node in graph.nodes
    )  # fmt: skip
    return replace(graph, nodes=nodes)


@settings(max_examples=60, deadline=None)
@given(corpora())
def test_a_graph_survives_triples_files_and_stores(extractions):
    """Reading back gives the same values, through Turtle, through N-Triples, and through a store that rewrites literals."""
    graph = merge(extractions, background())
    expected = _resorted(_cleaned(graph))
    statements = list(triples(graph))
    assert graph_of(_facts(statements)) == expected
    for form in (RdfFormat.TURTLE, RdfFormat.N_TRIPLES):
        assert graph_of(_facts(parse(serialize(statements, format=form), format=form))) == expected
    store = Store()
    store.load(serialize(statements, format=RdfFormat.N_TRIPLES), format=RdfFormat.N_TRIPLES)
    assert read_graph(store) == expected


@settings(max_examples=30, deadline=None)
@given(corpora())
def test_named_graphs_hold_the_same_and_survive(extractions):
    """With a graph for each article the triples are the same, in N-Quads and in TriG, and read back the same."""
    graph = merge(extractions, background())
    statements = list(quads(graph))
    assert {quad.triple for quad in statements} == set(triples(graph))
    for form in (RdfFormat.N_QUADS, RdfFormat.TRIG):
        read = list(parse(serialize(statements, format=form), format=form))
        assert set(read) == set(statements)
        assert graph_of(_facts(read)) == graph_of(_facts(statements))


@pytest.mark.parametrize("form", [RdfFormat.N_QUADS, RdfFormat.TRIG, RdfFormat.N_TRIPLES])
def test_any_rdf_file_of_ours_opens(tmp_path, form):
    """A graph exported with or without named graphs is the same graph for Python and rdflib."""
    graph = merge(two_outlets())
    file = tmp_path / f"graph.{form.file_extension}"
    serialize(list(quads(graph) if form.supports_datasets else triples(graph)), str(file), format=form)
    assert load(file).graph == graph
    assert len(load(file).to_rdflib()) == len(set(triples(graph)))


def test_an_article_s_graph_is_what_it_says():
    """Dropping the named graph of an article leaves no claim, evidence or event that it alone told."""
    one, two = two_outlets()
    left = {quad.triple for quad in quads(merge([one, two])) if "/article/a2" not in str(quad.graph_name)}
    alone = set(triples(merge([one])))
    kinds = ("/claim/", "/evidence/", "/event/", "/article/", "/relation/")
    mine = {each for each in left if any(kind in each.subject.value for kind in kinds)}
    assert mine == {each for each in alone if any(kind in each.subject.value for kind in kinds)}


@settings(max_examples=40, deadline=None)
@given(corpora())
def test_every_term_is_legal_and_nothing_is_blank(extractions):
    """No blank nodes, no character that XML forbids, and no white space or control character in an IRI."""
    for subject, _, value in _facts(triples(merge(extractions))):
        assert isinstance(subject, NamedNode)
        assert not isinstance(value, BlankNode)
        if isinstance(value, Literal):
            assert literals.clean(value.value) == value.value
        else:
            assert not re.search(r"[\x00-\x20<>\"{}|^`\\]", value.value)


def test_control_characters_keep_their_place():
    """A character that XML forbids becomes one U+FFFD, so that offsets still point at the right words."""
    assert literals.clean("الف\x00ب\x1fج") == "الف\ufffdب\ufffdج"
    assert literals.clean("a\tb\nc\r") == "a\tb\nc\r"


@given(st.text())
def test_ids_survive_their_iri(identifier):
    """Any id can be read back from its IRI, in which nothing ends its path segment."""
    segment = quote_id(identifier)
    assert unquote_id(segment) == identifier
    assert not set(segment) & set("/#? :")
    assert segment not in {".", ".."}


def test_names_stay_readable():
    """Letters of every script stand in an IRI as they are."""
    assert quote_id("علی-رضایی") == "علی-رضایی"
    assert quote_id("a b/c") == "a%20b%2Fc"


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e6, max_value=1e6))
def test_decimals_read_back_as_the_same_number(value):
    """A float is written as the decimal that reads back as itself, without exponent or idle zeros."""
    text = literals.decimal(value).value
    assert float(text) == value
    assert re.fullmatch(r"-?\d+(\.\d*[1-9])?", text)


@given(st.dates(), st.sampled_from([4, 7, 10]))
def test_a_date_is_the_interval_of_its_precision(day, length):
    """A year, month or day contains the day it was cut from, and can be told from its interval."""
    value = day.isoformat()[:length]
    when = period(value)
    assert when.earliest <= day.isoformat() <= when.latest
    assert date_of(when.earliest, when.precision) == value


@pytest.mark.parametrize("value", ["", "2022-13", "2022-02-30", "22", "2022-1-1", "۲۰۲۲", "2022/01/01", "0000"])
def test_no_other_date_is_taken(value):
    """What isn't an ISO date of a known precision is an error, never a guess."""
    with pytest.raises(ValueError):
        period(value)


def test_another_base_is_found_again(tmp_path):
    """A graph written under another base reads back the same."""
    graph = merge(two_outlets())
    for base in ("https://example.org/news/", "https://w3id.org/relgraph/", "https://schema.org/"):
        write_turtle(graph, tmp_path / "graph.ttl", base)
        assert load(tmp_path).graph == graph


def test_evidence_carries_the_words_at_their_place():
    """Offsets, quote and sentence come back as they were in the article."""
    given_ = two_outlets()
    texts = {each.article.id: each.article.full for each in given_}
    graph = graph_of(_facts(triples(merge(given_))))
    for told in (*graph.events, *graph.relations):
        for claim in told.claims:
            for quote in (claim.evidence, claim.sentence):
                assert quote == Quote(quote.start, quote.end, texts[claim.article][quote.start : quote.end])


def _plain(triple):
    """A string is the same with its datatype said or unsaid; Oxigraph says it."""
    *front, value = triple
    if isinstance(value, rdflib.Literal) and value.datatype == rdflib.XSD.string:
        value = rdflib.Literal(str(value))
    return (*front, value)


@pytest.mark.parametrize("oxigraph", [None, False, True])
def test_rdflib_sees_what_oxigraph_sees(tmp_path, oxigraph):
    """The graph for rdflib has the triples that its own parser reads, in memory or over a store, and answers the same."""
    write_turtle(merge(two_outlets()), tmp_path / "graph.ttl")
    parsed = rdflib.Graph().parse(tmp_path / "graph.ttl")
    graph = load(tmp_path).to_rdflib(oxigraph=oxigraph)
    assert {_plain(triple) for triple in graph} == {_plain(triple) for triple in parsed}
    assert len(graph) == len(parsed)
    assert dict(graph.namespaces())["rg"] == rdflib.URIRef("https://w3id.org/relgraph/ontology#")
    asked = "SELECT ?who WHERE { ?e a rg:Consult ; rg:participant ?who } ORDER BY ?who"
    assert [row.who for row in graph.query(asked)] == [row.who for row in parsed.query(asked)]


@pytest.mark.parametrize("content", ["<a> <b>", "<http://a> <http://b> <http://c> ; .x"])
def test_broken_files_are_refused_by_name(tmp_path, content):
    """A file that isn't RDF, or isn't there, is an input error that names it."""
    (tmp_path / "graph.ttl").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"graph\.ttl"):
        read_graph(tmp_path)
    with pytest.raises(InputError, match="no such file"):
        load(tmp_path / "other.ttl")
    with pytest.raises(InputError, match="not a graph"):
        load(tmp_path / "events.csv")
