"""A written graph for rdflib: parsed by Oxigraph, which is many times faster than rdflib's own parsers."""

from pathlib import Path

import rdflib
from oxrdflib import OxigraphStore
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from relgraph.graph import terms
from relgraph.graph.store import graph_file, read_quads

# Above this size rdflib's own memory takes minutes and gigabytes for what Oxigraph holds in seconds.
_LARGE = 20_000_000


def to_rdflib(target: Path, *, oxigraph: bool | None = None) -> rdflib.Graph:
    """All triples of an output folder or RDF file in one rdflib graph, our prefixes bound.

    With `oxigraph` the triples stay in an Oxigraph store behind the graph: it is filled and asked many times faster, but
    takes queries only as text, and its plain strings say their datatype. None chooses it for files above 20 MB.
    """
    if oxigraph is None:
        oxigraph = graph_file(target).stat().st_size > _LARGE
    graph = _over_oxigraph(target) if oxigraph else _in_memory(target)
    for prefix, namespace in terms.prefixes().items():
        graph.bind(prefix, namespace)
    return graph


def _in_memory(target: Path) -> rdflib.Graph:
    graph = rdflib.Graph(bind_namespaces="none")
    for quad in read_quads(target):
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return graph


def _over_oxigraph(target: Path) -> rdflib.Graph:
    """One graph: what stands in named graphs is taken as said."""
    store = Store()
    store.bulk_extend(Quad(quad.subject, quad.predicate, quad.object) for quad in read_quads(target))
    behind = OxigraphStore(store=store)
    return rdflib.Graph(store=behind, identifier=DATASET_DEFAULT_GRAPH_ID, bind_namespaces="none")


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
