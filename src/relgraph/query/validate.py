"""Does a written graph conform to the shapes? `relgraph validate`, and every build's own conscience."""

from dataclasses import dataclass
from pathlib import Path

import pyshacl
import rdflib
from rdflib.namespace import RDF, SH

from relgraph.graph.bridge import to_rdflib
from relgraph.resources import ONTOLOGY


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing in a graph that breaks a shape: the resource, the property if it is about one, and what is wrong."""

    resource: str
    path: str | None
    message: str


def validate(target: Path) -> list[Finding]:
    """Everything in an output folder or RDF file that breaks `ontology/shapes.ttl`, sorted; empty if all is well."""
    data, shapes = to_rdflib(target), to_rdflib(ONTOLOGY / "shapes.ttl")
    _, results, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none")
    assert isinstance(results, rdflib.Graph)
    return sorted(_finding(result, results) for result in results.subjects(RDF.type, SH.ValidationResult))


def _finding(result: rdflib.term.Node, results: rdflib.Graph) -> Finding:
    path = results.value(result, SH.resultPath)
    return Finding(
        resource=str(results.value(result, SH.focusNode)),
        path=None if path is None else str(path),
        message=str(results.value(result, SH.resultMessage)),
    )
