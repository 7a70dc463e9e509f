"""The annotated articles beside the checkout, and how the extraction scores on them."""

import hashlib
import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from relgraph.exchange import to_dict
from relgraph.knowledge.world import World
from relgraph.model import Article
from relgraph.pipeline import extract

SHARED = Path(__file__).parents[2] / "shared"
Row = dict[str, Any]


def gold_path(name: str) -> Path:
    """The file of a set of annotated articles: seed, train or dev."""
    return SHARED / "gold" / f"{name}.jsonl"


def rows(name: str) -> list[Row]:
    """The annotated articles of a set."""
    return [json.loads(line) for line in gold_path(name).read_text("utf-8").splitlines() if line.strip()]


def article_of(row: Row) -> Article:
    """The article of an annotated row; what the annotation knows of its home is kept from the extraction."""
    return Article(
        row["id"],
        row.get("title") or "",
        row["text"],
        row.get("published"),
        row.get("source"),
        row.get("url"),
        home=row.get("home"),
    )


def extractions(found: list[Row], world: World) -> dict[str, Row]:
    """Article id → its extraction in the exchange format."""
    return {row["id"]: to_dict(extract(article_of(row), world)) for row in found}


def scorer() -> ModuleType:
    """The scorer beside the annotations, as a module."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "eval" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def alignment(score: ModuleType, row: Row, found: Row) -> Callable[[str], str]:
    """Our entity ids → those of the annotation; one without a partner gets a question mark."""
    text = (row.get("title") or "") + "\n" + row["text"]
    gold = row["gold"]
    types = {e["id"]: e["type"] for e in gold["entities"]}
    ours = {e["id"]: e["type"] for e in found["entities"]}
    spans = [(m["start"], m["end"], e["id"], m["kind"]) for e in found["entities"] for m in e["mentions"]]
    to = score.align(spans, score.gold_mentions(text, gold), ours, types)
    return lambda entity: to.get(entity, f"?{entity}")


def digest(path: Path) -> str:
    """The sha256 of a file: floors hold for these very annotations."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
