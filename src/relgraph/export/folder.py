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
from relgraph.model import Graph

type Writer = Callable[[Graph, Path], None]


def _write_page(graph: Graph, path: Path, texts: Mapping[str, str] | None) -> None:
    # The page brings templates and a bundle with it, which the other exports shouldn't wait for.
    from relgraph.export.page import write_page  # noqa: PLC0415

    write_page(graph, path, texts)


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
    existed = folder.is_dir()
    folder.mkdir(parents=True, exist_ok=True)
    draft = Path(mkdtemp(prefix=".writing-", dir=folder))
    try:
        write_turtle(graph, draft / "graph.ttl", base)
        for name, write in WRITERS.items():
            write(graph, draft / name)
        _write_page(graph, draft / "graph.html", texts)
        write_refused(ledger, draft / "refused.jsonl")
        write_report(graph, ledger, draft / "report.json")
        for file in sorted(draft.iterdir()):
            os.replace(file, folder / file.name)  # noqa: PTH105 - the name says that it replaces
    finally:
        shutil.rmtree(draft)
        if not existed and not any(folder.iterdir()):
            folder.rmdir()
