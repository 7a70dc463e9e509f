"""Articles to extractions over worker processes: results in the order of the inputs, a bounded number under way."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import batched
from pathlib import Path

from relgraph.knowledge.world import load_world
from relgraph.model import Article, Extraction
from relgraph.pipeline import extract

_BATCH = 16
# Batches waiting for each worker: enough that none idles, few enough that memory stays flat.
_AHEAD = 4

Failure = tuple[Article, str]


def extract_all(
    articles: Iterable[Article], *, workers: int = 1, seeds: tuple[Path, ...] = ()
) -> Iterator[Extraction | Failure]:
    """The extraction of every article, or the article with what went wrong; `workers` processes, 1 = this one."""
    if workers <= 1:
        yield from (_attempt(a, seeds) for a in articles)
        return
    with ProcessPoolExecutor(workers, initializer=load_world, initargs=(seeds,)) as pool:
        under_way: deque[Future[list[Extraction | Failure]]] = deque()
        for batch in batched(articles, _BATCH):
            under_way.append(pool.submit(_attempt_batch, batch, seeds))
            if len(under_way) > workers * _AHEAD:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()


def _attempt_batch(batch: tuple[Article, ...], seeds: tuple[Path, ...]) -> list[Extraction | Failure]:
    return [_attempt(a, seeds) for a in batch]


def _attempt(article: Article, seeds: tuple[Path, ...]) -> Extraction | Failure:
    """One article that breaks the reader must not end a build of a million: it is refused, with the fault named."""
    try:
        return extract(article, load_world(seeds))
    except Exception as e:  # noqa: BLE001  any fault in reading one article is that article's refusal
        return article, f"could not be read through: {type(e).__name__}: {e}"
