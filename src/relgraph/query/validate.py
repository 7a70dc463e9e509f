"""Is a written graph what it should be? `relgraph validate`, and every build's own conscience."""

from collections.abc import Callable, Sequence
from pathlib import Path

from relgraph.build import STORE_FILE
from relgraph.errors import InputError
from relgraph.graph.reader import graph_of
from relgraph.query.finding import Finding
from relgraph.query.quotes import check_quotes, texts_in_store, texts_of
from relgraph.query.shapes import broken_shapes
from relgraph.query.target import Target, all_triples, open_target
from relgraph.read import Refused


def validate(
    target: Target | Sequence[Target],
    articles: Sequence[str] = (),
    note: Callable[[str], None] = lambda _: None,
) -> list[Finding]:
    """Everything that is wrong in a graph, sorted; empty if all is well.

    It must conform to `ontology/shapes.ttl`, and each quote must be what the article says at its place: checked against
    the sentence in the graph, and against the text where `articles` (files, folders, patterns) or the store at `target`
    have it. `note` is told how far that went.
    """
    asked = open_target(target)
    triples = all_triples(asked)
    findings = set(broken_shapes(triples))
    refused: list[Refused] = []
    texts = {**_kept(target), **texts_of(articles, refused)}
    for item in refused:
        note(f"{item.where}: {item.reason}")
    try:
        graph = graph_of((triple.subject, triple.predicate, triple.object) for triple in triples)
    except (ValueError, KeyError) as error:
        if not findings:
            raise InputError(str(target), f"no graph that relgraph wrote: {error}") from error
        note("quotes were not checked: the graph is too broken")
        return sorted(findings, key=_order)
    checked = check_quotes(graph, texts, asked.base)
    if not graph.sources:
        note("no article is in this graph: is it one that relgraph wrote?")
    elif texts:
        note(f"{checked.quotes:,} quotes compared with their articles; {checked.absent:,} articles had no text at hand")
    return sorted(findings | set(checked.findings), key=_order)


def _kept(target: Target | Sequence[Target]) -> dict[str, str]:
    """The texts in the stores among the targets."""
    several = [target] if isinstance(target, str | Path) else target
    files = [Path(each) / STORE_FILE for each in several]
    return {identifier: text for file in files if file.is_file() for identifier, text in texts_in_store(file).items()}


def _order(finding: Finding) -> tuple[str, str, str]:
    return finding.resource, finding.path or "", finding.message
