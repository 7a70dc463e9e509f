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
from relgraph.extract.status import clause_status
from relgraph.extract.subject import Shared, shared_subject
from relgraph.knowledge.world import World
from relgraph.lang.frames import Frame

# What somebody says that he will do himself: «تهدید کرد که … خواهد کرد».
_ANNOUNCED = frozenset({"THREATEN", "AGREE"})
_HARMFUL = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "THREATEN"})
# Behind what stands who is asked to do something.
_ASKED = ("از", "به", "object")
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

    def lends(self) -> Shared:
        """What clauses behind this one may take from it: «از ایران خواست مذاکره کند» lends Iran as who is to talk."""
        asks = any(self.frame(t).type == "REQUEST" for t in self.verbal)
        asked = next((g for m in _ASKED if (g := self.arguments.first(m))), ()) if asks else ()
        announces = any(self.frame(t).type in _ANNOUNCED for t in self.verbal)
        harms = any(self.frame(t).type in _HARMFUL for t in self.verbal)
        return Shared(self.subject, asked, self.subject if announces else (), harms)


def view_of(
    reading: Reading,
    world: World,
    clause: Clause,
    refs: dict[int, Ref],
    shared: Mapping[int, Shared],
    *,
    reported: bool,
) -> View:
    """The view of a clause; `shared` is what the clauses before it lend."""
    evoked = clause_triggers(reading, world, clause, refs)
    run = (*evoked.run, *evoked.complement)
    used = {i for t in evoked.triggers for i in t.tokens}
    nominal = tuple(noun_triggers(reading, world.language, [i for i in run if i not in used], refs))
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
        subject=_own_subject(clause, arguments)
        or shared_subject(reading, world, clause, evoked, nominal, refs, shared),
    )


def _own_subject(clause: Clause, arguments: Arguments) -> tuple[Unit, ...]:
    """The subject that a clause names; where its verb says "I" or "we", what looks like one is the object."""
    own = arguments.first(SUBJECT)
    if own and clause.verb is not None and clause.verb.person.startswith("1") and own[0].ref.kind != "pronoun":
        arguments.marked.pop(SUBJECT)
        if not arguments.first("object"):
            arguments.add("object", own)  # «اتهام‌های آمریکا را قبول نداریم»
        return ()
    return own


def _of_nouns(
    reading: Reading, world: World, evoked: VerbTriggers, nominal: tuple[Trigger, ...], refs: dict[int, Ref]
) -> dict[Trigger, Arguments]:
    """What hangs on each event noun: the inner ones first, so that a phrase belongs to the nearest noun that can use it.

    Nouns coordinated with «و» share what hangs on the last: «دیدار و گفت‌وگو با لاوروف».
    """
    agent, frames = world.language.prepositions.agent, world.language.frames
    passive = any(t.voice == "passive" or agent & set(frames[t.frame].actor) for t in evoked.triggers)
    out: dict[Trigger, Arguments] = {}
    taken: set[int] = set()
    last: Trigger | None = None
    for trigger in sorted(nominal, key=lambda t: t.tokens, reverse=True):
        alike = [frames[t.frame] for t in nominal if t.tokens == trigger.tokens]
        wanted = frozenset[str]().union(*(wanted_markers(f, world) for f in alike))
        if passive:
            wanted -= agent  # «حمله … از سوی … محکوم شد»: the agent is the verb's
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
