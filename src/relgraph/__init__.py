"""Persian news about international relations as a knowledge graph with evidence."""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from relgraph.graph.load import load
    from relgraph.pipeline import extract

__all__ = ["__version__", "extract", "load"]


def __getattr__(name: str) -> Any:
    """`load` and `extract` on first use, so that `import relgraph` stays instant."""
    if name == "load":
        from relgraph.graph.load import load  # noqa: PLC0415

        return load
    if name == "extract":
        from relgraph.pipeline import extract  # noqa: PLC0415

        return extract
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
