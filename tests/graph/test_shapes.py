"""The shapes pass every graph that we write, and find what is wrong in one that we didn't."""

from dataclasses import replace

import pytest
from graph_samples import article, background, event, extraction, quote, relation, spell
from pyoxigraph import RdfFormat, Store, serialize

from relgraph.graph.merge import merge
from relgraph.graph.rdf import triples
from relgraph.graph.terms import prefixes
from relgraph.query.validate import validate


def _everything():
    """A denial of an accusation, a copy, offices and a membership that the tables bear out or contradict, all precisions."""
    text = "رئیسی در مسکو با پوتین دیدار کرد. ایران خواستار لغو تحریم‌ها شد. " + " ".join(f"واژه{n}" for n in range(60))
    told, copy = article("a1", text=text), article("a2", text=text, source="ایرنا", published="2022-01-21")
    charge = event(told, kind="ACCUSE", mode=None, actors=("russia",), recipients=("iran",), places=(), date="2022-01")
    denial = event(told, kind="REJECT", mode=None, actors=("iran",), recipients=("russia",), places=(), date=None)
    statements = (
        event(told),
        replace(charge, evidence=quote(told, "ایران خواستار")),
        replace(denial, rule="reject.deny"),
        event(told, date="2022", status="planned"),
        relation(told),
        relation(told, subject="ebrahim-raisi", object="iran", start="2021-08"),
        relation(told, subject="iran", predicate="memberOf", object="sco", qualifier="full"),
    )
    spells = (spell("hassan-rouhani", "2020", "2024"), spell("vladimir-putin", "2012-05-07", None, "open", "russia"))
    return merge([extraction(told, *statements), extraction(copy, event(copy))], background(*spells))


@pytest.fixture(scope="module")
def graph():
    return _everything()


def _findings(store, folder):
    (folder / "g.nt").write_bytes(serialize((quad.triple for quad in store), format=RdfFormat.N_TRIPLES))
    return validate(folder / "g.nt")


def _store(graph):
    store = Store()
    store.load(serialize(triples(graph), format=RdfFormat.N_TRIPLES), format=RdfFormat.N_TRIPLES)
    return store


def test_a_graph_with_all_that_there_is_conforms(graph, tmp_path):
    """Denials, copies, known relations with and without end, text against tables: nothing breaks a shape."""
    claims = [claim for each in graph.events for claim in each.claims]
    assert any(claim.denies for claim in claims)
    assert any(each.copy_of for each in graph.sources)
    assert any(each.agrees for each in graph.relations)
    assert any(each.contradicts for each in graph.relations)
    assert _findings(_store(graph), tmp_path) == []


@pytest.mark.parametrize("change, broken", [
    ("DELETE { ?e rg:status ?x } WHERE { ?e a rg:Event ; rg:status ?x }", "status"),
    ("DELETE { ?e rg:precision ?x } WHERE { ?e rg:precision ?x }", ""),
    ("DELETE { ?c rg:event ?x } WHERE { ?c rg:event ?x }", "relation>)"),
    ("DELETE { ?c rg:rule ?x } WHERE { ?c rg:rule ?x }", "rule"),
    ("INSERT { ?c rg:confidence 1.5 } WHERE { ?c a rg:Claim }", "confidence"),
    ("DELETE { ?v oa:hasSource ?x } WHERE { ?v oa:hasSource ?x }", "hasSource"),
    ("DELETE { ?v oa:end ?x } INSERT { ?v oa:end 0 } WHERE { ?v oa:end ?x }", "start"),
    ("DELETE { ?r dcterms:source ?x } WHERE { ?r dcterms:source ?x }", ""),
    ("INSERT { ?r rg:seeded true ; dcterms:source 'x' } WHERE { ?c rg:relation ?r }", ""),
    ("INSERT { ?e rg:invented 1 } WHERE { ?e a rg:Entity }", "invented"),
    ("INSERT { rgr:iran rg:consulted <http://example.org/nobody> } WHERE {}", "consulted"),
    ("INSERT { rgr:iran rg:sector 'GOV' } WHERE {}", "sector"),
    ("INSERT { ?a rg:copyOf rgr:iran } WHERE { ?a a schema:NewsArticle }", "copyOf"),
    ("INSERT { ?g rg:asOf 'today' } WHERE { ?g a rg:Graph }", "asOf"),
    ("DELETE { ?m org:member ?x } WHERE { ?m org:member ?x }", "member"),
])  # fmt: skip
def test_a_shape_finds_what_is_broken(graph, tmp_path, change, broken):
    """A triple that is missing, doubled, dangling or of the wrong kind is found at its property, or at its resource."""
    store = _store(graph)
    store.update(change, prefixes=prefixes())
    paths = {(finding.path or "").rpartition("#")[2].rpartition("/")[2] for finding in _findings(store, tmp_path)}
    assert broken in paths
