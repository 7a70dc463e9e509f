"""What a check finds."""

from dataclasses import dataclass

from relgraph.graph.terms import prefixes


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong in a graph: the resource, the property if it is about one, and what is wrong with it."""

    resource: str
    path: str | None
    message: str

    def __str__(self) -> str:
        where = shown(self.resource) if self.path is None else f"{shown(self.resource)} {shown(self.path)}"
        return f"{where}: {self.message}"


def shown(iri: str) -> str:
    """An IRI with its prefix."""
    for prefix, namespace in prefixes().items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
