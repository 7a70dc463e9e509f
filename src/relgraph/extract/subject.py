"""The subject of a clause that names none: the speaker's "I", what it describes, who is asked, or that of the clause before."""

from collections.abc import Mapping
from dataclasses import dataclass

from relgraph.extract.evoke import Trigger, VerbTriggers
from relgraph.extract.phrase import OBJECT, Segment, Unit, segments
from relgraph.extract.reading import Clause, Reading, Ref
from relgraph.extract.speech import is_said, speech_verb
from relgraph.knowledge.world import World
from relgraph.text.fold import squeeze

_ASKING = frozenset({"REQUEST", "THREATEN"})
_ENDS = frozenset(squeeze(w) for w in ("را", "و", "که", "اما", "نیز", "هم"))
_HEARD = frozenset({"complement", "quotation"})
_PLURALS = tuple(squeeze(w) for w in ("ها", "های", "ان", "ات", "ین", "هایی"))
_DETERMINERS = frozenset(
    squeeze(w) for w in ("این", "آن", "همه", "یک", "هیچ", "برخی", "تمام", "تمامی", "هر", "چند", "دو")
)


@dataclass(frozen=True, slots=True)
class Shared:
    """What a clause lends to those behind it: its subject, whom it asks to do something, and who announces to do it.

    `harms`: it tells of something done against somebody.
    """

    subject: tuple[Unit, ...]
    asked: tuple[Unit, ...] = ()
    announcing: tuple[Unit, ...] = ()
    harms: bool = False


_NOTHING = Shared(())


def speaker_of(reading: Reading, clause: Clause) -> tuple[Unit, ...]:
    """Who says "I" or "we" in a clause: its speaker, where the text has named him by then."""
    voice = reading.voices[clause.index]
    sentence = reading.sentences[clause.sentence]
    named = [r for r in reading.refs if voice and voice.speaker in r.entities and r.first < sentence.last]
    return (Unit((), named[-1]),) if named else ()


def shared_subject(
    reading: Reading,
    world: World,
    clause: Clause,
    evoked: VerbTriggers,
    nominal: tuple[Trigger, ...],
    refs: Mapping[int, Ref],
    shared: Mapping[int, Shared],
) -> tuple[Unit, ...]:
    """The subject of a clause that names none: the speaker's "I", what it describes, who is asked, or the last subject."""
    lent = shared.get(clause.parent, _NOTHING) if clause.parent is not None else _NOTHING
    if clause.verb is not None and clause.verb.person.startswith("1"):
        return speaker_of(reading, clause)
    if clause.link == "relative" and clause.antecedent is not None:
        ref = refs.get(clause.antecedent)
        if ref is None:  # «اکنون که …» goes on with the subject at hand, «کشوری که …» doesn't
            return lent.subject if reading.tokens[clause.antecedent].key in world.language.adverbs else ()
        return (Unit(_words_before(reading, world, ref, refs), ref),)
    if clause.link not in _HEARD | {"coordinate", "control"} or _wordy(reading, world, clause, evoked, nominal, refs):
        return ()
    subjunctive = clause.verb is not None and clause.verb.tense == "subjunctive"
    bare = clause.link == "coordinate" and clause.conjunction is None
    if lent.asked and subjunctive and (bare or clause.link in {"control", "complement"}):
        return lent.asked
    if clause.link in _HEARD and (clause.parent is None or is_said(reading, world, reading.clauses[clause.parent])):
        return speaker_of(reading, clause)
    if clause.link == "complement" and lent.announcing:
        return lent.announcing
    if clause.link == "complement" and clause.parent is not None and not _is_described(reading, world, clause.parent):
        return ()  # whom the clause above asks or threatens is to do it
    return () if _is_outnumbered(reading, clause, lent.subject) else lent.subject


def _words_before(reading: Reading, world: World, ref: Ref, refs: Mapping[int, Ref]) -> tuple[int, ...]:
    """The words of its phrase before a name: in «سپرده‌ای در یک بانک ماکائو که …» the clause describes no city."""
    at, out = ref.first - 1, []
    while at >= 0 and at not in refs and reading.tokens[at].kind == "word":
        key = reading.tokens[at].key
        if key in world.language.prepositions.all or key in _ENDS or key in world.language.verbs.forms:
            break
        out.append(at)
        at -= 1
    return tuple(reversed(out))


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
    before = reading.clauses[clause.parent].verb if clause.parent is not None else None
    if before is not None and before.person == "3p":
        return False  # «آقای پوتین اظهار خرسندی کردند و … داشتند»: the plural is a courtesy
    entities = subject[0].ref.entities
    known = reading.entities.get(entities[0]) if len(entities) == 1 else None
    return known is not None and known.type == "person"


def _wordy(
    reading: Reading,
    world: World,
    clause: Clause,
    evoked: VerbTriggers,
    nominal: tuple[Trigger, ...],
    refs: Mapping[int, Ref],
) -> bool:
    """Whether a clause has a noun phrase for a subject that names no entity («این نشست برگزار شد»)."""
    run = evoked.run if evoked.triggers else _without_nonverbal(reading, world, clause, evoked.run)
    events = {i for t in (*nominal, *evoked.triggers) for i in t.tokens}
    active = _is_active(world, clause)
    for at, segment in enumerate(found := segments(reading, world, run, dict(refs))):
        words = [i for i in segment.tail if reading.tokens[i].kind == "word"]
        words = [i for i in words if reading.tokens[i].key not in world.language.adverbs]
        if segment.marker != "" or not words or _is_complement(found, at):
            continue
        late = active and any(s.tokens for s in found[:at])
        if events & set(segment.tail) or (late and not _heads_subject(reading, segment)):
            continue
        return True
    return False


def _without_nonverbal(reading: Reading, world: World, clause: Clause, run: tuple[int, ...]) -> tuple[int, ...]:
    """A run without the words that make one verb with the clause's light verb: «دسترسی پیدا کردند», «معروف است»."""
    if clause.verb is None or not run:
        return run
    speech, length = speech_verb(reading, world, run, clause.verb.infinitive)
    if speech:
        return run[: len(run) - length]
    light = world.language.light
    for length in (2, 1):
        key = "".join(reading.tokens[i].key for i in run[-length:])
        if (key, clause.verb.infinitive) in light:
            return run[:-length]
    return run[:-1] if ("", clause.verb.infinitive) in light or clause.verb.tense == "copula" else run


def _is_active(world: World, clause: Clause) -> bool:
    """Whether a clause's verb is a light verb that takes an object."""
    verb = clause.verb
    return verb is not None and not verb.passive and world.language.light.get(("", verb.infinitive)) == "active"


def _is_complement(found: list[Segment], at: int) -> bool:
    """Whether a bare phrase stands behind the object: what that is called or made («… را مقصر تنش‌ها دانست»)."""
    return any(s.marker == OBJECT for s in found[:at])


def _heads_subject(reading: Reading, segment: Segment) -> bool:
    """Whether a phrase behind others looks like a subject, not like an indefinite object."""
    first = reading.tokens[segment.tokens[0]].key
    return first in _DETERMINERS or first.endswith(_PLURALS)
