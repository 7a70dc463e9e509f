"""Work with a time limit: what takes longer is given up."""

from collections.abc import Callable
from threading import Thread

from relgraph.errors import UsageError


class QueryTimeoutError(UsageError):
    """A query that took longer than it was allowed to."""


def within[T](seconds: float | None, work: Callable[[], T]) -> T:
    """The result of `work`, or QueryTimeoutError after `seconds`; None waits for ever.

    The store has no way to stop a query: what was given up runs on in a thread of its own until the process ends.
    """
    if seconds is None:
        return work()
    results: list[T] = []
    faults: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as fault:  # noqa: BLE001 - it is raised again where the caller waits
            faults.append(fault)

    thread = Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        raise QueryTimeoutError(
            f"no answer within {seconds:g} seconds (--timeout): bind one end of each path (+, *), put OPTIONAL last, "
            "and search text by CONTAINS after all else"
        )
    if faults:
        raise faults[0]
    return results[0]
