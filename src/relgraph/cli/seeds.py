"""`relgraph seeds`: the tables that the graph grows from."""

import sys
from pathlib import Path

import click

from relgraph.cli.group import FINDINGS

_TABLES = click.Path(exists=True, path_type=Path)


@click.group()
def seeds() -> None:
    """The tables that the graph grows from."""


@seeds.command()
@click.argument("tables", nargs=-1, type=_TABLES)
def check(tables: tuple[Path, ...]) -> None:
    """Check the seed tables, with TABLES of your own over them; a fault is told with its file and line, exit code 1."""
    from relgraph.knowledge.seeds import read_seeds  # noqa: PLC0415
    from relgraph.resources import SEEDS  # noqa: PLC0415

    found = read_seeds(SEEDS / "knowledge", tables)
    click.echo(
        f"{len(found.entities):,} entities · {len(found.names):,} names · {len(found.spells):,} offices · "
        f"{len(found.memberships):,} memberships"
    )


@seeds.command()
@click.argument("wording")
@click.option("--seeds", "tables", metavar="PATH", multiple=True, type=_TABLES, help="A table of your own; repeatable.")
def find(wording: str, tables: tuple[Path, ...]) -> None:
    """Show what the tables hold of a WORDING (a name in Persian or English, an id or a Wikidata id), and where."""
    from relgraph.knowledge.find import find_entries  # noqa: PLC0415
    from relgraph.resources import SEEDS  # noqa: PLC0415

    entries = find_entries(wording, SEEDS / "knowledge", tables)
    for entry in entries:
        click.echo("\n".join(entry.lines()))
    if not entries:
        click.echo(f"nothing in the tables is called {wording!r}", err=True)
        sys.exit(FINDINGS)
