"""Who says so: the speaker of every clause, through whom it came, and the reporting verb's stance."""

from dataclasses import dataclass

from relgraph.extract.arguments import HEAD, SUBJECT, clause_arguments
from relgraph.extract.phrase import Unit, depth, fillers, outer_refs, segments
from relgraph.extract.reading import Clause, Reading, Ref, Voice
from relgraph.extract.speech import speech_verb
from relgraph.knowledge.world import World
from relgraph.lang.language import Speech

_LONGEST = 5
_CARRIES = frozenset({"؛"})
_OPEN, _CLOSE = "«", "»"
_HEARD = frozenset({"complement", "quotation", "content", "condition"})


@dataclass(frozen=True, slots=True)
class _Said:
    """A clause whose verb reports: who says it, with which stance."""

    speaker: tuple[str, ...]
    stance: str
    colon: bool


def find_voices(reading: Reading, world: World) -> Reading:
    """Adds, for every clause, whose words it tells; None for the outlet's own."""
    refs = outer_refs(reading)
    subjects: dict[int, tuple[str, ...]] = {}
    said = {c.index: s for c in reading.clauses if (s := _said(reading, world, c, refs, subjects)) is not None}
    cited = {n: _cited(reading, world, n, refs) for n in range(len(reading.sentences))}
    carrying = _carrying(reading)
    voices: list[Voice | None] = []
    above: list[Voice | None] = []
    carried: Voice | None = None
    for clause in reading.clauses:
        inherited, outer = _inherited(clause, said, voices, above)
        if (
            inherited is not None
            and clause.link == "coordinate"
            and (clause.parent is None or reading.clauses[clause.parent].link != "condition")
            and subjects.get(clause.index, ())[:1] == (inherited.speaker,)
        ):
            inherited = outer  # nobody names himself in his own words: the report goes on
        above.append(outer)
        if inherited is None and clause.parent is None and clause.sentence in carrying:
            inherited = carried
        voice = _merge(inherited, cited[clause.sentence])
        voices.append(_own_words(reading, world, voice))
        if inherited is not None:
            carried = inherited
        elif clause.parent is None and clause.sentence not in carrying:
            carried = None
    return reading.but(voices=tuple(voices))


def _own_words(reading: Reading, world: World, voice: Voice | None) -> Voice | None:
    """The publishing outlet citing itself («به گزارش ایسنا» in ISNA) is nobody else's voice."""
    outlet = world.seeds.outlets.get((reading.article.source or "").casefold())
    if voice is None or outlet is None or voice.speaker != outlet.organization:
        return voice
    return Voice(None, tuple(v for v in voice.via if v != outlet.organization), voice.stance) if voice.via else None


def _carrying(reading: Reading) -> frozenset[int]:
    """The sentences that go on with the one before: behind «؛», or inside guillemets opened before them."""
    out: set[int] = set()
    open_, end = 0, 0
    for number, sentence in enumerate(reading.sentences):
        if "\n" in reading.text(end, sentence.start):
            open_ = 0
        if open_ > 0 or (sentence.first and reading.tokens[sentence.first - 1].key in _CARRIES):
            out.add(number)
        keys = [t.key for t in reading.tokens[sentence.first : sentence.last]]
        open_ = max(0, open_ + keys.count(_OPEN) - keys.count(_CLOSE))
        end = sentence.end
    return frozenset(out)


# ---- reporting clauses


def _said(
    reading: Reading, world: World, clause: Clause, refs: dict[int, Ref], subjects: dict[int, tuple[str, ...]]
) -> _Said | None:
    """What a clause reports, if its verb is one of saying, or it is the name before a colon."""
    if clause.verb is None:
        return _colon(reading, world, clause, refs)
    run = [i for i in clause.tokens if i < clause.verb.first]
    speech, length = speech_verb(reading, world, run, clause.verb.infinitive)
    arguments = clause_arguments(reading, world, run[: len(run) - length], refs)
    found = fillers(reading, world.language, arguments.first(SUBJECT), HEAD)
    speaker = tuple(f.entity for f in found[:1]) or _shared(clause, refs, subjects)
    subjects[clause.index] = speaker
    return _Said(speaker, speech.stance, colon=False) if speech else None


def _shared(clause: Clause, refs: dict[int, Ref], subjects: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    if clause.link == "relative" and clause.antecedent in refs:
        return refs[clause.antecedent].entities[:1]
    if clause.link == "coordinate" and clause.parent is not None:
        return subjects.get(clause.parent, ())
    return ()


def _colon(reading: Reading, world: World, clause: Clause, refs: dict[int, Ref]) -> _Said | None:
    """«ظریف: …»: a name alone before a colon."""
    last = clause.tokens[-1] + 1
    if last >= len(reading.tokens) or reading.tokens[last].key != ":":
        return None
    found = segments(reading, world, clause.tokens, refs)
    groups = [g for s in found for g in s.groups]
    if len(found) != 1 or not groups or found[0].tail or depth(reading, world.language, groups[0][0]) not in HEAD:
        return None
    return _Said(groups[0][0].ref.entities[:1], "asserts", colon=True)


def _inherited(
    clause: Clause, said: dict[int, _Said], voices: list[Voice | None], above: list[Voice | None]
) -> tuple[Voice | None, Voice | None]:
    """(the voice that a clause hangs under, the one above that): of a reporting clause, or of the one it goes on from."""
    parent = clause.parent
    if parent is None or parent >= len(voices):
        return None, None
    outer = voices[parent]
    if clause.link in _HEARD and parent in said:
        speaker = said[parent].speaker
        if not speaker:
            return outer, above[parent]
        through = ((outer.speaker,) if outer and outer.speaker else ()) + (outer.via if outer else ())
        return Voice(speaker[0], tuple(v for v in through if v and v != speaker[0]), said[parent].stance), outer
    return outer, above[parent]


# ---- «به گزارش …»


def _cited(reading: Reading, world: World, number: int, refs: dict[int, Ref]) -> Voice | None:
    """Whom a sentence cites by a phrase: the innermost is the speaker, the others passed it on."""
    sentence = reading.sentences[number]
    chain: list[tuple[str, Speech]] = []
    for segment in segments(reading, world, range(sentence.first, sentence.last), refs):
        speech = world.language.speech_phrases.get(segment.marker)
        if speech and segment.groups:
            unit: Unit = segment.groups[0][0]
            if depth(reading, world.language, unit) != "opaque" and unit.ref.entities:
                chain.append((unit.ref.entities[0], speech))
    if not chain:
        return None
    (speaker, speech), outer = chain[-1], chain[:-1]
    return Voice(speaker, tuple(e for e, _ in reversed(outer) if e != speaker), speech.stance)


def _merge(inner: Voice | None, cited: Voice | None) -> Voice | None:
    """The one who speaks in the clause, through whom the sentence cites."""
    if inner is None or inner.speaker is None:
        return cited
    if cited is None or cited.speaker is None:
        return inner
    via = dict.fromkeys((*inner.via, cited.speaker, *cited.via))
    return Voice(inner.speaker, tuple(v for v in via if v != inner.speaker), inner.stance)
