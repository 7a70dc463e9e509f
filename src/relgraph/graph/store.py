"""Where a written graph lies, and how to open it for SPARQL."""

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Store, parse

from relgraph.errors import InputError

_FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".trig": RdfFormat.TRIG,
    ".jsonld": RdfFormat.JSON_LD,
    ".rdf": RdfFormat.RDF_XML,
}


def graph_file(target: Path) -> Path:
    """The RDF file that `target` names: itself, by its suffix, or the graph.ttl of an output folder."""
    file = target / "graph.ttl" if target.is_dir() else target
    if file.suffix not in _FORMATS:
        raise InputError(str(target), f"not a graph: give an output folder, or a file ending in {', '.join(_FORMATS)}")
    if not file.is_file():
        raise InputError(str(file), "no such file; `relgraph build` writes one")
    return file


def read_quads(target: Path) -> Iterator[Quad]:
    """The quads of an output folder or RDF file as they stand there; InputError if it isn't valid RDF."""
    file = graph_file(target)
    try:
        yield from parse(path=str(file), format=_FORMATS[file.suffix])
    except SyntaxError as error:
        raise InputError(str(file), f"not valid RDF: {error}") from error


def open_store(target: Path) -> Store:
    """The graph of an output folder or RDF file in a store in memory, all its named graphs included."""
    store = Store()
    load_into(store, target)
    return store


def load_into(store: Store, target: Path) -> None:
    """Adds the graph of an output folder or RDF file to a store; InputError if it isn't valid RDF."""
    file = graph_file(target)
    try:
        store.bulk_load(path=str(file), format=_FORMATS[file.suffix])
    except SyntaxError as error:
        raise InputError(str(file), f"not valid RDF: {error}") from error
