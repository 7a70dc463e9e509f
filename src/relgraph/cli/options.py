"""Options that several commands share, and their way into the library."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from relgraph.errors import UsageError


def reading(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every command that reads articles."""
    for option in reversed((
        click.option("--published", metavar="DATE", help="Day of publication of articles without one (ISO or Jalali)."),
        click.option("--source", metavar="NAME", help="Publisher of articles without one."),
        click.option("--home", metavar="ISO2", help="The country that «کشورمان» means, where an article doesn't say."),
        click.option("--language", metavar="CODE", help="Language of articles without one."),
        click.option("--seeds", metavar="PATH", multiple=True, type=click.Path(exists=True, path_type=Path),
                     help="A table of your own (or a folder of them) that adds to the seeds or overrides them; repeatable."),
        click.option("--workers", metavar="N", type=click.IntRange(min=1), default=1, show_default=True,
                     help="Worker processes."),
    )):  # fmt: skip
        command = option(command)
    return command


def library_options(*, base: str | None = None, **given: Any) -> Any:
    """The options of a command as the library takes them."""
    from relgraph.build import Options  # noqa: PLC0415  --help must not wait for the pipeline
    from relgraph.graph.terms import DEFAULT_BASE  # noqa: PLC0415
    from relgraph.read import ReadOptions  # noqa: PLC0415

    if base is not None and not re.fullmatch(r"[a-z][a-z0-9+.-]*://[^\s<>\"{}|\\^`]+", base):
        raise UsageError(f"--base takes an IRI such as https://example.org/id/, not {base!r}")
    seeds, workers = given.pop("seeds"), given.pop("workers")
    return Options(ReadOptions(**given), workers, tuple(seeds), base or DEFAULT_BASE)


def warn(refused: Any) -> None:
    """Tells a refused input on stderr."""
    click.echo(f"refused: {refused.where}: {refused.reason}", err=True)


def setting(text: str) -> tuple[str, str]:
    """A NAME=VALUE of the command line, taken apart."""
    name, sign, value = text.partition("=")
    if not sign:
        raise UsageError(f"--set takes NAME=VALUE, not {text!r}")
    return name, value
