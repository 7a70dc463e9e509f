"""What two sides do to each other: «با هم»، «یکدیگر را»، «علیه همدیگر»."""

from collections.abc import Iterator
from dataclasses import replace

from relgraph.extract.function_words import preposition_at
from relgraph.extract.reading import Candidate
from relgraph.extract.roles import Fillers
from relgraph.extract.view import View
from relgraph.text.fold import squeeze

_WITH = squeeze("با")


def each_other(view: View, actors: Fillers, recipients: Fillers) -> tuple[Fillers, Fillers]:
    """The two sides of an act whose subjects do it to each other: apart where they do it together, else all on both."""
    word = next(_reciprocal(view), None) if not recipients and len({f.entity for f in actors}) > 1 else None
    if word is None:
        return actors, recipients
    together = word > 0 and view.key(word - 1) == _WITH
    return (actors[:1], actors[1:]) if together else (actors, actors)


def _reciprocal(view: View) -> Iterator[int]:
    """The tokens of a clause that mean "each other"; «هم» does so only behind a preposition."""
    words, bound = (
        {squeeze(w) for w in view.world.language.pronouns[k]} for k in ("each_other", "each_other_governed")
    )
    for i in view.clause.tokens:
        governed = i > 0 and preposition_at(view.reading, view.world.language, [i - 1], 0) > 0
        if view.key(i) in words or (governed and view.key(i) in bound):
            yield i


def one_way_each(candidate: Candidate) -> list[Candidate]:
    """«یکدیگر را متهم کردند»: each accuses the others; another candidate alone."""
    if not candidate.recipients or candidate.recipients != candidate.actors:
        return [candidate]
    return [
        replace(candidate, actors=(actor,), recipients=tuple(f for f in candidate.actors if f.entity != actor.entity))
        for actor in candidate.actors
    ]
