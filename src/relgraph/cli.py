"""The command line: each command is a thin wrapper over a function of the library."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from relgraph import __version__
from relgraph.errors import DataError, InputError, RelgraphError, UsageError

FINE, FINDINGS, USAGE, PARTLY = 0, 1, 2, 3


class _Commands(click.Group):
    """Turns relgraph's own errors into one line on stderr and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (DataError, InputError) as e:
            click.echo(f"relgraph: {e}", err=True)
            ctx.exit(FINDINGS if isinstance(e, DataError) else PARTLY)
        except UsageError as e:
            click.echo(f"relgraph: {e}", err=True)
            ctx.exit(USAGE)
        except RelgraphError as e:
            click.echo(f"relgraph: {e}", err=True)
            ctx.exit(FINDINGS)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="relgraph")
def main() -> None:
    """Persian news about international relations as a knowledge graph, every edge with its evidence."""


def _reading(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every command that reads articles."""
    for option in reversed((
        click.option("--published", metavar="DATE", help="Day of publication of articles without one (ISO or Jalali)."),
        click.option("--source", metavar="NAME", help="Publisher of articles without one."),
        click.option("--home", metavar="ISO2", help="The country that «کشورمان» means, where an article doesn't say."),
        click.option("--language", metavar="CODE", help="Language of articles without one."),
        click.option("--seeds", metavar="FOLDER", type=click.Path(exists=True, file_okay=False, path_type=Path),
                     help="Seed tables to use instead of those that ship."),
        click.option("--workers", metavar="N", type=click.IntRange(min=1), default=1, show_default=True,
                     help="Worker processes."),
    )):  # fmt: skip
        command = option(command)
    return command


def _options(*, base: str | None = None, **given: Any) -> Any:
    """The options of a command as the library takes them."""
    from relgraph.build import Options  # noqa: PLC0415  --help must not wait for the pipeline
    from relgraph.graph.terms import DEFAULT_BASE  # noqa: PLC0415
    from relgraph.read import ReadOptions  # noqa: PLC0415
    from relgraph.resources import SEEDS  # noqa: PLC0415

    if base is not None and not re.fullmatch(r"[a-z][a-z0-9+.-]*://[^\s<>\"{}|\\^`]+", base):
        raise UsageError(f"--base takes an IRI such as https://example.org/id/, not {base!r}")
    seeds, workers = given.pop("seeds"), given.pop("workers")
    return Options(ReadOptions(**given), workers, seeds or SEEDS / "knowledge", base or DEFAULT_BASE)


def _warn(refused: Any) -> None:
    click.echo(f"refused: {refused.where}: {refused.reason}", err=True)


@main.command()
@click.argument("inputs", nargs=-1, required=True)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=Path("output"), show_default=True, help="Output folder."
)
@click.option("--base", metavar="IRI", help="Base of the resource IRIs.")
@_reading
def build(inputs: tuple[str, ...], output: Path, base: str | None, **reading: Any) -> None:
    """Build the graph of articles: files, folders, patterns, or - for standard input."""
    from relgraph.build import build as run  # noqa: PLC0415

    built = run(inputs, output, _options(base=base, **reading), _warn)
    graph = built.graph
    linked = sum(n.wikidata is not None for n in graph.nodes)
    share = f"{100 * linked // len(graph.nodes)} % linked" if graph.nodes else "none linked"
    click.echo(
        f"{built.articles:,} articles · {built.refused:,} refused · {len(graph.nodes):,} entities ({share}) · "
        f"{len(graph.events):,} events · {len(graph.relations):,} relations", err=True,
    )  # fmt: skip
    for file in sorted(
        p.name
        for p in output.iterdir()
        if p.is_file() and p.suffix in {".ttl", ".html", ".graphml", ".csv", ".jsonl", ".json"}
    ):
        click.echo(output / file)
    if built.refused:
        sys.exit(PARTLY)


@main.command()
@click.argument("inputs", nargs=-1, required=True)
@click.option(
    "--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True, help="The exchange format."
)
@_reading
def extract(inputs: tuple[str, ...], form: str, **reading: Any) -> None:
    """Print what each article says, one article a line."""
    from relgraph.build import extractions  # noqa: PLC0415
    from relgraph.exchange import to_json  # noqa: PLC0415

    del form
    refused = 0

    def warn(item: Any) -> None:
        nonlocal refused
        refused += 1
        _warn(item)

    for extraction in extractions(inputs, _options(**reading), warn):
        click.echo(to_json(extraction))
    if refused:
        sys.exit(PARTLY)


@main.command()
@click.argument("text_or_file")
@_reading
def explain(text_or_file: str, **reading: Any) -> None:
    """Show what is seen in a text, or in a file's articles: mentions, clauses, events, and refusals with their reason."""
    from rich.console import Console  # noqa: PLC0415

    from relgraph.explain import articles_of  # noqa: PLC0415
    from relgraph.explain import explain as show  # noqa: PLC0415
    from relgraph.knowledge.world import load_world  # noqa: PLC0415

    options = _options(**reading)
    world = load_world(options.seeds)
    console = Console(soft_wrap=True, highlight=False)
    for article in articles_of(text_or_file, options.read, _warn):
        show(article, world, console)


@main.command()
@click.argument("target", type=click.Path(exists=True, path_type=Path))
@click.argument("query")
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "tsv", "json"]), default="table", show_default=True
)
@click.option("--set", "settings", metavar="NAME=VALUE", multiple=True, help="Value of a shipped query's parameter.")
def query(target: Path, query: str, form: Any, settings: tuple[str, ...]) -> None:
    """Ask a graph: TARGET is an output folder or RDF file; QUERY is SPARQL, a .rq file, a shipped name, or -."""
    from relgraph.query.run import run_query  # noqa: PLC0415

    parameters = dict(_setting(s) for s in settings)
    sys.exit(run_query(target, query, form, parameters=parameters))


def _setting(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise UsageError(f"--set takes NAME=VALUE, not {text!r}")
    return name, value


@main.command()
@click.argument("target", type=click.Path(path_type=Path), default=Path("output"))
def view(target: Path) -> None:
    """Open the page of an output folder in the browser."""
    from relgraph.export.page.view import open_page  # noqa: PLC0415

    open_page(target)


@main.command()
@click.argument("target", type=click.Path(exists=True, path_type=Path))
def validate(target: Path) -> None:
    """Check a graph against the shapes of the vocabulary; exit code 1 where it doesn't conform."""
    from relgraph.query.validate import validate as run  # noqa: PLC0415

    findings = run(target)
    for finding in findings:
        click.echo(str(finding))
    if findings:
        sys.exit(FINDINGS)


@main.group()
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
