"""A graph of a million triples: made, loaded, asked and written by Oxigraph as we use it, and by plain rdflib.

    python bench/graph.py [--triples 1000000] [--rdflib]

The graph is what `merge` makes of extractions in the shape of real ones (as many parties, claims, marks and words of
evidence), drawn with a fixed seed. Without --rdflib the slow half is left out.
"""

import argparse
import random
import resource
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import rdflib

from relgraph.export.turtle import turtle
from relgraph.graph.bridge import to_rdflib
from relgraph.graph.edges import EDGE_NAME
from relgraph.graph.merge import merge
from relgraph.graph.rdf import triples
from relgraph.graph.store import open_store, read_quads
from relgraph.graph.terms import prefixes
from relgraph.model import Article, Entity, Event, Extraction, Mark, Mention, Quote

_SEED, _PER_ARTICLE = 2031, 4
# Measured: an event with its claim and evidence, and the article's share of entities, come to this many.
_TRIPLES_AN_EVENT = 33
_LETTERS = "ابپتجچحخدرزسشعفقکگلمنوهی"
_PAIRS_BY_YEAR = """
SELECT ?one ?other ?year (COUNT(*) AS ?n) WHERE {
  ?event a rg:Consult ; rg:actorState ?one ; rg:recipientState ?other ; rg:earliest ?day ; rg:status rg:actual .
  BIND(SUBSTR(STR(?day), 1, 4) AS ?year)
} GROUP BY ?one ?other ?year ORDER BY DESC(?n) ?one ?other ?year LIMIT 20
"""
_QUOTES = """
SELECT ?quote ?title WHERE {
  ?event a rg:Sanction ; rg:recipientState rgr:country-3 .
  ?claim rg:event ?event ; prov:wasDerivedFrom ?evidence .
  ?evidence oa:exact ?quote ; oa:hasSource/dcterms:title ?title .
} ORDER BY ?quote LIMIT 100
"""


def main() -> None:
    """Print the figures, CPU-seconds of each step."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--rdflib", action="store_true")
    given = parser.parse_args()
    graph = _timed("merge", lambda: merge(_extractions(given.triples // _TRIPLES_AN_EVENT)))
    facts = _timed("to triples", lambda: set(triples(graph)))
    print(f"{len(facts):,} triples, {len(graph.events):,} events of {len(graph.sources):,} articles")
    with TemporaryDirectory() as folder:
        file = Path(folder) / "graph.ttl"
        _timed("write Turtle, sorted and prefixed", lambda: file.write_bytes(turtle(facts)))
        print(f"{file.stat().st_size / 1e6:.0f} MB")
        _oxigraph(file)
        if given.rdflib:
            _rdflib(file)
            _timed("to_rdflib in memory", lambda: to_rdflib(file, oxigraph=False))
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.2f} GB")


def _oxigraph(file: Path) -> None:
    store = _timed("load into a store", lambda: open_store(file))
    for name, query in (("pairs by year", _PAIRS_BY_YEAR), ("quotes", _QUOTES)):
        rows = _timed(f"query {name}", lambda query=query: list(store.query(query, prefixes=prefixes())))
        print(f"  {len(rows)} rows")
    over = _timed("to_rdflib over Oxigraph", lambda: to_rdflib(file, oxigraph=True))
    _timed("  query pairs by year there", lambda: list(over.query(_PAIRS_BY_YEAR)))
    _timed("read quads only", lambda: sum(1 for _ in read_quads(file)))


def _rdflib(file: Path) -> None:
    plain = _timed("rdflib: parse", lambda: rdflib.Graph().parse(file))
    for name, query in (("pairs by year", _PAIRS_BY_YEAR), ("quotes", _QUOTES)):
        rows = _timed(f"rdflib: query {name}", lambda query=query: list(plain.query(query, initNs=prefixes())))
        print(f"  {len(rows)} rows")
    _timed("rdflib: write Turtle", lambda: plain.serialize(format="turtle"))


def _timed[T](what: str, work: Callable[[], T]) -> T:
    start = time.process_time()
    result = work()
    print(f"{what:40} {time.process_time() - start:8.2f} CPU-s", flush=True)
    return result


def _extractions(events: int) -> Iterator[Extraction]:
    draw = random.Random(_SEED)  # noqa: S311  a fixed draw
    countries = [_entity(f"country-{n}", "country", draw) for n in range(150)]
    people = [_entity(f"person-{n}", "person", draw, state=f"country-{n % 150}") for n in range(6000)]
    words = ["".join(draw.choices(_LETTERS, k=draw.randint(2, 7))) for _ in range(20_000)]
    for number in range(events // _PER_ARTICLE):
        text = " ".join(draw.choices(words, k=120))
        day = f"{draw.randint(2003, 2025)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        article = Article(f"a{number}", " ".join(draw.choices(words, k=8)), text, day, f"outlet-{number % 40}")
        seen = {each.id: each for each in (*draw.sample(countries, 4), *draw.sample(people, 4))}
        told = tuple(_event(article, list(seen), day, draw) for _ in range(_PER_ARTICLE))
        yield Extraction(article, tuple(seen.values()), told, (), ())


def _entity(identifier: str, kind: Any, draw: random.Random, **facts: Any) -> Entity:
    name = "".join(draw.choices(_LETTERS, k=9))
    return Entity(
        identifier, kind, name, identifier.title(), (Mention(0, len(name), name, "name"),), seeded=True, **facts
    )


def _event(article: Article, parties: list[str], day: str, draw: random.Random) -> Event:
    start = draw.randrange(len(article.full) - 120)
    sentence, evidence = (
        Quote(start + a, start + b, article.full[start + a : start + b]) for a, b in ((0, 120), (20, 90))
    )
    one, other, topic = draw.sample(parties, 3)
    marks = tuple(
        Mark(role, start + 20 + n * 9, start + 27 + n * 9) for n, role in enumerate(("trigger", "actor", "date"))
    )
    return Event(
        "e", draw.choice(sorted(EDGE_NAME)), None, (one,), (other,), (), day if draw.random() < 0.7 else None, (topic,),
        "actual", draw.choice((None, one)), (), None, evidence, sentence, marks, "a.rule", 0.9,
    )  # fmt: skip


if __name__ == "__main__":
    main()
