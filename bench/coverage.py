"""How much of the language the frames know: the share of finite verbs that a frame, a verb of saying or a list has judged.

    python bench/coverage.py [ARTICLES.jsonl] [--unknown N]

A verb counts as known where its clause evokes a frame or reports, or where `lang/fa/eventless.toml` lists it, alone or
with the words before it, as telling no event.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

from corpus import SHARED, article_of
from relgraph.extract.evoke import verb_triggers
from relgraph.extract.phrase import outer_refs
from relgraph.extract.reading import Clause, Reading
from relgraph.extract.speech import is_said
from relgraph.knowledge.world import World, load_world
from relgraph.pipeline import read

_LONGEST = 4


def judged(reading: Reading, world: World, clause: Clause, listed: frozenset[tuple[str, str]]) -> str | None:
    """What knows the verb of a clause: frame, saying or list; None where nobody has judged it."""
    assert clause.verb is not None
    if verb_triggers(reading, world.language, clause, outer_refs(reading)).triggers:
        return "frame"
    if is_said(reading, world, clause):
        return "saying"
    keys = [reading.tokens[i].key for i in clause.tokens if i < clause.verb.first]
    tails = ("".join(keys[len(keys) - n :]) if n else "" for n in range(_LONGEST + 1))
    infinitive = clause.verb.infinitive
    return "list" if any((tail, infinitive) in listed for tail in tails) else None


def main() -> None:
    """Prints the shares, and the most frequent verbs that nobody has judged."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("articles", nargs="?", type=Path, default=SHARED / "articles" / "ir.jsonl")
    parser.add_argument("--unknown", type=int, default=20, help="how many unknown verbs to list")
    arguments = parser.parse_args()
    world = load_world()
    listed = world.language.eventless
    known, unknown = Counter[str](), Counter[str]()
    for line in arguments.articles.read_text("utf-8").splitlines():
        reading = read(article_of(json.loads(line)), world)
        for clause in reading.clauses:
            if clause.verb is None:
                continue
            by = judged(reading, world, clause, listed)
            known[by or "nobody"] += 1
            if by is None:
                before = [reading.tokens[i].key for i in clause.tokens if i < clause.verb.first][-1:]
                unknown[" ".join([*before, clause.verb.infinitive])] += 1
    total = sum(known.values())
    for by, count in known.most_common():
        print(f"{by:8} {count:7,}  {count / total:.1%}")
    for verb, count in unknown.most_common(arguments.unknown):
        print(f"{count:6}  {verb}")


if __name__ == "__main__":
    main()
