"""Verbs of saying: whether a clause reports, and how much of it belongs to the verb."""

from collections.abc import Sequence

from relgraph.extract.phrase import OBJECT
from relgraph.extract.reading import Clause, Reading
from relgraph.knowledge.world import World
from relgraph.lang.language import Speech

_LONGEST = 5


def is_said(reading: Reading, world: World, clause: Clause) -> bool:
    """Whether a clause's verb is one of saying, so that what hangs under it is somebody's words."""
    if clause.verb is None:
        return False
    run = [i for i in clause.tokens if i < clause.verb.first]
    return speech_verb(reading, world, run, clause.verb.infinitive)[0] is not None


def speech_verb(reading: Reading, world: World, run: Sequence[int], infinitive: str) -> tuple[Speech | None, int]:
    """The reporting verb that ends a run of tokens with this infinitive, and how many of them belong to it."""
    marked = bool(run) and reading.tokens[run[-1]].key == OBJECT  # «تأکیدی را داشتند»
    run = run[:-1] if marked else run
    for length in range(min(_LONGEST, len(run)), -1, -1):
        key = "".join(reading.tokens[i].key for i in run[len(run) - length :]) if length else ""
        speech = world.language.speech.get((key, infinitive)) or (
            marked and world.language.speech.get((key.removesuffix("ی"), infinitive))
        )
        if speech:
            return speech, length + marked
    return None, 0
