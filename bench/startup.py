"""CPU time and memory of what every run pays first, and of an article after that.

python bench/startup.py [ARTICLES.jsonl]
"""

import json
import resource
import sys
import time
from pathlib import Path

from corpus import SHARED, article_of


def clock(label: str, start: float) -> float:
    """Prints the CPU seconds since `start`, and what memory the process holds; returns the time now."""
    now = time.process_time()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{label:28} {now - start:6.2f} CPU-s   {memory:6.0f} MB")
    return now


def main() -> None:
    """Measures imports, seeds, matcher, and articles a second."""
    start = time.process_time()
    from relgraph.knowledge.seeds import read_seeds  # noqa: PLC0415  imports are measured too
    from relgraph.knowledge.world import load_world  # noqa: PLC0415
    from relgraph.pipeline import extract  # noqa: PLC0415
    from relgraph.resources import SEEDS  # noqa: PLC0415

    start = clock("imports", start)
    read_seeds(SEEDS / "knowledge")
    start = clock("seed tables", start)
    world = load_world()
    start = clock("tables, language, matcher", start)
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED / "articles" / "ir.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()[:200]]
    extract(article_of(rows[0]), world)
    start = clock("first article", start)
    for row in rows[1:]:
        extract(article_of(row), world)
    clock(f"{len(rows) - 1} more articles", start)


if __name__ == "__main__":
    main()
