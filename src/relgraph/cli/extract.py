"""`relgraph extract`: what each article says, in the exchange format."""

import sys
from typing import Any

import click

from relgraph.cli.group import PARTLY
from relgraph.cli.options import library_options, warn
from relgraph.cli.options import reading as reading_options


@click.command()
@click.argument("inputs", nargs=-1, required=True)
@click.option(
    "--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True, help="The exchange format."
)
@reading_options
def extract(inputs: tuple[str, ...], form: str, **reading: Any) -> None:
    """Print what each article says, one article a line."""
    from relgraph.build import extractions  # noqa: PLC0415
    from relgraph.exchange import to_json  # noqa: PLC0415

    del form
    refused = 0

    def note(item: Any) -> None:
        nonlocal refused
        refused += 1
        warn(item)

    for extraction in extractions(inputs, library_options(**reading), note):
        click.echo(to_json(extraction))
    if refused:
        sys.exit(PARTLY)
