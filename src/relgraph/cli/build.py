"""`relgraph build`: articles to a graph."""

import sys
from pathlib import Path
from typing import Any

import click

from relgraph.cli.group import PARTLY
from relgraph.cli.options import library_options, warn
from relgraph.cli.options import reading as reading_options


@click.command()
@click.argument("inputs", nargs=-1, required=True)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=Path("output"), show_default=True, help="Output folder."
)
@click.option("--base", metavar="IRI", help="Base of the resource IRIs.")
@reading_options
def build(inputs: tuple[str, ...], output: Path, base: str | None, **reading: Any) -> None:
    """Build the graph of articles: files, folders, patterns, or - for standard input."""
    from relgraph.build import build as run  # noqa: PLC0415

    built = run(inputs, output, library_options(base=base, **reading), warn)
    graph = built.graph
    linked = sum(n.wikidata is not None for n in graph.nodes)
    share = f"{100 * linked // len(graph.nodes)} % linked" if graph.nodes else "none linked"
    click.echo(
        f"{built.articles:,} articles · {built.refused:,} refused · {len(graph.nodes):,} entities ({share}) · "
        f"{len(graph.events):,} events · {len(graph.relations):,} relations", err=True,
    )  # fmt: skip
    for file in sorted(
        p.name
        for p in output.iterdir()
        if p.is_file() and p.suffix in {".ttl", ".html", ".graphml", ".csv", ".jsonl", ".json"}
    ):
        click.echo(output / file)
    if built.refused:
        sys.exit(PARTLY)
