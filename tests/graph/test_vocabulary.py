"""Code, ontology, shapes and documentation say the same."""

import re
import tomllib
from pathlib import Path

import pytest
from graph_samples import background, spell, two_outlets
from pyoxigraph import NamedNode, parse

from relgraph.graph import terms
from relgraph.graph.codes import codes
from relgraph.graph.edges import EDGE_NAME
from relgraph.graph.merge import merge
from relgraph.graph.rdf import triples
from relgraph.model import QUAD_CLASS, SYMMETRIC
from relgraph.resources import LANG, ONTOLOGY

_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_SH = "http://www.w3.org/ns/shacl#"
_OWL = "http://www.w3.org/2002/07/owl#"
_RDF_FIRST = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#first")
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
    shared = {terms.HAS_STATUS, terms.SEEDED}  # of events or entities and of relations: no domain
    for term in sorted(properties, key=str):
        domain = [o for s, p, o in ontology if s == term and p.value == _RDFS + "domain"]
        ranges = [o for s, p, o in ontology if s == term and p.value == _RDFS + "range"]
        assert (len(domain), len(ranges)) == (0 if term in shared else 1, 1), term
        assert all(end in classes for end in (*domain, *ranges) if end.value.startswith(terms.RG)), term


def test_every_class_has_a_shape():
    """Each class that the code can export is the target of a shape, or one of the types that a shape allows its targets."""
    shapes = _statements("shapes.ttl")
    targets = {o for _, p, o in shapes if p.value == _SH + "targetClass"}
    allowed = {o for _, p, o in shapes if p == _RDF_FIRST}
    classes = {terms.GRAPH, terms.ARTICLE, terms.OUTLET, terms.ENTITY, terms.EVENT, terms.RELATION, terms.MEMBERSHIP,
               terms.ROLE, terms.CLAIM, terms.EVIDENCE, *terms.ENTITY_CLASS.values()}  # fmt: skip
    assert classes <= targets
    assert {*terms.EVENT_CLASS.values(), terms.SEM_EVENT} <= allowed


def test_individuals_of_the_shapes_are_those_of_the_code():
    """Statuses, stances, precisions and predicates that a shape allows are exactly those that the code can write."""
    shapes = _statements("shapes.ttl")
    listed = {o for _, p, o in shapes if p == _RDF_FIRST and isinstance(o, NamedNode) and o.value.startswith(terms.RG)}
    of_code = {
        term for table in (terms.STATUS, terms.STANCE, terms.PRECISION, terms.PREDICATE) for term in table.values()
    }
    classes = {*terms.EVENT_CLASS.values(), *terms.ENTITY_CLASS.values(), terms.ENTITY, terms.EVENT}
    paths = {terms.CLAIM_EVENT, terms.CLAIM_RELATION}  # of an alternative path
    assert listed - classes - paths == of_code


def test_shapes_cover_the_export(ontology):
    """Each property that we export is in a shape, and each property in a shape is described."""
    shapes = _statements("shapes.ttl")
    paths = {o for _, p, o in shapes if p.value == _SH + "path" and isinstance(o, NamedNode)}
    written = {predicate for _, predicate, _ in ((t.subject, t.predicate, t.object) for t in _sample())}
    direct = {*_EDGE.values(), *terms.PREDICATE.values()}
    assert written - {terms.TYPE} <= paths
    assert direct <= paths
    assert paths - {terms.TYPE} <= {s for s, _, _ in ontology}


def _sample():
    return list(triples(merge(two_outlets(), background(spell("ebrahim-raisi", "2021-08", None, "open")))))


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


def test_direct_properties_are_those_of_the_code(ontology):
    """Exactly the edges of event types are ways of dealing, exactly the predicates of relations are ways of being related."""
    for above, of_code in (("dealtWith", _EDGE), ("relatedTo", terms.PREDICATE)):
        below = {s for s, p, o in ontology if p.value == _RDFS + "subPropertyOf" and o == terms.rg(above)}
        assert below == set(of_code.values())


def test_concepts_are_explained_in_both_languages(scheme):
    """Each concept of the scheme has one label and one definition in English and one in Persian."""
    concepts = {s for s, p, o in scheme if p == terms.TYPE and o.value == _SKOS + "Concept"}
    for term in sorted(concepts, key=str):
        for name in ("prefLabel", "definition"):
            languages = sorted(o.language for s, p, o in scheme if s == term and p.value == _SKOS + name)
            assert languages == ["en", "fa"], (term, name)


def test_modes_name_the_codes_of_the_table(scheme):
    """A mode's CAMEO notations are those that the table gives it as actual under its types, and no type lacks a row."""
    types = {term: kind for kind, term in terms.EVENT_CLASS.items()}
    for mode in sorted({s for s, p, o in scheme if p == terms.TYPE and o == terms.rg("Mode")}, key=str):
        name = mode.value.removeprefix(terms.RG)
        under = {types[o] for s, p, o in scheme if s == mode and p.value == _SKOS + "broader"}
        notations = {o.value for s, p, o in scheme if s == mode and p.value == _SKOS + "notation"}
        found = {kind: codes(kind, name, "actual") for kind in under}
        assert notations <= {each.cameo for each in found.values()}, name
        assert notations or all(each == codes(kind, None, "actual") for kind, each in found.items()), name


def test_reading_the_ontology_as_owl_finds_no_clash(ontology):
    """No term is two kinds of property, none of RDF's own is made one, and every class and property named is declared."""
    kinds = {name: {s for s, p, o in ontology if p == terms.TYPE and o.value == _OWL + name}
             for name in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")}  # fmt: skip
    names = list(kinds)
    for place, name in enumerate(names):
        assert not any(kinds[name] & kinds[other] for other in names[place + 1 :])
    declared = set().union(*kinds.values())
    reserved = (_OWL, terms.prefixes()["rdf"], terms.prefixes()["xsd"])
    assert not any(term.value.startswith(reserved) for term in declared)
    literals = (*reserved, _RDFS)
    for _, p, o in ontology:
        if p.value in {_RDFS + name for name in ("domain", "range", "subClassOf", "subPropertyOf")}:
            assert o in declared or o.value.startswith(literals), o


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
