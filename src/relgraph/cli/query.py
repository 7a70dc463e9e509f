"""`relgraph query`: questions to a graph."""

import sys
from pathlib import Path
from typing import Any

import click

from relgraph.cli.options import setting


@click.command()
@click.argument("target", type=click.Path(exists=True, path_type=Path))
@click.argument("query")
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "tsv", "json"]), default="table", show_default=True
)
@click.option("--set", "settings", metavar="NAME=VALUE", multiple=True, help="Value of a shipped query's parameter.")
def query(target: Path, query: str, form: Any, settings: tuple[str, ...]) -> None:
    """Ask a graph: TARGET is an output folder or RDF file; QUERY is SPARQL, a .rq file, a shipped name, or -."""
    from relgraph.query.run import run_query  # noqa: PLC0415

    parameters = dict(setting(s) for s in settings)
    sys.exit(run_query(target, query, form, parameters=parameters))
