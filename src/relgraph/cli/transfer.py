"""`relgraph push` and `relgraph pull`: graphs to and from a server."""

import sys
from pathlib import Path

import click

from relgraph.cli.options import targets
from relgraph.errors import UsageError

_GRAPH = click.option("--graph", metavar="IRI", help="A named graph of the server instead of its default graph.")


@click.command()
@click.argument("target", nargs=-1, required=True, metavar="TARGET...")
@click.argument("url")
@_GRAPH
@click.option("--replace", is_flag=True, help="Put the graph in place of what is there, instead of adding to it.")
def push(target: tuple[str, ...], url: str, graph: str | None, replace: bool) -> None:  # noqa: FBT001 - a flag
    """Send a graph to a server by the Graph Store Protocol.

    URL is the address of the graph store, such as http://127.0.0.1:7878/store (user:password@ before the host signs in).
    """
    from relgraph.query.target import all_triples, open_target  # noqa: PLC0415
    from relgraph.query.transfer import push as send  # noqa: PLC0415

    address = _server(url)
    sent = send(all_triples(open_target(targets(target))), address, graph, replace=replace)
    click.echo(f"{sent:,} triples sent", err=True)


@click.command()
@click.argument("url")
@_GRAPH
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A file, by its suffix in any format of `export`; "
              "or a folder, which gets all files of a build that a graph can give.")  # fmt: skip
def pull(url: str, graph: str | None, output: Path | None) -> None:
    """Fetch a graph from a server by the Graph Store Protocol; Turtle on standard output, if not told otherwise."""
    from relgraph.export.folder import write_again  # noqa: PLC0415
    from relgraph.export.formats import Content, format_of, write_export  # noqa: PLC0415
    from relgraph.query.transfer import base_of  # noqa: PLC0415
    from relgraph.query.transfer import pull as fetch  # noqa: PLC0415

    triples = fetch(_server(url), graph)
    content = Content(triples, base_of(triples), url)
    if output is not None and not output.suffix:
        write_again(content.graph, output, base=content.base)
    else:
        write_export(content, "ttl" if output is None else format_of(output), output, sys.stdout.buffer)


def _server(url: str) -> str:
    from relgraph.query.web import is_address  # noqa: PLC0415

    if not is_address(url):
        raise UsageError(f"{url!r} is no address: give one such as http://127.0.0.1:7878/store")
    return url
