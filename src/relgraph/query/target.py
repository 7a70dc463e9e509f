"""What a question is put to: an output folder, RDF files, a store on disk, or a SPARQL endpoint."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Store, Triple

from relgraph.errors import InputError, UsageError
from relgraph.graph import terms
from relgraph.graph.store import load_into, open_store
from relgraph.query.endpoint import Endpoint
from relgraph.query.hints import complaint
from relgraph.query.web import is_address

type Answer = QuerySolutions | QueryBoolean | QueryTriples | Iterable[Triple]
type Target = str | Path


EVERYTHING = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


class Asked(Protocol):
    """Something that answers SPARQL; `base` is where its resources are named under (the prefix rgr:)."""

    @property
    def base(self) -> str: ...  # noqa: D102 - said above

    def ask(self, query: str) -> Answer: ...  # noqa: D102 - said above


@dataclass(frozen=True, slots=True)
class Local:
    """A store in this process, all named graphs seen as one."""

    store: Store

    @property
    def base(self) -> str:
        """The IRI of the rg:Graph in the store."""
        for quad in self.store.quads_for_pattern(None, terms.TYPE, terms.GRAPH, None):
            if isinstance(quad.subject, NamedNode):
                return quad.subject.value
        return terms.DEFAULT_BASE

    def ask(self, query: str) -> Answer:
        """The answer to a query in which our prefixes are bound; UsageError if it is none."""
        try:
            return self.store.query(query, prefixes=terms.prefixes(self.base), use_default_graph_as_union=True)
        except SyntaxError as error:
            raise UsageError(complaint(error, query)) from error


def open_target(targets: Target | Sequence[Target]) -> Asked:
    """Opens one target, or several files and folders as one graph; InputError for what is no graph."""
    several = [targets] if isinstance(targets, str | Path) else list(targets)
    addresses = [str(target) for target in several if is_address(target)]
    if addresses and len(several) > 1:
        raise UsageError("an endpoint is asked alone: give one address, or files and folders")
    if addresses:
        return Endpoint(addresses[0])
    if len(several) == 1:
        return Local(_opened(Path(several[0])))
    store = Store()
    for target in several:
        load_into(store, Path(target))
    return Local(store)


def _opened(target: Path) -> Store:
    """A store on disk as it lies there, anything else in memory."""
    if not (target / "CURRENT").is_file():  # the file by which RocksDB knows its own
        return open_store(target)
    try:
        return Store.read_only(str(target))
    except (OSError, RuntimeError) as error:
        raise InputError(str(target), f"no store that can be read: {error}") from error


def all_triples(asked: Asked) -> list[Triple]:
    """Everything that a target holds, its named graphs seen as one; in no useful order."""
    answer = asked.ask(EVERYTHING)
    assert not isinstance(answer, QueryBoolean | QuerySolutions)
    return list(answer)
