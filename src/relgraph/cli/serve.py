"""`relgraph serve`: a graph as a SPARQL endpoint, with its page."""

import os
from pathlib import Path

import click

from relgraph.cli.options import targets
from relgraph.errors import UsageError


@click.command()
@click.argument("target", nargs=-1, metavar="[TARGET...]")
@click.option("--port", type=click.IntRange(0, 65535), default=7878, show_default=True, help="0: a free one.")
@click.option(
    "--timeout", metavar="SECONDS", type=click.FloatRange(min=0), default=60, show_default=True, help="0: no limit."
)
def serve(target: tuple[str, ...], port: int, timeout: float) -> None:
    """Serve a graph to this machine, read-only: the page at /, SPARQL at /query, all triples at /store.

    TARGET is an output folder (output/ if none is given), RDF files or a store. Ends with Ctrl-C.
    """
    from relgraph.query.serve import Served, server  # noqa: PLC0415
    from relgraph.query.target import open_target  # noqa: PLC0415

    if not hasattr(os, "fork"):
        raise UsageError("serve needs a system that forks processes (Linux, macOS)")
    named = targets(target or ("output",))
    page = Path(named[0]) / "graph.html"
    with server(Served(open_target(named), page if page.is_file() else None, timeout or None), port) as running:
        click.echo(f"http://127.0.0.1:{running.server_port}/")
        click.echo("SPARQL at /query; Ctrl-C ends", err=True)
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            click.echo("", err=True)
