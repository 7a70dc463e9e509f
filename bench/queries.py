"""How long each shipped question takes on a large graph: `python bench/queries.py output/graph.ttl --copies 12`.

The graph is a real one several times over: each copy has articles, events, claims and relations of its own, and shares the
entities, so that the busy ones grow busier as they do in a real archive.
"""

import argparse
import csv
import io
import re
import time
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import NamedNode, Quad, QueryResultsFormat, Store

from relgraph.graph.store import read_quads
from relgraph.query.named import named_queries
from relgraph.query.target import Local

OWN = re.compile(r"^(.*/(?:article|event|claim|evidence|relation)/)(.+)$")


def main() -> None:
    """Prints the CPU seconds and the rows of each question."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("graph", type=Path, help="an output folder or RDF file")
    parser.add_argument("--copies", type=int, default=12)
    arguments = parser.parse_args()
    store = Store()
    started = time.process_time()
    store.bulk_extend(copies(arguments.graph, arguments.copies))
    print(f"{len(store):,} triples in {time.process_time() - started:.1f} s")
    asked = Local(store)
    for query in named_queries():
        started = time.process_time()
        text = io.StringIO(asked.ask(query.text).serialize(format=QueryResultsFormat.CSV).decode())
        seconds = time.process_time() - started
        print(f"{query.name:26} {seconds:8.3f} CPU-s {sum(1 for _ in csv.reader(text)) - 1:9,} rows")


def copies(graph: Path, count: int) -> Iterator[Quad]:
    """The quads of a graph, `count` times over."""
    quads = list(read_quads(graph))
    for number in range(count):
        for quad in quads:
            yield Quad(_own(quad.subject, number), quad.predicate, _own(quad.object, number))


def _own(term: object, number: int) -> object:
    match = OWN.match(term.value) if isinstance(term, NamedNode) and number else None
    return term if match is None else NamedNode(f"{match[1]}{number}-{match[2]}")


if __name__ == "__main__":
    main()
