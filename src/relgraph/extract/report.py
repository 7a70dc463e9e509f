"""Reporting clauses: whose words hang under a verb of saying, a statement's «آمده است», or a name before a colon."""

from dataclasses import dataclass
from enum import Enum

from relgraph.extract.arguments import HEAD, SUBJECT, Arguments, clause_arguments
from relgraph.extract.depth import depth, fillers
from relgraph.extract.phrase import OUTLET, Segment, Unit, segments
from relgraph.extract.reading import Clause, Reading, Ref
from relgraph.extract.speech import speech_verb
from relgraph.knowledge.world import World
from relgraph.text.fold import squeeze

_COLON = ":"
_COMES, _IN = squeeze("آمدن"), squeeze("در")
_THIS = frozenset(squeeze(w) for w in ("این", "آن", "همین", "همان"))


class Source(Enum):
    """How a reporting clause names who speaks: by name, as the one who spoke before, or as somebody unknown."""

    NAMED = "named"
    SAME = "same"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Said:
    """A clause that reports: who says it, through whom, and with which stance.

    `speaker` is empty where the clause doesn't name him; of a pronoun, it is what the pronoun was taken for.
    """

    speaker: tuple[str, ...]
    source: Source
    stance: str
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reports:
    """The reporting clauses of an article by index, and the subject of every clause that names or shares one."""

    said: dict[int, Said]
    subjects: dict[int, tuple[str, ...]]


def find_reports(reading: Reading, world: World, refs: dict[int, Ref]) -> Reports:
    """Every clause that reports, in order of the text."""
    out = Reports({}, {})
    for clause in reading.clauses:
        found = (
            _colon(reading, world, clause, refs) if clause.verb is None else _verb(reading, world, clause, refs, out)
        )
        if found is not None:
            out.said[clause.index] = found
    return out


def _verb(reading: Reading, world: World, clause: Clause, refs: dict[int, Ref], known: Reports) -> Said | None:
    """What a clause with a verb reports; enters its subject."""
    assert clause.verb is not None
    run = [i for i in clause.tokens if i < clause.verb.first]
    speech, length = speech_verb(reading, world, run, clause.verb.infinitive)
    run = run[: len(run) - length]
    arguments = clause_arguments(reading, world, run, refs)
    group = arguments.first(SUBJECT)
    found = fillers(reading, world.language, group, HEAD)
    speaker = tuple(f.entity for f in found[:1]) or _shared(clause, refs, known.subjects)
    known.subjects[clause.index] = speaker
    if clause.link == "condition" or clause.verb.person.startswith("1"):
        return None  # «اگر تصور می‌کند که …» is no report; «می‌گویم» goes on with one
    if speech is None or (clause.verb.passive and not speaker):
        comes = clause.verb.infinitive == _COMES or speech is not None
        return _document(reading, world, clause, refs) if comes else None
    if group and speaker and _points(reading, world, group[0]):
        return Said(speaker, Source.SAME, speech.stance)
    if not speaker:
        return Said((), _unnamed(reading, world, run, refs, arguments), speech.stance)
    behind = _quoting(reading, world, [i for i in run if group and i >= group[0].ref.last], refs, speaker[0])
    return Said(behind or speaker, Source.NAMED, speech.stance, speaker if behind else ())


def _points(reading: Reading, world: World, unit: Unit) -> bool:
    """«این نماینده مجلس», «وی»: who spoke before."""
    ref = unit.ref
    if ref.first and reading.tokens[ref.first - 1].key in _THIS and ref.kind in ("role", "adjective"):
        return True
    keys = "".join(t.key for t in reading.tokens[ref.first : ref.last])
    return (ref.kind == "pronoun" and keys in world.language.people) or any(
        reading.tokens[i].key in _THIS for i in unit.before[:1]
    )


def _quoting(reading: Reading, world: World, run: list[int], refs: dict[int, Ref], outlet: str) -> tuple[str, ...]:
    """«رویترز به نقل از یک مقام هندی نوشت»: whom an outlet quotes."""
    entity = reading.entities.get(outlet)
    if entity is None or entity.sector != OUTLET:
        return ()
    for segment in segments(reading, world, run, refs):
        if segment.marker in world.language.speech_phrases and segment.groups:
            unit = segment.groups[0][0]
            if depth(reading, world.language, unit) in HEAD and outlet not in unit.ref.entities:
                return unit.ref.entities[:1]
    return ()


def _shared(clause: Clause, refs: dict[int, Ref], subjects: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    """The subject that a clause takes over: what it describes, or that of the clause it goes on from."""
    if clause.link == "relative" and clause.antecedent in refs:
        return refs[clause.antecedent].entities[:1]
    if clause.link in ("coordinate", "control") and clause.parent is not None:
        return subjects.get(clause.parent, ())
    return ()


def _unnamed(reading: Reading, world: World, run: list[int], refs: dict[int, Ref], arguments: Arguments) -> Source:
    """«افزود: …», «این منبع گفت: …»: who spoke before; «یک مقام آگاه گفت»: nobody knows."""
    for segment in segments(reading, world, run, refs):
        if segment.marker or not segment.tokens:
            continue
        words = [reading.tokens[i].key for i in segment.tokens if reading.tokens[i].kind == "word"]
        if (len(words) > 1 and words[0] in _THIS) or "".join(words) in world.language.people:
            return Source.SAME
        if any(w not in world.language.adverbs for w in words):
            return Source.UNKNOWN
    return Source.UNKNOWN if arguments.first(SUBJECT) else Source.SAME


def _document(reading: Reading, world: World, clause: Clause, refs: dict[int, Ref]) -> Said | None:
    """«در بیانیه وزارت خارجه آمده است»: its author; «در این بیانیه»: who spoke before."""
    for segment in segments(reading, world, clause.tokens, refs):
        if segment.marker != _IN or not _is_document(reading, world, segment):
            continue
        found = segment.groups[0][0].ref.entities[:1] if segment.groups else ()
        return Said(found, Source.NAMED if found else Source.SAME, "asserts")
    return None


def _is_document(reading: Reading, world: World, segment: Segment) -> bool:
    return any(reading.tokens[i].key in world.language.documents for i in segment.tokens)


def _colon(reading: Reading, world: World, clause: Clause, refs: dict[int, Ref]) -> Said | None:
    """«ظریف: …», «بیانیه وزارت خارجه درباره …: …»: a name, or a word of saying with its speaker, before a colon."""
    last = clause.tokens[-1] + 1
    if last >= len(reading.tokens) or reading.tokens[last].key != _COLON:
        return None
    found = [s for s in segments(reading, world, clause.tokens, refs) if s.tokens]
    if not found or found[0].marker or not found[0].groups:
        return None
    unit = found[0].groups[0][0]
    before = [reading.tokens[i].key for i in unit.before]
    spoken = [w for w in before if w in world.language.spoken]
    if before and before[0] in world.language.spoken:
        return Said(unit.ref.entities[:1], Source.NAMED, world.language.spoken[spoken[0]].stance)
    alone = len(found[0].groups) == 1 and not found[0].tail and depth(reading, world.language, unit) in HEAD
    if not alone or not all(_is_about(world, s) for s in found[1:]):
        return None
    return Said(unit.ref.entities[:1], Source.NAMED, "asserts")


def _is_about(world: World, segment: Segment) -> bool:
    """A phrase that says of what, where or to whom somebody speaks: «ظریف در مجلس: …», «پوتین درباره اوکراین: …»."""
    p = world.language.prepositions
    return segment.marker in p.topic | p.place | p.time | world.language.addressing
