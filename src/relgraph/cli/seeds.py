"""`relgraph seeds`: the tables that the graph grows from."""

from pathlib import Path

import click


@click.group()
def seeds() -> None:
    """The tables that the graph grows from."""


@seeds.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), required=False)
def check(folder: Path | None) -> None:
    """Check the seed tables; a fault is told with its file and line, exit code 1."""
    from relgraph.knowledge.seeds import read_seeds  # noqa: PLC0415
    from relgraph.resources import SEEDS  # noqa: PLC0415

    tables = read_seeds(folder or SEEDS / "knowledge")
    click.echo(f"{len(tables.entities):,} entities · {len(tables.names):,} names · {len(tables.spells):,} offices")
