"""The output folder: every file of a build, all of them or none."""

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import mkdtemp

from relgraph.export.graphml import write_graphml
from relgraph.export.ledger import Ledger
from relgraph.export.refused import write_refused
from relgraph.export.report import write_report
from relgraph.export.tables import write_events
from relgraph.export.turtle import write_turtle
from relgraph.graph import terms
from relgraph.graph.model import Graph

_DRAFT = ".writing-"

type Writer = Callable[[Graph, Path], None]


# What is made of the graph alone; a written graph.ttl is enough to make each of these again, and a page without texts.
WRITERS: dict[str, Writer] = {
    "graph.graphml": write_graphml,
    "events.csv": write_events,
}


def write_folder(
    graph: Graph,
    ledger: Ledger,
    folder: Path,
    *,
    base: str = terms.DEFAULT_BASE,
    texts: Mapping[str, str] | None = None,
) -> None:
    """Write all files of a build into `folder`, which is made if need be; other files in it are left alone.

    `texts` are the whole articles, by id, that the page shows beside its quotes.
    Everything is written beside first and put in place at the end, so that a failure leaves the folder as it was.
    """

    def write(draft: Path) -> None:
        _write_graph(graph, draft, base, texts)
        write_refused(ledger, draft / "refused.jsonl")
        write_report(graph, ledger, draft / "report.json")

    _put_in_place(folder, write)


def write_again(graph: Graph, folder: Path, *, base: str = terms.DEFAULT_BASE) -> None:
    """Write the files that a graph gives without its articles: all of a build but the refusals and the report."""
    _put_in_place(folder, lambda draft: _write_graph(graph, draft, base))


def _write_graph(graph: Graph, draft: Path, base: str, texts: Mapping[str, str] | None = None) -> None:
    # The page brings templates and a bundle with it, which the other exports shouldn't wait for.
    from relgraph.export.page import write_page  # noqa: PLC0415

    write_turtle(graph, draft / "graph.ttl", base)
    for name, write in WRITERS.items():
        write(graph, draft / name)
    write_page(graph, draft / "graph.html", texts)


def _put_in_place(folder: Path, write: Callable[[Path], None]) -> None:
    existed = folder.is_dir()
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob(f"{_DRAFT}*"):  # of a build that was killed
        shutil.rmtree(left)
    draft = Path(mkdtemp(prefix=_DRAFT, dir=folder))
    try:
        write(draft)
        for file in sorted(draft.iterdir()):
            os.replace(file, folder / file.name)  # noqa: PTH105 - the name says that it replaces
    finally:
        shutil.rmtree(draft)
        if not existed and not any(folder.iterdir()):
            folder.rmdir()
