"""A written graph for rdflib: parsed by Oxigraph, which is many times faster than rdflib's own parsers."""

from pathlib import Path

import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode

from relgraph.graph import terms
from relgraph.graph.store import read_quads


def to_rdflib(target: Path) -> rdflib.Graph:
    """All triples of an output folder or RDF file in one rdflib graph, our prefixes bound."""
    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in terms.prefixes().items():
        graph.bind(prefix, namespace)
    for quad in read_quads(target):
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return graph


def _term(term: object) -> rdflib.term.Node:
    match term:
        case NamedNode(value=iri):
            return rdflib.URIRef(iri)
        case BlankNode(value=label):
            return rdflib.BNode(label)
        case Literal(value=text, language=str(language)):
            return rdflib.Literal(text, lang=language)
        case Literal(value=text, datatype=datatype):
            kind = None if datatype == terms.XSD_STRING else rdflib.URIRef(datatype.value)
            return rdflib.Literal(text, datatype=kind, normalize=False)
    raise ValueError(f"rdflib has no term for {term}")
