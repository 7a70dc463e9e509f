"""`relgraph validate`: does a graph conform to the vocabulary?"""

import sys
from pathlib import Path

import click

from relgraph.cli.group import FINDINGS


@click.command()
@click.argument("target", type=click.Path(exists=True, path_type=Path))
def validate(target: Path) -> None:
    """Check a graph against the shapes of the vocabulary; exit code 1 where it doesn't conform."""
    from relgraph.query.validate import validate as run  # noqa: PLC0415

    findings = run(target)
    for finding in findings:
        click.echo(str(finding))
    if findings:
        sys.exit(FINDINGS)
