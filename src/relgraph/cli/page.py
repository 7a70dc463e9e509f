"""`relgraph view`: the page of a graph."""

from pathlib import Path

import click


@click.command()
@click.argument("target", type=click.Path(path_type=Path), default=Path("output"))
def view(target: Path) -> None:
    """Open the page of an output folder in the browser."""
    from relgraph.export.page.view import open_page  # noqa: PLC0415

    open_page(target)
