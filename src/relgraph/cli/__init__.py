"""The command line: each command is a thin wrapper over a function of the library, one module a family of commands."""

import click

from relgraph import __version__
from relgraph.cli.build import build, diff, retract
from relgraph.cli.explain import explain
from relgraph.cli.export import export
from relgraph.cli.extract import extract
from relgraph.cli.group import Commands
from relgraph.cli.page import page, view
from relgraph.cli.query import query
from relgraph.cli.seeds import seeds
from relgraph.cli.serve import serve
from relgraph.cli.transfer import pull, push
from relgraph.cli.validate import validate

# In the order of the help.
COMMANDS: tuple[click.Command, ...] = (
    build, retract, diff, extract, explain, query, export, push, pull, validate, page, view, serve, seeds,
)  # fmt: skip


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="relgraph")
def main() -> None:
    """Persian news about international relations as a knowledge graph, every edge with its evidence."""


for command in COMMANDS:
    main.add_command(command)
