"""What all commands share: exit codes, and errors as one line on stderr."""

from typing import Any

import click

from relgraph.errors import DataError, InputError, RelgraphError, UsageError

FINE, FINDINGS, USAGE, PARTLY = 0, 1, 2, 3


class Commands(click.Group):
    """Turns relgraph's own errors into one line on stderr and an exit code; lists commands in the order given."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The order in which they were added: that of the work."""
        del ctx
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """The command, its errors told."""
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
