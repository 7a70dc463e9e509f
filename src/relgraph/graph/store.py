"""Where a written graph lies, and how to open it for SPARQL."""

from pathlib import Path

from pyoxigraph import RdfFormat, Store

from relgraph.errors import InputError

FORMATS = {".ttl": RdfFormat.TURTLE, ".nt": RdfFormat.N_TRIPLES, ".nq": RdfFormat.N_QUADS}


def graph_file(target: Path) -> Path:
    """The RDF file that `target` names: itself (.ttl, .nt, .nq), or the graph.ttl of an output folder."""
    file = target / "graph.ttl" if target.is_dir() else target
    if file.suffix not in FORMATS:
        raise InputError(str(target), "not a graph: give an output folder, or a .ttl, .nt or .nq file")
    if not file.is_file():
        raise InputError(str(file), "no such file; `relgraph build` writes one")
    return file


def open_store(target: Path) -> Store:
    """The graph of an output folder or RDF file in a store in memory, all its named graphs included."""
    file = graph_file(target)
    store = Store()
    try:
        store.bulk_load(path=str(file), format=FORMATS[file.suffix])
    except SyntaxError as error:
        raise InputError(str(file), f"not valid RDF: {error}") from error
    return store
