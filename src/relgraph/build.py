"""`relgraph build` and its kin as functions: inputs to extractions, extractions to an output folder.

A build keeps what each article says in a file beside its output while it runs, so that one that is killed goes on where
it was. A store is an output folder that keeps this file: articles can be added, replaced and retracted, and its graph is
always the one that a build of the same articles from scratch would give, byte for byte.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from fnmatch import fnmatch
from pathlib import Path

from relgraph.errors import UsageError
from relgraph.export.folder import write_folder
from relgraph.export.ledger import ArticleRecord, InputRecord, Ledger, record
from relgraph.export.page.shelf import Shelf
from relgraph.graph.background import background_of
from relgraph.graph.merge import merge
from relgraph.graph.model import Graph
from relgraph.graph.terms import DEFAULT_BASE
from relgraph.knowledge.world import load_world
from relgraph.model import Article, Extraction
from relgraph.read import ReadOptions, Refused, read_inputs
from relgraph.store.articles import Articles, Change
from relgraph.store.fingerprint import fingerprint
from relgraph.workers import extract_all

Warn = Callable[[Refused], None]

# In a store, and in an output folder while a build is under way.
STORE_FILE, JOURNAL = "articles.sqlite", ".building.sqlite"
_LINE = re.compile(r":\d+$")


@dataclass(frozen=True, slots=True)
class Options:
    """How to read, extract and write.

    Defaults for the articles, worker processes, tables of one's own over the seeds, base of the IRIs, and the ISO day on
    which relations count as current. None is our own base and the day of the newest article; a store remembers the
    tables and the base from the last time that they were given.
    """

    read: ReadOptions = field(default_factory=ReadOptions)
    workers: int = 1
    seeds: tuple[Path, ...] = ()
    base: str | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: the graph, how many articles it has and inputs were refused, and what changed in a store."""

    graph: Graph
    articles: int
    refused: int
    changes: Counter[Change] = field(default_factory=Counter)


def extractions(inputs: Sequence[str], options: Options, warn: Warn) -> Iterator[Extraction]:
    """The extraction of every article of the inputs, in their order; each refused input is told to `warn`.

    Raises DataError for faulty seed tables before the first article is read.
    """
    load_world(options.seeds)
    return _extracted(_articles(inputs, options, warn), options, warn)


def build(inputs: Sequence[str], output: Path, options: Options, warn: Warn) -> Built:
    """Builds the graph of the inputs into an output folder. A build that was killed is taken up where it was.

    UsageError for a store, whose articles this would leave out of its graph.
    """
    if (output / STORE_FILE).exists():
        raise UsageError(
            f"{output} is a store with articles of its own: add to it with --into, or give another --output"
        )
    load_world(options.seeds)
    with _journal(output, fingerprint(options.seeds)) as articles:
        articles.start_over()
        desk = _Desk(articles, options, warn)
        desk.take_in(desk.articles_of(inputs))
        return desk.write(output)


def build_into(inputs: Sequence[str], store: Path, options: Options, warn: Warn) -> Built:
    """Adds the inputs to a store, which is made if need be; an article of an id that is there replaces it.

    What was read with other code or seed tables is read again, so that without inputs this brings a store up to date.
    """
    store.mkdir(parents=True, exist_ok=True)
    with _store(store, options) as (articles, settled):
        articles.forget_refused([each.where for each in articles.refused() if _among(each.where, inputs)])
        desk = _Desk(articles, settled, warn)
        desk.take_in(desk.articles_of(inputs))
        desk.take_in(articles.stale(), counted=False)
        return desk.write(store)


def retract(identifiers: Sequence[str], store: Path, options: Options, warn: Warn) -> Built:
    """Takes articles out of a store: what is left is the graph of the others. UsageError for an id that isn't there."""
    if not (store / STORE_FILE).is_file():
        raise UsageError(f"{store} is no store: make one with relgraph build … --into {store}")
    with _store(store, options) as (articles, settled):
        missing = [each for each in identifiers if not articles.has(each)]
        if missing:
            raise UsageError(f"no article {missing[0]!r} in {store}: ids stand in its report.json")
        articles.remove(identifiers)
        desk = _Desk(articles, settled, warn)
        desk.take_in(articles.stale(), counted=False)
        return desk.write(store)


# ---- where articles are kept


@contextmanager
def _journal(output: Path, made_with: str) -> Iterator[Articles]:
    """The file of a build under way; it stays when the build is cut off, unless nothing was read yet."""
    existed = output.is_dir()
    output.mkdir(parents=True, exist_ok=True)
    done = False
    try:
        with Articles.open(output / JOURNAL, made_with) as articles:
            try:
                yield articles
                done = True
            finally:
                done = done or articles.is_empty()
    finally:
        if done:
            for file in output.glob(JOURNAL + "*"):
                file.unlink()
            if not existed and not any(output.iterdir()):
                output.rmdir()


@contextmanager
def _store(store: Path, options: Options) -> Iterator[tuple[Articles, Options]]:
    """The articles of a store, and the options with what it remembers."""
    with Articles.open(store / STORE_FILE) as articles:
        given = "\n".join(str(path.resolve()) for path in options.seeds) or None
        seeds, base = articles.setting("seeds", given), articles.setting("base", options.base)
        settled = replace(options, seeds=tuple(Path(path) for path in (seeds or "").splitlines()), base=base)
        for path in settled.seeds:
            if not path.exists():
                raise UsageError(f"this store has tables of its own in {path}: say with --seeds where they are now")
        load_world(settled.seeds)
        yield replace(articles, made_with=fingerprint(settled.seeds)), settled


def _among(where: str, inputs: Iterable[str]) -> bool:
    """Whether a place (a file, or file:line) lies in one of the inputs."""
    file = _LINE.sub("", where)
    return any(file == given or Path(given) in Path(file).parents or fnmatch(file, given) for given in inputs)


# ---- the work


@dataclass(slots=True)
class _Desk:
    """One build: takes articles in and counts, then writes."""

    articles: Articles
    options: Options
    warn: Warn
    refused: int = 0
    changes: Counter[Change] = field(default_factory=Counter)

    def articles_of(self, inputs: Sequence[str]) -> Iterator[Article]:
        return _articles(inputs, self.options, self.note)

    def note(self, item: Refused) -> None:
        self.refused += 1
        self.articles.refuse(item)
        self.warn(item)

    def take_in(self, found: Iterable[Article], *, counted: bool = True) -> None:
        """Keeps what is known of the articles and reads the others."""
        for extraction in _extracted(self._unread(found), self.options, self.note):
            change = self.articles.put(extraction)
            self.changes[change] += counted

    def _unread(self, found: Iterable[Article]) -> Iterator[Article]:
        for article in found:
            if self.articles.keep(article):
                self.changes["unchanged"] += 1
            else:
                yield article

    def write(self, folder: Path) -> Built:
        """Merges all articles and writes the folder."""
        records: list[ArticleRecord] = []
        shelf = Shelf()

        def recorded() -> Iterator[Extraction]:
            for extraction in self.articles.extractions():
                records.append(record(extraction))
                article = extraction.article
                shelf.put(article.id, article.full, len(extraction.events) + len(extraction.relations))
                yield extraction

        graph = merge(recorded(), background_of(load_world(self.options.seeds)), as_of=self.options.as_of)
        refused = tuple(InputRecord(each.where, each.reason) for each in self.articles.refused())
        base = self.options.base or DEFAULT_BASE
        write_folder(graph, Ledger(tuple(records), refused), folder, base=base, texts=shelf.texts())
        return Built(graph, len(records), self.refused, self.changes)


def _articles(inputs: Sequence[str], options: Options, warn: Warn) -> Iterator[Article]:
    for item in read_inputs(inputs, options.read):
        if isinstance(item, Refused):
            warn(item)
        else:
            yield item


def _extracted(articles: Iterable[Article], options: Options, warn: Warn) -> Iterator[Extraction]:
    for result in extract_all(articles, workers=options.workers, seeds=options.seeds):
        if isinstance(result, Extraction):
            yield result
        else:
            article, fault = result
            warn(Refused(f"article {article.id}", fault))
