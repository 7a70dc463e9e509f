"""The most frequent name-like strings of real articles that no table knows: what to add to the seeds next.

    python bench/unlinked.py [NUMBER] [ARTICLES.jsonl]

A string is name-like where it is known as a person, organization or place of its article only, and where one to three rare
words stand together outside of every name. Endings are cut; a string counts once an article. Prints, for each: in how many
articles it stands, what sort of thing it is taken for, and one place.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from corpus import SHARED, article_of
from relgraph.extract.names import is_strange
from relgraph.extract.reading import Reading
from relgraph.extract.unknown import is_derived
from relgraph.knowledge.world import World, load_world
from relgraph.pipeline import STAGES
from relgraph.text.fold import squeeze

_LAST_STAGE = "resolve"
_TYPES = frozenset({"person", "organization", "place"})
_LONGEST, _SHORTEST, _AROUND = 3, 3, 30
_CLITICS = ("های", "ها")


def named(article: dict[str, str], world: World) -> Reading:
    """An article's reading once all names are found."""
    reading = Reading(article_of(article))
    for stage in STAGES:
        reading = stage(reading, world)
        if stage.__name__ == _LAST_STAGE:
            break
    return reading


def unlinked(reading: Reading, world: World) -> Iterator[tuple[str, str, int, int]]:
    """(sort, string, start, end) of everything name-like that no table knows."""
    covered = set()
    for ref in reading.refs:
        covered.update(range(ref.first, ref.last))
        entity = reading.entities.get(ref.entities[0]) if ref.kind == "name" and ref.entities else None
        if entity is not None and not entity.seeded and entity.type in _TYPES:
            yield entity.type, reading.text(ref.start, ref.end), ref.start, ref.end
    at = 0
    while at < len(reading.tokens):
        end = at
        while end < min(at + _LONGEST, len(reading.tokens)) and end not in covered and rare(reading, world, end):
            end += 1
        if end > at:
            start, stop = reading.tokens[at].start, reading.tokens[end - 1].end
            yield "rare words", reading.text(start, stop), start, stop
        at = max(end, at + 1)


def rare(reading: Reading, world: World, i: int) -> bool:
    """Whether a token is a word that nothing explains but being a name."""
    token = reading.tokens[i]
    plain = token.kind == "word" and len(token.key) >= _SHORTEST and not token.key.endswith(_CLITICS)
    return plain and is_strange(reading, world, i) and not is_derived(token.key, world)


def main() -> None:
    """Counts and prints."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    path = Path(sys.argv[2]) if len(sys.argv) > 2 else SHARED / "articles" / "ir.jsonl"
    world, counts, shown = load_world(), Counter[str](), {}
    for line in path.read_text("utf-8").splitlines():
        reading = named(json.loads(line), world)
        seen = {}
        for sort, wording, start, end in unlinked(reading, world):
            around = reading.text(max(0, start - _AROUND), end + _AROUND)
            seen.setdefault(squeeze(wording), (sort, " ".join(wording.split()), " ".join(around.split())))
        counts.update(seen.keys())
        for key, value in seen.items():
            shown.setdefault(key, value)
    for key, count in counts.most_common(number):
        sort, wording, around = shown[key]
        print(f"{count:4}  {wording}  [{sort}]  … {around} …")


if __name__ == "__main__":
    main()
