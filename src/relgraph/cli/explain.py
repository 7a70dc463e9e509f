"""`relgraph explain`: what is seen in a text and what becomes of it."""

from typing import Any

import click

from relgraph.cli.options import library_options, warn
from relgraph.cli.options import reading as reading_options


@click.command()
@click.argument("text_or_file")
@reading_options
def explain(text_or_file: str, **reading: Any) -> None:
    """Show what is seen in a text, or in a file's articles: mentions, clauses, events, and refusals with their reason."""
    from rich.console import Console  # noqa: PLC0415

    from relgraph.explain import articles_of  # noqa: PLC0415
    from relgraph.explain import explain as show  # noqa: PLC0415
    from relgraph.knowledge.world import load_world  # noqa: PLC0415

    options = library_options(**reading)
    world = load_world(options.seeds)
    console = Console(soft_wrap=True, highlight=False)
    for article in articles_of(text_or_file, options.read, warn):
        show(article, world, console)
