"""The arguments of a trigger: what a clause or a noun phrase offers, by marker."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from relgraph.extract.evoke import Trigger
from relgraph.extract.phrase import FOCUS, OBJECT, Segment, Unit, depth, fillers, segments, starts_anew
from relgraph.extract.reading import Filler, Reading, Ref
from relgraph.knowledge.world import World
from relgraph.lang.frames import Frame

Group = tuple[Unit, ...]
HEAD = frozenset({"head", "government"})
ANY = frozenset({"head", "government", "conduct", "other"})
# Adjectives of nationality («مقامات آمریکایی») count where officials stand before them; depth() says "government" then.
SUBJECT, EZAFE = "subject", "ezafe"


@dataclass(slots=True)
class Arguments:
    """What fills each marker: "subject", "object", "ezafe", or a folded preposition, in order of the text."""

    marked: dict[str, list[Group]] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)

    def add(self, marker: str, group: Group) -> None:
        """One more phrase under a marker."""
        if group:
            self.marked.setdefault(marker, []).append(group)

    def first(self, marker: str) -> Group:
        """The first phrase under a marker, empty where there is none."""
        groups = self.marked.get(marker)
        return groups[0] if groups else ()


def clause_arguments(reading: Reading, world: World, run: Sequence[int], refs: dict[int, Ref]) -> Arguments:
    """Subject, object and prepositional phrases of a clause whose tokens (verb and its nonverbal part left out) are `run`."""
    out = Arguments()
    for segment in segments(reading, world, run, refs):
        if segment.marker == "":
            _bare(out, segment)
        elif segment.marker == OBJECT:
            _object(out, reading, world, segment)
        else:
            groups = list(segment.groups)
            if groups and not starts_anew(reading, groups[0]):
                out.add(segment.marker, groups.pop(0))
            for group in groups:
                out.add(SUBJECT if not out.first(SUBJECT) else "bare", _named_anew(reading, group))
    return out


def _named_anew(reading: Reading, group: Group) -> Group:
    """A phrase that follows a date or «این …» without the words of these."""
    if not starts_anew(reading, group):
        return group
    return (Unit((), group[0].ref), *group[1:])


def add_complement(
    out: Arguments, reading: Reading, world: World, run: Sequence[int], refs: dict[int, Ref], bare: str
) -> bool:
    """The words between a predicate and its verb: a bare object («وارد تهران شد»), then prepositional phrases.

    `bare` is the marker of the former. Returns whether there is one: then شدن is no passive.
    """
    found = False
    for segment in segments(reading, world, run, refs) if run else ():
        for group in segment.groups[:1]:
            out.add(segment.marker or bare, group)
            found = found or not segment.marker
    return found


def _bare(out: Arguments, segment: Segment) -> None:
    """A phrase without marker: the subject, then a bare object."""
    for group in segment.groups:
        out.add(SUBJECT if not out.first(SUBJECT) else "bare", group)


def _object(out: Arguments, reading: Reading, world: World, segment: Segment) -> None:
    """A phrase before را: its last group is the object, unless words without a name stand behind it."""
    groups = list(segment.groups)
    first = groups[0][0] if groups else None
    if first is not None and not out.first(SUBJECT) and (
        len(groups) > 1 or (segment.tail and depth(reading, world.language, first) in HEAD)
    ):  # fmt: skip
        out.add(SUBJECT, groups.pop(0))
    if groups:
        out.add("object", groups[-1])


def noun_arguments(
    reading: Reading, world: World, run: Sequence[int], trigger: Trigger, refs: dict[int, Ref], wanted: frozenset[str]
) -> Arguments:
    """What hangs on an event noun: its genitive, then the prepositional phrases behind it that its frame can use."""
    out = Arguments()
    after = [i for i in run if i > trigger.tokens[-1]]
    if after and reading.tokens[after[0]].key in FOCUS:
        return out  # «لغو تحریم‌ها هم …»: what follows is another phrase
    own, *others = segments(reading, world, after, refs)
    if own.marker == OBJECT and own.tokens and own.tokens[-1] not in refs:
        return out
    for group in own.groups[:1]:
        out.add(EZAFE, group)
    if len(own.groups) > 1 or own.marker == OBJECT:
        return out
    for segment in others:
        if _is_another(reading, world, segment):
            break
        if segment.marker in wanted and segment.groups:
            out.add(segment.marker, segment.groups[0])
            out.taken.update(segment.tokens)
        if len(segment.groups) > 1 or not _goes_on(segment, wanted, world):
            break
    return out


def _is_another(reading: Reading, world: World, segment: Segment) -> bool:
    """Whether a phrase behind a noun is headed by another event: «سفرها در پی جنگ میان …» tells who is at war."""
    if segment.groups or segment.marker not in world.language.prepositions.time:
        return False
    return any(e.kind == "noun" for i in segment.tokens for e in world.language.evoked.get(reading.tokens[i].key, ()))


def _goes_on(segment: Segment, wanted: frozenset[str], world: World) -> bool:
    """Whether phrases behind this one may still belong to the noun: it was the noun's own, or said when, or is empty."""
    if segment.marker == "":
        return not segment.tokens
    return segment.marker in world.language.prepositions.time or (segment.marker in wanted and bool(segment.groups))


def wanted_markers(frame: Frame, world: World) -> frozenset[str]:
    """The prepositions behind an event noun that belong to it."""
    p = world.language.prepositions
    return frozenset((*frame.actor, *frame.recipient, *frame.topic)) | p.topic | p.place | p.agent | p.between


def pick(
    reading: Reading, world: World, arguments: Arguments, markers: Iterable[str], allowed: frozenset[str]
) -> tuple[Filler, ...]:
    """The fillers of the first marker that has any at an allowed depth."""
    for marker in markers:
        for group in arguments.marked.get(marker, ()):
            found = fillers(reading, world.language, group, allowed)
            if found:
                return found
    return ()
