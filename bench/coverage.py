"""How much of the language the frames know: the share of finite verbs and of event nouns that somebody has judged.

    python bench/coverage.py [ARTICLES.jsonl] [--unknown N]

A verb counts as known where its clause evokes a frame or reports, or where `lang/fa/eventless.toml` lists it, alone or
with the words before it, as telling no event. An event noun is a word that the articles use with a light verb («حمله
کرد») and that stands before a name or a preposition with a name («حمله ترکیه», «حمله به سوریه»); it is known where it
evokes a frame, or is listed as telling none.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpus import SHARED, article_of
from relgraph.extract.evoke import OBJECT, noun_triggers
from relgraph.extract.governed import clause_triggers
from relgraph.extract.phrase import outer_refs
from relgraph.extract.reading import Clause, Reading, Ref
from relgraph.extract.speech import is_said
from relgraph.knowledge.world import World, load_world
from relgraph.lang.data import read_toml
from relgraph.lang.inflect import inflected
from relgraph.pipeline import read
from relgraph.resources import LANG
from relgraph.text.fold import squeeze

_LONGEST = 4
# A word that fewer clauses carry with a light verb is no act noun yet.
_SEEN = 3
# With these a noun is an act («حمله کرد», «پاسخ داد»); what one is or has is none.
_DOING = frozenset(squeeze(v) for v in ("کردن", "نمودن", "دادن", "زدن", "ورزیدن"))


@dataclass
class Counts:
    """What the articles hold: verbs and nouns by what knows them, and those that nothing knows."""

    verbs: Counter[str] = field(default_factory=Counter)
    nouns: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)


def eventless_nouns() -> frozenset[str]:
    """The nouns of acts that tell no event, in every form."""
    endings = read_toml(LANG / "fa" / "inflection.toml")["endings"]
    listed = read_toml(LANG / "fa" / "eventless.toml")["nouns"]
    return frozenset(form for noun in listed for form in inflected(noun, endings))


def judged(reading: Reading, world: World, clause: Clause, listed: frozenset[tuple[str, str]]) -> str | None:
    """What knows the verb of a clause: frame, saying or list; None where nobody has judged it."""
    assert clause.verb is not None
    if clause_triggers(reading, world, clause, outer_refs(reading)).triggers:
        return "frame"
    if is_said(reading, world, clause):
        return "saying"
    keys = [reading.tokens[i].key for i in clause.tokens if i < clause.verb.first]
    tails = ("".join(keys[len(keys) - n :]) if n else "" for n in range(_LONGEST + 1))
    infinitive = clause.verb.infinitive
    return "list" if any((tail, infinitive) in listed for tail in tails) else None


def carried(reading: Reading, world: World, clause: Clause) -> str | None:
    """The word that a clause's light verb carries: «حمله» of «حمله کرد»."""
    run = [i for i in clause.tokens if clause.verb is not None and i < clause.verb.first]
    if clause.verb is None or not run or clause.verb.infinitive not in _DOING:
        return None
    token = reading.tokens[run[-1]]
    language = world.language
    empty = token.key == OBJECT or token.key in language.prepositions.all | language.adverbs | language.nouns.modifiers
    return token.key if token.kind == "word" and not empty else None


def named_acts(reading: Reading, world: World, clause: Clause, refs: dict[int, Ref]) -> Iterator[int]:
    """The words of a clause that stand before a name, or before a preposition with a name."""
    run = [i for i in clause.tokens if clause.verb is None or i < clause.verb.first]
    for at, i in enumerate(run[:-1]):
        after = run[at + 1]
        behind = run[at + 2] if at + 2 < len(run) else after
        spoken_of = reading.tokens[after].key in world.language.prepositions.all and behind in refs
        if i not in refs and (after in refs or spoken_of):
            yield i


def count_verbs(readings: list[Reading], world: World, counts: Counts) -> None:
    """Counts the finite verbs by what knows them."""
    listed = world.language.eventless
    for reading in readings:
        for clause in reading.clauses:
            if clause.verb is None:
                continue
            by = judged(reading, world, clause, listed)
            counts.verbs[by or "nobody"] += 1
            if by is None:
                before = [reading.tokens[i].key for i in clause.tokens if i < clause.verb.first][-1:]
                counts.unknown[" ".join([*before, clause.verb.infinitive])] += 1


def count_nouns(readings: list[Reading], world: World, counts: Counts) -> None:
    """Counts the event nouns by what knows them."""
    seen = Counter(key for r in readings for c in r.clauses if (key := carried(r, world, c)) is not None)
    acts = {key for key, count in seen.items() if count >= _SEEN}
    listed = eventless_nouns()
    for reading in readings:
        refs = outer_refs(reading)
        for clause in reading.clauses:
            run = [i for i in clause.tokens if clause.verb is None or i < clause.verb.first]
            evoking = {i for t in noun_triggers(reading, world.language, run, refs) for i in t.tokens}
            for i in named_acts(reading, world, clause, refs):
                key = reading.tokens[i].key
                if key in acts or i in evoking:
                    by = "frame" if i in evoking else "list" if key in listed else "nobody"
                    counts.nouns[by] += 1
                    if by == "nobody":
                        counts.unknown[key] += 1


def main() -> None:
    """Prints the shares, and the most frequent verbs and nouns that nobody has judged."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("articles", nargs="?", type=Path, default=SHARED / "articles" / "ir.jsonl")
    parser.add_argument("--unknown", type=int, default=20, help="how many unknown verbs and nouns to list")
    arguments = parser.parse_args()
    world, counts = load_world(), Counts()
    lines = arguments.articles.read_text("utf-8").splitlines()
    readings = [read(article_of(json.loads(line)), world) for line in lines]
    count_verbs(readings, world, counts)
    count_nouns(readings, world, counts)
    for name, found in (("verbs", counts.verbs), ("nouns", counts.nouns)):
        total = sum(found.values())
        print(f"{name}: {1 - found['nobody'] / total:.1%} of {total:,} known")
        for by, count in found.most_common():
            print(f"  {by:8} {count:7,}  {count / total:.1%}")
    for word, count in counts.unknown.most_common(arguments.unknown):
        print(f"{count:6}  {word}")


if __name__ == "__main__":
    main()
