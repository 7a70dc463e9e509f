"""One clause as the frames see it: what it evokes, its arguments, and its subject, own or shared."""

from collections.abc import Mapping
from dataclasses import dataclass

from relgraph.extract.arguments import (
    SUBJECT,
    Arguments,
    add_complement,
    clause_arguments,
    noun_arguments,
    wanted_markers,
)
from relgraph.extract.evoke import Trigger, VerbTriggers, noun_triggers
from relgraph.extract.governed import clause_triggers
from relgraph.extract.phrase import Unit, segments
from relgraph.extract.reading import Clause, Reading, Ref
from relgraph.extract.speech import is_said
from relgraph.extract.status import clause_status
from relgraph.knowledge.world import World
from relgraph.lang.frames import Frame

_ASKING = frozenset({"REQUEST", "THREATEN"})
_HEARD = frozenset({"complement", "quotation"})
_AND = "و"


@dataclass(frozen=True, slots=True)
class View:
    """A clause with what its frames need.

    `run` are its words without verb and trigger; `complement` those of them between a predicate and its verb; `promoted`
    says that such a complement is a bare object, so that شدن is no passive. `reported`: its verb is one of saying.
    """

    reading: Reading
    world: World
    clause: Clause
    refs: Mapping[int, Ref]
    verbal: tuple[Trigger, ...]
    nominal: tuple[Trigger, ...]
    run: tuple[int, ...]
    complement: frozenset[int]
    arguments: Arguments
    noun_arguments: Mapping[Trigger, Arguments]
    promoted: bool
    reported: bool
    status: str
    subject: tuple[Unit, ...]

    @property
    def markers(self) -> frozenset[str]:
        """The prepositions of the clause, whether or not a name stands behind them («از همه خواست»)."""
        return frozenset(s.marker for s in segments(self.reading, self.world, self.run, dict(self.refs)))

    def key(self, token: int) -> str:
        """The folded form of a token."""
        return self.reading.tokens[token].key

    def frame(self, trigger: Trigger) -> Frame:
        """The frame that a trigger evokes."""
        return self.world.language.frames[trigger.frame]


def view_of(
    reading: Reading,
    world: World,
    clause: Clause,
    refs: dict[int, Ref],
    subjects: Mapping[int, tuple[Unit, ...]],
    *,
    reported: bool,
) -> View:
    """The view of a clause; `subjects` are those of the clauses that it may share one with."""
    evoked = clause_triggers(reading, world, clause, refs)
    run = (*evoked.run, *evoked.complement)
    nominal = tuple(noun_triggers(reading, world.language, run, refs))
    of_nouns = _of_nouns(reading, world, evoked, nominal, refs)
    hanging = {i for a in of_nouns.values() for i in a.taken}
    arguments = clause_arguments(reading, world, [i for i in evoked.run if i not in hanging], refs)
    rest = [i for i in evoked.complement if i not in hanging]
    bare = add_complement(arguments, reading, world, rest, refs, evoked.bare)
    return View(
        reading=reading,
        world=world,
        clause=clause,
        refs=refs,
        verbal=evoked.triggers,
        nominal=nominal,
        run=run,
        complement=frozenset(evoked.complement),
        arguments=arguments,
        noun_arguments=of_nouns,
        promoted=bare and evoked.bare == "object",
        reported=reported,
        status=clause_status(reading, world, clause),
        subject=arguments.first(SUBJECT) or _shared_subject(reading, world, clause, evoked, nominal, refs, subjects),
    )


def _of_nouns(
    reading: Reading, world: World, evoked: VerbTriggers, nominal: tuple[Trigger, ...], refs: dict[int, Ref]
) -> dict[Trigger, Arguments]:
    """What hangs on each event noun: the inner ones first, so that a phrase belongs to the nearest noun that can use it.

    Nouns coordinated with «و» share what hangs on the last: «دیدار و گفت‌وگو با لاوروف».
    """
    passive = any(t.voice == "passive" for t in evoked.triggers)
    out: dict[Trigger, Arguments] = {}
    taken: set[int] = set()
    last: Trigger | None = None
    for trigger in sorted(nominal, key=lambda t: t.tokens, reverse=True):
        wanted = wanted_markers(world.language.frames[trigger.frame], world)
        if passive:
            wanted -= world.language.prepositions.agent  # «حمله … از سوی … محکوم شد»: the agent is the verb's
        if last is not None and _shares(reading, trigger, last):
            out[trigger] = out[last]
        else:
            run = [i for i in (*evoked.run, *evoked.complement) if i not in taken]
            out[trigger] = noun_arguments(reading, world, run, trigger, refs, wanted)
            taken |= out[trigger].taken
        last = trigger
    return out


def _shares(reading: Reading, trigger: Trigger, following: Trigger) -> bool:
    """Whether two event nouns are one phrase: the same words, or joined by «و»."""
    gap = range(trigger.tokens[-1] + 1, following.tokens[0])
    return trigger.tokens == following.tokens or (len(gap) == 1 and reading.tokens[gap[0]].key == _AND)


def speaker_of(reading: Reading, clause: Clause) -> tuple[Unit, ...]:
    """Who says "I" or "we" in a clause: its speaker, where the text has named him by then."""
    voice = reading.voices[clause.index]
    sentence = reading.sentences[clause.sentence]
    named = [r for r in reading.refs if voice and voice.speaker in r.entities and r.first < sentence.last]
    return (Unit((), named[-1]),) if named else ()


def _shared_subject(
    reading: Reading,
    world: World,
    clause: Clause,
    evoked: VerbTriggers,
    nominal: tuple[Trigger, ...],
    refs: Mapping[int, Ref],
    subjects: Mapping[int, tuple[Unit, ...]],
) -> tuple[Unit, ...]:
    """The subject of a clause that names none: the speaker's "I", what it describes, or that of the clause before."""
    before = subjects.get(clause.parent, ()) if clause.parent is not None else ()
    if clause.verb is not None and clause.verb.person.startswith("1"):
        return speaker_of(reading, clause)
    if clause.link == "relative" and clause.antecedent is not None:
        ref = refs.get(clause.antecedent)
        if ref is None:  # «اکنون که …» goes on with the subject at hand, «کشوری که …» doesn't
            return before if reading.tokens[clause.antecedent].key in world.language.adverbs else ()
        return (Unit((), ref),)
    if clause.link not in _HEARD | {"coordinate", "control"} or _wordy(reading, world, evoked, nominal, refs):
        return ()
    if clause.link in _HEARD and (clause.parent is None or is_said(reading, world, reading.clauses[clause.parent])):
        return speaker_of(reading, clause)
    if clause.link == "complement" and clause.parent is not None and not _is_described(reading, world, clause.parent):
        return ()  # whom the clause above asks or threatens is to do it
    return () if _is_outnumbered(reading, clause, before) else before


def _is_described(reading: Reading, world: World, above: int) -> bool:
    """Whether a clause describes its subject by what follows: «ایران کشوری است که …», not «خواهان این است که …»."""
    clause = reading.clauses[above]
    asked = any(
        world.language.frames[e.frame].type in _ASKING
        for i in clause.tokens
        for e in world.language.evoked.get(reading.tokens[i].key, ())
    )
    return clause.verb is not None and clause.verb.tense == "copula" and not asked


def _is_outnumbered(reading: Reading, clause: Clause, subject: tuple[Unit, ...]) -> bool:
    """Whether a plural verb rules out that it goes on with one person: «… در این بیانیه تجاوز را محکوم کردند»."""
    if clause.verb is None or clause.verb.person != "3p" or len(subject) != 1:
        return False
    entities = subject[0].ref.entities
    known = reading.entities.get(entities[0]) if len(entities) == 1 else None
    return known is not None and known.type == "person"


def _wordy(
    reading: Reading, world: World, evoked: VerbTriggers, nominal: tuple[Trigger, ...], refs: Mapping[int, Ref]
) -> bool:
    """Whether a clause begins with a noun phrase that names no entity («این نشست برگزار شد»)."""
    events = {i for t in nominal for i in t.tokens}
    for segment in segments(reading, world, evoked.run, dict(refs)):
        words = [i for i in segment.tail if reading.tokens[i].kind == "word"]
        if segment.marker == "" and any(reading.tokens[i].key not in world.language.adverbs for i in words):
            return not events & set(segment.tail)
    return False
