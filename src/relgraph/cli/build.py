"""`relgraph build`, `retract` and `diff`: articles to a graph, out of it again, and what that changed."""

import sys
from pathlib import Path
from typing import Any

import click

from relgraph.cli.group import FINDINGS, PARTLY
from relgraph.cli.options import base_iri, day, library_options, warn
from relgraph.cli.options import reading as reading_options
from relgraph.errors import UsageError

_FILES = frozenset({".ttl", ".html", ".graphml", ".csv", ".jsonl", ".json"})


@click.command()
@click.argument("inputs", nargs=-1)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Output folder.  [default: output]")
@click.option(
    "--into",
    "store",
    metavar="STORE",
    type=click.Path(path_type=Path),
    help="A folder that grows: articles are added, or replace those of their id.",
)
@click.option("--base", metavar="IRI", help="Base of the resource IRIs.")
@click.option(
    "--as-of",
    metavar="DATE",
    help="Day on which offices and memberships count as current (ISO or Jalali); "
    "that of the newest article by default.",
)
@reading_options
def build(
    inputs: tuple[str, ...],
    output: Path | None,
    store: Path | None,
    base: str | None,
    as_of: str | None,
    **reading: Any,
) -> None:
    """Build the graph of articles: files, folders, patterns, or - for standard input.

    A build that was cut off goes on where it was. With --into, the graph is always the one that all articles of STORE
    would give in one build; without INPUTS, what was read with older tables is read again.
    """
    from dataclasses import replace  # noqa: PLC0415

    from relgraph.build import build as run  # noqa: PLC0415
    from relgraph.build import build_into  # noqa: PLC0415

    if store is not None and output is not None:
        raise UsageError("give either --output or --into: a store is an output folder, too")
    if not inputs and store is None:
        raise UsageError("give files, folders or patterns of articles, or - for standard input")
    options = replace(library_options(**reading), base=base_iri(base), as_of=day(as_of))
    folder = store or output or Path("output")
    built = build_into(inputs, folder, options, warn) if store else run(inputs, folder, options, warn)
    _tell(built, folder)
    if built.refused:
        sys.exit(PARTLY)


@click.command()
@click.argument("store", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("articles", metavar="ID...", nargs=-1, required=True)
@click.option("--as-of", metavar="DATE", help="As with build.")
@click.option(
    "--workers", metavar="N", type=click.IntRange(min=1), default=1, show_default=True, help="Worker processes."
)
def retract(store: Path, articles: tuple[str, ...], as_of: str | None, workers: int) -> None:
    """Take articles out of a STORE by their ids: what is left is the graph of the others."""
    from relgraph.build import Options  # noqa: PLC0415
    from relgraph.build import retract as run  # noqa: PLC0415

    _tell(run(articles, store, Options(workers=workers, as_of=day(as_of)), warn), store)


def _tell(built: Any, folder: Path) -> None:
    graph = built.graph
    linked = sum(n.wikidata is not None for n in graph.nodes)
    share = f"{100 * linked // len(graph.nodes)} % linked" if graph.nodes else "none linked"
    changed = "".join(
        f" ({n} {kind})" for kind in ("new", "replaced") if (n := built.changes[kind]) and n != built.articles
    )
    click.echo(
        f"{built.articles:,} articles{changed} · {built.refused:,} refused · {len(graph.nodes):,} entities ({share}) · "
        f"{len(graph.events):,} events · {len(graph.relations):,} relations", err=True,
    )  # fmt: skip
    for file in sorted(p.name for p in folder.iterdir() if p.is_file() and p.suffix in _FILES):
        click.echo(folder / file)


@click.command()
@click.argument("old", type=click.Path(exists=True, path_type=Path))
@click.argument("new", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["summary", "patch"]),
    default="summary",
    show_default=True,
    help="For people, or as RDF Patch for stores.",
)
def diff(old: Path, new: Path, form: str) -> None:
    """Show what changed from one graph to another: output folders or RDF files. Exit code 1 where they differ."""
    from relgraph.graph.diff import patch, summary  # noqa: PLC0415

    differ = False
    for line in (patch if form == "patch" else summary)(old, new):
        differ = True
        click.echo(line)
    if differ:
        sys.exit(FINDINGS)
