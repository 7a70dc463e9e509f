"""Opening the page in the reader's browser."""

import webbrowser
from pathlib import Path

from relgraph.errors import UsageError


def open_page(target: Path) -> None:
    """Opens `target`, a page or the folder that holds graph.html, in the default browser.

    UsageError when there is no page or no browser.
    """
    page = target / "graph.html" if target.is_dir() else target
    if not page.is_file():
        raise UsageError(f"no page at {page}: run `relgraph build` first, or name the folder that it wrote")
    if not webbrowser.open(page.resolve().as_uri()):
        raise UsageError(f"no browser found: open {page.resolve()} by hand")
