"""Words that the press of some years runs together («ازعراق»، «برگزارشد»، «بابشاراسد»): parted again in the fold.

Only an unknown word is parted, only at a preposition or the like, and only where what remains is a common word or a
known name. The text stays as it is; the fold alone learns that a word ends there.
"""

from array import array
from collections.abc import Iterator
from dataclasses import replace

from relgraph.extract.reading import Reading
from relgraph.knowledge.world import World
from relgraph.lang.lexicon import common_words, known_words
from relgraph.text.fold import NO_GAP, SPACE, Folded

_SHORTEST = 5
_SHORTEST_REST = 4


def unglue(reading: Reading, world: World) -> Reading:
    """Marks word boundaries inside words that were run together."""
    folded = reading.folded
    assert folded is not None
    cuts = [cut for first, last in _words(folded) if (cut := _cut(world, folded.chars[first:last], first)) is not None]
    if not cuts:
        return reading
    gap = array("b", folded.gap)
    for cut in cuts:
        gap[cut] = SPACE
    return reading.but(folded=replace(folded, gap=gap))


def _words(folded: Folded) -> Iterator[tuple[int, int]]:
    """(first, last) of every unbroken run of letters that is long enough to hold two words."""
    first = 0
    for i in range(1, len(folded.chars) + 1):
        inside = i < len(folded.chars) and folded.gap[i] == NO_GAP and folded.chars[i].isalpha()
        if not inside:
            if i - first >= _SHORTEST and folded.chars[first].isalpha():
                yield first, i
            first = i


def _cut(world: World, word: str, at: int) -> int | None:
    """Where a word that nobody knows is to be parted, None where it is one word or none can tell."""
    if _known(world, word):
        return None
    particles = world.language.particles
    for left in particles["before"]:
        if word.startswith(left) and _stands(world, word[len(left) :]):
            return at + len(left)
    for right in particles["behind"]:
        if word.endswith(right) and _stands(world, word[: -len(right)]):
            return at + len(word) - len(right)
    return None


def _known(world: World, word: str) -> bool:
    verbs = world.language.verbs
    return (
        word in known_words()
        or word in verbs.forms
        or word in verbs.participles
        or word in world.language.first_names
        or word in world.language.prepositions.all
        or word in world.names
        or word in world.roles
    )


def _stands(world: World, rest: str) -> bool:
    """Whether what remains is a common word or a known name of more than a few letters."""
    return len(rest) >= _SHORTEST_REST and (rest in common_words() or rest in world.names or rest in world.roles)
