"""`relgraph query`: questions to a graph."""

import sys
from typing import Any

import click

from relgraph.cli.options import setting, targets
from relgraph.errors import UsageError


@click.command()
@click.argument("words", nargs=-1, metavar="TARGET... QUERY")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "tsv", "json", "xml", "ttl"]),
    default="table",
    show_default=True,
    help="table, csv, tsv, json, xml for rows; ttl for the triples of a CONSTRUCT or DESCRIBE.",
)
@click.option("--set", "settings", metavar="NAME=VALUE", multiple=True, help="Value of a shipped query's parameter.")
@click.option(
    "--timeout", metavar="SECONDS", type=click.FloatRange(min=0), default=60, show_default=True, help="0: no limit."
)
@click.option("--allow-service", is_flag=True, help="Let the query ask other machines by SERVICE.")
@click.option("--list", "listed", is_flag=True, help="Show the shipped queries and what they can be asked about.")
@click.option("--show", metavar="NAME", help="Show a shipped query: what it answers, its parameters, its SPARQL.")
def query(
    words: tuple[str, ...],
    form: Any,
    settings: tuple[str, ...],
    timeout: float,
    allow_service: bool,  # noqa: FBT001 - a flag of the command
    listed: bool,  # noqa: FBT001 - a flag of the command
    show: str | None,
) -> None:
    """Ask a graph.

    TARGET is an output folder, RDF files (asked as one graph), a store, or the address of a SPARQL endpoint. QUERY is
    the name of a shipped query (--list), SPARQL text, a .rq file, or - for standard input; the prefixes are bound. The
    exit code of an ASK is its answer: 0 is yes, 1 is no.
    """
    from relgraph.query.listing import described, listing  # noqa: PLC0415
    from relgraph.query.named import find_named  # noqa: PLC0415
    from relgraph.query.run import run_query  # noqa: PLC0415

    if listed:
        click.echo(listing(), nl=False)
        return
    if show is not None:
        shipped = find_named(show)
        if shipped is None:
            raise UsageError(f"no shipped query {show!r}: `relgraph query --list` shows them")
        click.echo(described(shipped), nl=False)
        return
    if len(words) < 2:
        raise UsageError("a target and a query are needed: `relgraph query output/ who-met-whom` (see --list)")
    code = run_query(
        targets(words[:-1]),
        words[-1],
        form,
        parameters=dict(setting(s) for s in settings),
        timeout=timeout or None,
        service=allow_service,
        note=lambda text: click.echo(f"note: {text}", err=True),
    )
    sys.exit(code)
