"""CPU time and memory of what every run pays first, and of an article after that.

python bench/startup.py [ARTICLES.jsonl]

Everything up to the first article is measured in two processes of its own: one that finds an empty cache, one that
finds what the first has left there.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

_SHARED = Path(__file__).parents[2] / "shared"
_ARTICLES = 200


def timed(label: str, work: Callable[[], Any]) -> Any:
    """The result of some work; prints its CPU seconds, and what memory the process has held at most."""
    start = time.process_time()
    result = work()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  {label:28} {time.process_time() - start:6.2f} CPU-s   {memory:6.0f} MB")
    return result


def rows(path: Path) -> list[dict[str, Any]]:
    """The first articles of a file; none where it is absent."""
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    return [json.loads(line) for line in lines[:_ARTICLES]]


def measure(path: Path) -> None:
    """Imports, seeds with language and matcher, the first article, and more of them."""
    start = time.process_time()
    timed("Python", lambda: None)
    pipeline = timed("imports", lambda: __import__("relgraph.pipeline").pipeline)
    world = timed("seeds, language, matcher", pipeline.load_world)
    articles = [
        pipeline.Article(r["id"], r.get("title") or "", r["text"], r.get("published"), r.get("source"))
        for r in rows(path)
    ]
    if articles:
        timed("first article", lambda: pipeline.extract(articles[0], world))
    print(f"  {'process up to here':28} {time.process_time() - start:6.2f} CPU-s")
    if articles:
        timed(f"{len(articles) - 1} more articles", lambda: [pipeline.extract(a, world) for a in articles[1:]])


def main() -> None:
    """Measures in a process with an empty cache and in one with a full one."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else _SHARED / "articles" / "ir.jsonl"
    if os.environ.get("RELGRAPH_MEASURED"):
        measure(path)
        return
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "XDG_CACHE_HOME": folder, "RELGRAPH_MEASURED": "1"}
        for label in ("empty cache", "cache of an earlier run"):
            print(label, flush=True)
            subprocess.run([sys.executable, __file__, str(path)], env=environment, check=True)


if __name__ == "__main__":
    main()
