"""Code, ontology, shapes and documentation say the same."""

import re
import tomllib
from pathlib import Path

import pytest
from graph_samples import two_outlets
from pyoxigraph import NamedNode, parse

from relgraph.graph import terms
from relgraph.graph.edges import EDGE_NAME
from relgraph.graph.merge import merge
from relgraph.graph.rdf import triples
from relgraph.model import QUAD_CLASS, SYMMETRIC
from relgraph.resources import LANG, ONTOLOGY

_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_SH = "http://www.w3.org/ns/shacl#"
_OWL = "http://www.w3.org/2002/07/owl#"
_EDGE = {kind: terms.rg(name) for kind, name in EDGE_NAME.items()}
_DOCS = Path(__file__).parents[2] / "docs" / "vocabulary.md"


@pytest.fixture(scope="module")
def ontology():
    return _statements("relgraph.ttl")


@pytest.fixture(scope="module")
def scheme():
    return _statements("events.ttl")


def _statements(name):
    return [(s.subject, s.predicate, s.object) for s in parse(path=str(ONTOLOGY / name))]


def _our_terms():
    """Every term that the code can export."""
    found = {value for value in vars(terms).values() if isinstance(value, NamedNode)}
    for table in (terms.ENTITY_CLASS, terms.EVENT_CLASS, _EDGE, terms.STATUS, terms.STANCE, terms.PRECISION):
        found.update(table.values())
    found.update(terms.PREDICATE.values())
    xsd = terms.prefixes()["xsd"]
    return {term for term in found if term != terms.TYPE and not term.value.startswith(xsd)}


def test_every_exported_term_is_described(ontology):
    """The ontology has a comment in English and Persian for each class, individual and property that the code can write."""
    for term in sorted(_our_terms(), key=str):
        languages = {o.language for s, p, o in ontology if s == term and p.value == _RDFS + "comment"}
        assert languages == {"en", "fa"}, term


def test_every_term_of_our_own_has_labels(ontology):
    """Each rg: term that the ontology describes has a label in English and Persian."""
    described = {s for s, p, _ in ontology if p == terms.TYPE and s.value.startswith(terms.RG)}
    for term in sorted(described, key=str):
        languages = sorted(o.language for s, p, o in ontology if s == term and p.value == _RDFS + "label")
        assert languages == ["en", "fa"], term


def test_the_ontology_describes_nothing_that_is_never_written(ontology, scheme):
    """Each rg: term of the ontology is exported, or used by the event scheme, or a superclass of what is."""
    described = {s for s, p, _ in ontology if p == terms.TYPE and s.value.startswith(terms.RG)}
    used = {term for statement in scheme for term in statement if isinstance(term, NamedNode)}
    used |= {o.datatype for _, _, o in scheme if not isinstance(o, NamedNode)}
    above = {o for _, p, o in ontology if p.value in {_RDFS + "subClassOf", _RDFS + "subPropertyOf", _RDFS + "range"}}
    assert described <= _our_terms() | used | above


def test_domains_and_ranges_are_described(ontology):
    """Each property of our own has a domain and a range, and each rg: class named there exists."""
    classes = {s for s, p, o in ontology if p == terms.TYPE and o.value == _OWL + "Class"}
    kinds = {_OWL + "ObjectProperty", _OWL + "DatatypeProperty"}
    properties = {s for s, p, o in ontology if p == terms.TYPE and o.value in kinds and s.value.startswith(terms.RG)}
    shared = {terms.HAS_STATUS}  # of events and relations: no domain
    for term in sorted(properties, key=str):
        domain = [o for s, p, o in ontology if s == term and p.value == _RDFS + "domain"]
        ranges = [o for s, p, o in ontology if s == term and p.value == _RDFS + "range"]
        assert (len(domain), len(ranges)) == (0 if term in shared else 1, 1), term
        assert all(end in classes for end in (*domain, *ranges) if end.value.startswith(terms.RG)), term


def test_shapes_cover_the_export(ontology):
    """Each property that we export is in a shape, but for the direct edges; each property in a shape is described."""
    shapes = _statements("shapes.ttl")
    paths = {o for _, p, o in shapes if p.value == _SH + "path" and isinstance(o, NamedNode)}
    written = {predicate for _, predicate, _ in ((t.subject, t.predicate, t.object) for t in _sample())}
    edges = {*_EDGE.values(), *terms.PREDICATE.values()}
    assert written - edges - {terms.TYPE} <= paths
    assert paths - {terms.TYPE} <= {s for s, _, _ in ontology}


def _sample():
    return list(triples(merge(two_outlets())))


def test_the_sample_uses_only_described_terms(ontology):
    """Every predicate and class of an exported graph is described in the ontology."""
    described = {s for s, _, _ in ontology}
    for statement in _sample():
        assert statement.predicate == terms.TYPE or statement.predicate in described
        assert statement.predicate != terms.TYPE or statement.object in described


def test_the_scheme_has_the_types_of_the_model(scheme):
    """The sixteen types stand in the scheme with quad class, edge and PLOVER notation as in the code."""
    for kind, quad in QUAD_CLASS.items():
        facts = {(p.value, o) for s, p, o in scheme if s == terms.EVENT_CLASS[kind]}
        assert (terms.RG + "edge", _EDGE[kind]) in facts
        (quad_class,) = [o for p, o in facts if p == terms.RG + "quadClass"]
        assert str(quad) in {o.value for s, p, o in scheme if s == quad_class and p.value == _SKOS + "notation"}
        assert kind in {o.value for p, o in facts if p == _SKOS + "notation"}


def test_mutual_types_are_symmetric(ontology):
    """Exactly the edges of mutual types are symmetric properties."""
    symmetric = {s for s, p, o in ontology if p == terms.TYPE and o.value == _OWL + "SymmetricProperty"}
    assert symmetric == {_EDGE[kind] for kind in SYMMETRIC}


def test_every_mode_of_the_frames_is_in_the_scheme(scheme):
    """A frame can't give an event a mode, or a type and mode together, that the scheme doesn't know."""
    broader = {(s, o) for s, p, o in scheme if p.value == _SKOS + "broader"}
    for file in sorted(LANG.glob("*/frames/*.toml")):
        for frame in tomllib.loads(file.read_text(encoding="utf-8")).get("frame", []):
            if frame.get("mode"):
                assert (terms.rg(frame["mode"]), terms.EVENT_CLASS[frame["type"]]) in broader, (file.name, frame["id"])


def test_the_documentation_names_every_direct_edge():
    """docs/vocabulary.md mentions each property and class of our own."""
    text = _DOCS.read_text(encoding="utf-8")
    named = set(re.findall(r"rg:([A-Za-z0-9]+)", text))
    assert set(EDGE_NAME.values()) <= named
    assert {term.value.removeprefix(terms.RG) for term in _our_terms() if term.value.startswith(terms.RG)} <= named
