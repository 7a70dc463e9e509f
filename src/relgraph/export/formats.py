"""`relgraph export`: a written graph in another format, for another tool."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from relgraph.errors import InputError, UsageError
from relgraph.export.gexf import write_gexf
from relgraph.export.graphml import write_graphml
from relgraph.export.jsonld import write_jsonld
from relgraph.export.nodelink import write_nodelink
from relgraph.export.tables import write_events, write_events_parquet
from relgraph.export.turtle import sorted_header, turtle, unambiguous
from relgraph.graph import terms
from relgraph.graph.model import Graph
from relgraph.graph.rdf import quads
from relgraph.graph.reader import graph_of


@dataclass(frozen=True)
class Content:
    """A graph to export: its triples, the base of its resources, and where it came from, for messages."""

    triples: Sequence[Triple]
    base: str
    where: str

    @cached_property
    def graph(self) -> Graph:
        """The same as dataclasses; InputError if it is no graph that relgraph wrote."""
        try:
            return graph_of((triple.subject, triple.predicate, triple.object) for triple in self.triples)
        except (ValueError, KeyError) as error:
            raise InputError(self.where, f"no graph that relgraph wrote: {error}") from error

    def sorted_triples(self) -> list[Triple]:
        """Each triple once."""
        return sorted(set(self.triples), key=str)

    def sorted_quads(self) -> list[Quad]:
        """A named graph for each article, what no single article tells in the default graph."""
        return sorted(set(quads(self.graph, self.base)), key=lambda quad: (str(quad.graph_name), str(quad)))


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what it is, the suffix of its files, and how it is written; `binary` is not for a terminal."""

    what: str
    suffix: str
    write: Callable[[Content, Path], None]
    binary: bool = False


def write_export(content: Content, name: str, output: Path | None, stdout: IO[bytes]) -> None:
    """Write the content in a format of `FORMATS` to a file, whole or not at all, or to `stdout` if there is none.

    UsageError for a binary format without a file.
    """
    form = FORMATS[name]
    if output is None and form.binary:
        raise UsageError(f"{name} is no text: give a file with -o")
    with TemporaryDirectory(dir=None if output is None else output.absolute().parent, prefix=".writing-") as folder:
        draft = Path(folder) / f"graph{form.suffix}"
        form.write(content, draft)
        if output is None:
            with draft.open("rb") as file:
                shutil.copyfileobj(file, stdout)
        else:
            draft.replace(output)


def format_of(output: Path | None) -> str:
    """The format that a file's name asks for; UsageError where it asks for none."""
    suffixes = {form.suffix: name for name, form in FORMATS.items()}
    if output is None or output.suffix not in suffixes:
        raise UsageError(f"--format says what to write: one of {', '.join(FORMATS)}")
    return suffixes[output.suffix]


def _write_turtle(content: Content, path: Path) -> None:
    path.write_bytes(turtle(content.triples, content.base))


def _write_page(content: Content, path: Path) -> None:
    # The page brings templates and a bundle with it, which the other exports shouldn't wait for.
    from relgraph.export.page import write_page  # noqa: PLC0415

    write_page(content.graph, path)


def _write_trig(content: Content, path: Path) -> None:
    prefixes = unambiguous(terms.prefixes(content.base))
    path.write_bytes(sorted_header(serialize(content.sorted_quads(), format=RdfFormat.TRIG, prefixes=prefixes)))


def _write_ntriples(content: Content, path: Path) -> None:
    serialize(content.sorted_triples(), str(path), format=RdfFormat.N_TRIPLES)


def _write_nquads(content: Content, path: Path) -> None:
    serialize(content.sorted_quads(), str(path), format=RdfFormat.N_QUADS)


# By name, in the order of the help.
FORMATS: dict[str, Format] = {
    "ttl": Format("Turtle: sorted, prefixed", ".ttl", _write_turtle),
    "nt": Format("N-Triples: sorted, a line a triple", ".nt", _write_ntriples),
    "nq": Format("N-Quads: a named graph an article", ".nq", _write_nquads),
    "trig": Format("TriG: the same, prefixed", ".trig", _write_trig),
    "jsonld": Format(
        "JSON-LD with a context", ".jsonld", lambda content, path: write_jsonld(content.triples, path, content.base)
    ),
    "graphml": Format(
        "the network for Gephi, Cytoscape, yEd, NetworkX",
        ".graphml",
        lambda content, path: write_graphml(content.graph, path),
    ),
    "gexf": Format(
        "the network for Gephi, with its time", ".gexf", lambda content, path: write_gexf(content.graph, path)
    ),
    "json": Format(
        "node-link JSON, for NetworkX and D3", ".json", lambda content, path: write_nodelink(content.graph, path)
    ),
    "csv": Format("the table of events", ".csv", lambda content, path: write_events(content.graph, path)),
    "parquet": Format(
        "the table of events, typed",
        ".parquet",
        lambda content, path: write_events_parquet(content.graph, path),
        binary=True,
    ),
    "html": Format("the page", ".html", _write_page),
}
