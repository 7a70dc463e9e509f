"""`relgraph page` and `relgraph view`: the page of a graph, or of part of one."""

from pathlib import Path
from typing import Any

import click

from relgraph.errors import UsageError


@click.command()
@click.argument("target", type=click.Path(exists=True, path_type=Path))
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="The page to write.",
)
@click.option("--focus", metavar="ENTITY", help="Only what lies around this entity, given by id or by name.")
@click.option("--hops", type=click.IntRange(1, 3), default=2, show_default=True, help="How far around it.")
@click.option("--since", metavar="DATE", help="Only what happened or held on or after this day (ISO or Jalali).")
@click.option("--until", metavar="DATE", help="… on or before this day.")
@click.option(
    "--lang", type=click.Choice(["fa", "en"]), default="fa", show_default=True, help="The language that it opens in."
)
@click.option(
    "--articles",
    metavar="INPUT",
    multiple=True,
    help="Articles as of a build, to be shown in full beside their quotes; may be given several times.",
)
def page(target: Path, output: Path, lang: str, articles: tuple[str, ...], **part: Any) -> None:
    """Make a page of a graph: TARGET is an output folder or an RDF file.

    What has no date of its own counts by the days on which articles told it.
    """
    from relgraph.export.page.make import make_page  # noqa: PLC0415
    from relgraph.export.page.part import Part  # noqa: PLC0415

    since, until = _day("--since", part.pop("since")), _day("--until", part.pop("until"))
    made = make_page(target, output, Part(since=since, until=until, **part), lang, articles)
    click.echo(
        f"{made.entities:,} entities · {made.events:,} events · {made.relations:,} relations · {made.articles:,} articles",
        err=True,
    )
    click.echo(output)


def _day(option: str, given: str | None) -> str | None:
    from relgraph.read.published import parse_published  # noqa: PLC0415

    try:
        return None if given is None else parse_published(given)
    except ValueError as e:
        raise UsageError(f"{option} takes a day such as 2022-01-19 or 1400-10-29, not {given!r}") from e


@click.command()
@click.argument("target", type=click.Path(path_type=Path), default=Path("output"))
def view(target: Path) -> None:
    """Open the page of an output folder in the browser."""
    from relgraph.export.page.view import open_page  # noqa: PLC0415

    open_page(target)
