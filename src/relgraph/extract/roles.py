"""What verbs and nouns share in filling a frame: parties of symmetric events, places, topics, and the evidence."""

from collections.abc import Sequence

from relgraph.extract.arguments import ANY, CONDUCT, EZAFE, HEAD, Arguments, clause_arguments, pick
from relgraph.extract.depth import filler_each, fillers
from relgraph.extract.evoke import Trigger
from relgraph.extract.parties import is_media
from relgraph.extract.phrase import segments
from relgraph.extract.place import all_fillers, places_of
from relgraph.extract.reading import Candidate, Filler, Ref
from relgraph.extract.view import View
from relgraph.lang.frames import Frame
from relgraph.model import SYMMETRIC, Span
from relgraph.text.fold import squeeze

Fillers = tuple[Filler, ...]
# Consultations in which one side does something for the others: the two sides of «میان» are its recipients.
_TWO_SIDED = frozenset({"ASSAULT", "RETREAT", "SANCTION", "AID"})
_DIRECTED = frozenset({"mediate", "host"})
_TOPICAL = frozenset({"agreement", "negotiation", "conflict"})
# What is said may be about states and places too.
_SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "SANCTION", "AGREE"})
_SUBJECTS = frozenset({"country", "place"})
# The depth of what such a clause mentions beside its parties: a topic, but none that anchors an event.
MENTIONED = "mentioned"
_ACTING = frozenset({"country", "organization"})
# «از عدم پایبندی آمریکا انتقاد کرد»: who fails to do something is accused of it.
_OMISSION = frozenset({"omission"})
_PEOPLE = "people"
# Who opposes charging a state opposes no act of its: for and against go with what is somebody's own.
_FOR_OR_AGAINST = frozenset({"SUPPORT", "REJECT"})
_ABOUT = ANY | {"opaque", _PEOPLE}
_WHY = frozenset(squeeze(w) for w in ("به دلیل", "به علت", "به سبب", "به بهانه", "به خاطر", "در پی", "به دنبال"))


def depths_of(frame: Frame) -> frozenset[str]:
    """How deep in its phrase a recipient may stand."""
    people = {_PEOPLE} if frame.people else set()
    if frame.genitive == "head":
        return HEAD | people
    if frame.type in _FOR_OR_AGAINST:
        return CONDUCT | people
    return ANY | _OMISSION if frame.type == "ACCUSE" else ANY | people


def agents(view: View, arguments: Arguments) -> Fillers:
    """Who does it, behind «توسط» and its like."""
    return pick(view.reading, view.world, arguments, sorted(view.world.language.prepositions.agent), HEAD)


def parties(
    view: View, frame: Frame, arguments: Arguments, actors: Fillers, recipients: Fillers
) -> tuple[Fillers, Fillers]:
    """The two sides, where they stand together: «بین X و Y», or several subjects of something mutual."""
    mutual = frame.type in SYMMETRIC and frame.mode not in _DIRECTED
    if not mutual and (actors or recipients or frame.type not in _TWO_SIDED):
        return actors, recipients
    sides = pick(view.reading, view.world, arguments, sorted(view.world.language.prepositions.between), HEAD)
    if len(sides) > 1:
        return sides[:1], sides[1:]
    if sides and recipients and not actors:
        return sides, recipients  # «توافق میان نیروهای کرد با دمشق»
    if mutual and not recipients and len(actors) > 1 and frame.mode != "visit":
        return actors[:1], actors[1:]
    return actors, recipients


def candidate(
    view: View,
    trigger: Trigger,
    arguments: Arguments,
    sides: tuple[Fillers, Fillers],
    status: str,
    *,
    heads: bool = True,
) -> Candidate:
    """An event of a clause; `heads` says that its noun heads a phrase of its own, so that the clause's place is its too."""
    frame, prepositions = view.frame(trigger), view.world.language.prepositions
    actors, recipients = sides
    places = places_of(view, arguments)
    topics = all_fillers(view, arguments, prepositions.topic | frozenset(frame.topic), _ABOUT)
    if trigger.verbal:
        topics += tuple(f for f in _content(view, frame.type, (*actors, *recipients)) if f not in topics)
    elif heads:
        places = places or places_of(view, view.arguments)
        topics = topics or all_fillers(view, view.arguments, prepositions.topic, _ABOUT)
    if not trigger.verbal:
        behind = [r for i in view.run if i > trigger.tokens[-1] and (r := view.refs.get(i)) and r.first == i]
        topics += _spoken_of(view, frame.type, behind, {f.entity for f in (*actors, *recipients, *topics)})
    if frame.type in SYMMETRIC:
        topics += tuple(f for f in _spelled_out(view) if f not in topics)
    if frame.ezafe is None and not trigger.verbal:
        topics += fillers(view.reading, view.world.language, arguments.first(EZAFE), ANY)
    return Candidate(
        frame=frame.id,
        type=frame.type,
        mode=frame.mode,
        clause=view.clause.index,
        trigger=_span(view, trigger.tokens),
        actors=actors,
        recipients=recipients,
        places=places,
        topics=topics,
        status=status,
        evidence=_evidence(view, trigger, (*actors, *recipients)),
        nominal=not trigger.verbal,
        passive=trigger.voice == "passive",
    )


def _circumstances(view: View) -> frozenset[int]:
    """The words of phrases that say when or why: «پس از نشست گروه هفت», «به دلیل خروج از برجام»."""
    markers = view.world.language.prepositions.time | _WHY
    found = segments(view.reading, view.world, view.run, dict(view.refs))
    return frozenset(i for s in found if s.marker in markers for i in s.tokens)


def _content(view: View, kind: str, parties_: Fillers) -> Fillers:
    """What the act is about: documents, talks and wars of its clause, and whoever its complement speaks of."""
    named = {p.entity for p in parties_}
    apart = _circumstances(view)
    inside = [r for i in view.run if i not in apart and (r := view.refs.get(i)) is not None and r.first == i]
    below = [
        r
        for clause in view.reading.clauses
        if clause.link == "complement" and clause.parent == view.clause.index and not view.reported
        for i in clause.tokens
        if (r := view.refs.get(i)) is not None and r.first == i
    ]
    about = [r for r in (*inside, *below) if _type(view, r) in _TOPICAL]
    about += [r for r in inside if r.first in view.complement and _type(view, r) in _ACTING]
    found = {f for r in about for f in filler_each(r, "other") if f.entity not in named}
    found |= set(_spoken_of(view, kind, [*inside, *below], {*named, *(f.entity for f in found)}))
    return tuple(sorted(found, key=lambda f: (f.ref.start, f.entity)))


def _spoken_of(view: View, kind: str, refs: Sequence[Ref], known: set[str]) -> Fillers:
    """The states, places and bodies that words are about; the press that reports them is not."""
    about = [r for r in refs if _type(view, r) in _SUBJECTS] if kind in _SPOKEN else []
    out = [f for r in about for f in filler_each(r, MENTIONED) if f.entity not in known]
    return tuple(f for f in out if not is_media(view.world, f.entity))


def _spelled_out(view: View) -> Fillers:
    """«… گفت‌وگو کردند که از جمله آن، مباحث مربوط به یمن بود»: the topics that a clause with the copula adds."""
    out: Fillers = ()
    for clause in view.reading.clauses:
        if clause.parent == view.clause.index and clause.verb is not None and clause.verb.tense == "copula":
            added = clause_arguments(view.reading, view.world, clause.tokens, dict(view.refs))
            out += all_fillers(view, added, view.world.language.prepositions.topic, _ABOUT)
    return out


def _type(view: View, ref: Ref) -> str:
    entity = view.reading.entities.get(ref.entities[0]) if ref.entities and ref.kind != "adjective" else None
    return entity.type if entity else ""


def _span(view: View, tokens: tuple[int, ...]) -> Span:
    return Span(view.reading.tokens[tokens[0]].start, view.reading.tokens[tokens[-1]].end)


def _evidence(view: View, trigger: Trigger, parties_: Fillers) -> Span:
    """The clause of a verb; of a noun, from its first to its last party."""
    clause = view.clause
    tokens = [
        *clause.tokens,
        *((clause.verb.first, clause.verb.last - 1) if clause.verb and not clause.verb.elided else ()),
    ]
    if not trigger.verbal:
        sentence = view.reading.sentences[clause.sentence]
        inside = [p.ref for p in parties_ if sentence.start <= p.ref.start < sentence.end]
        tokens = [*trigger.tokens, *(r.first for r in inside), *(r.last - 1 for r in inside)]
    return _span(view, (min(tokens), max(tokens)))
