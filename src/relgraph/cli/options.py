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


def library_options(**given: Any) -> Any:
    """The options of a command as the library takes them."""
    from relgraph.build import Options  # noqa: PLC0415  --help must not wait for the pipeline
    from relgraph.read import ReadOptions  # noqa: PLC0415

    seeds, workers = given.pop("seeds"), given.pop("workers")
    return Options(ReadOptions(**given), workers, tuple(seeds))


def base_iri(base: str | None) -> str | None:
    """A base of resource IRIs, checked; a slash is added where none ends it."""
    from pyoxigraph import NamedNode  # noqa: PLC0415

    if base is None:
        return None
    wrong = UsageError(f"--base takes an IRI such as https://example.org/id/, not {base!r}")
    if not re.match(r"[a-z][a-z0-9+.-]*://[^/?#]", base):
        raise wrong
    try:
        NamedNode(base)
    except ValueError as e:
        raise wrong from e
    return base if base.endswith(("/", "#")) else base + "/"


def day(value: str | None) -> str | None:
    """A day of the command line, ISO or Jalali, as ISO."""
    from relgraph.read.published import parse_published  # noqa: PLC0415

    try:
        return value and parse_published(value)
    except ValueError as e:
        raise UsageError(f"--as-of takes a day such as 2022-01-19 or 1400-10-29, not {value!r}") from e


def warn(refused: Any) -> None:
    """Tells a refused input on stderr."""
    click.echo(f"refused: {refused.where}: {refused.reason}", err=True)


def setting(text: str) -> tuple[str, str]:
    """A NAME=VALUE of the command line, taken apart."""
    name, sign, value = text.partition("=")
    if not sign:
        raise UsageError(f"--set takes NAME=VALUE, not {text!r}")
    return name, value


def targets(words: tuple[str, ...]) -> tuple[str, ...]:
    """Graphs as the command line names them: paths that exist, or the address of an endpoint; UsageError for others."""
    from relgraph.query.web import is_address  # noqa: PLC0415

    for word in words:
        if not is_address(word) and not Path(word).exists():
            raise UsageError(f"{word}: no such file or folder, and no address of an endpoint")
    return words
