"""`relgraph validate`: is a graph what it should be?"""

import sys

import click

from relgraph.cli.group import FINDINGS
from relgraph.cli.options import targets


@click.command()
@click.argument("target", nargs=-1, required=True, metavar="TARGET...")
@click.option(
    "--articles",
    multiple=True,
    metavar="INPUT",
    help="Files or folders of articles to compare the quotes with; may be repeated.",
)
def validate(target: tuple[str, ...], articles: tuple[str, ...]) -> None:
    """Check a graph: its shapes, and its quotes; exit code 1 where something is wrong.

    Quotes are compared with their sentences, and with the articles where their text is at hand: in a store, or given
    with --articles.
    """
    from relgraph.query.validate import validate as run  # noqa: PLC0415

    findings = run(targets(target), articles, note=lambda text: click.echo(text, err=True))
    for finding in findings:
        click.echo(str(finding))
    if findings:
        click.echo(f"{len(findings):,} findings", err=True)
        sys.exit(FINDINGS)
