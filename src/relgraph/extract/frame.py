"""Events from clauses: every frame that a clause evokes, by its verb or by a noun in it, with the roles filled."""

from dataclasses import replace

from relgraph.extract.arguments import (
    ANY,
    EZAFE,
    HEAD,
    SUBJECT,
    Arguments,
    add_complement,
    clause_arguments,
    noun_arguments,
    pick,
    wanted_markers,
)
from relgraph.extract.attribute import is_said
from relgraph.extract.evoke import Trigger, noun_triggers, verb_triggers
from relgraph.extract.phrase import Unit, depth, filler_each, fillers, outer_refs, segments
from relgraph.extract.reading import Candidate, Clause, Filler, Reading, Ref
from relgraph.extract.status import clause_status, noun_status
from relgraph.knowledge.world import World
from relgraph.lang.frames import Frame
from relgraph.model import SYMMETRIC, Span
from relgraph.text.fold import squeeze

_WITH, _WHILE, _ON = squeeze("با"), squeeze("ضمن"), squeeze("بر")
# A frame whose actor is whoever says so: «انگلیس مقررات را نقض کرده است».
_SPEAKER = "speaker"
_BEFORE_EVENT = frozenset(squeeze(w) for w in ("پیش از", "قبل از", "برای", "جهت", "به منظور", "در آستانه"))
# A noun under these prepositions takes the clause's subject as its actor («ظریف در دیدار با لاوروف گفت»).
_PLURAL = (squeeze("ها"), squeeze("های"), squeeze("ات"))
_CONTROL = frozenset(
    squeeze(w) for w in ("در", "در جریان", "طی", "پس از", "بعد از", "در حاشیه", "در پایان", "در پی", "در خلال", "حین", "در ادامه", "در آغاز", "با هدف")
) | _BEFORE_EVENT | {_WITH, _WHILE}  # fmt: skip
# What a verb of such a type takes as its object has not happened: a meeting asked for, refused, threatened or promised.
# Consultations in which one side does something for the others: the two sides of «میان» are its recipients.
_TOPICAL = frozenset({"agreement", "negotiation", "conflict"})
_ACTING = frozenset({"country", "organization"})
_MUST = "request.must"
_SPOKEN = frozenset({"complement", "quotation"})
_DIRECTED = frozenset({"mediate", "host"})
_UNREAL = {"REQUEST": "called_for", "REJECT": "negated", "THREATEN": "conditional", "AGREE": "planned"}


class _ClauseReader:
    """Reads one clause; holds what all its triggers share."""

    def __init__(self, reading: Reading, world: World, clause: Clause, refs: dict[int, Ref], subjects: dict[int, tuple[Unit, ...]], said: frozenset[int]) -> None:
        self.reading, self.world, self.clause, self.refs = reading, world, clause, refs
        evoked = verb_triggers(reading, world.language, clause, refs)
        self.said, self.complement = said, frozenset(evoked.complement)
        self.before = evoked.run
        self.verbal, self.run = evoked.triggers, (*evoked.run, *evoked.complement)
        self.nominal = noun_triggers(reading, world.language, self.run, refs)
        self.status = clause_status(reading, world, clause)
        self.nominal_arguments = {t: self._noun_arguments(t) for t in self.nominal}
        hanging = {i for a in self.nominal_arguments.values() for i in a.taken}
        self.arguments = clause_arguments(reading, world, [i for i in evoked.run if i not in hanging], refs)
        rest = [i for i in evoked.complement if i not in hanging]
        self.promoted = add_complement(self.arguments, reading, world, rest, refs, "توسط" if evoked.under else "object") and not evoked.under
        self.subject = self._subject(subjects)

    def frame(self, trigger: Trigger) -> Frame:
        """The frame of a trigger."""
        return self.world.language.frames[trigger.frame]

    def _noun_arguments(self, trigger: Trigger) -> Arguments:
        wanted = wanted_markers(self.frame(trigger), self.world)
        if any(t.voice == "passive" for t in self.verbal):
            wanted -= self.world.language.prepositions.agent  # «حمله … از سوی … محکوم شد»: the agent is the verb's
        return noun_arguments(self.reading, self.world, self.run, trigger, self.refs, wanted)

    def _subject(self, subjects: dict[int, tuple[Unit, ...]]) -> tuple[Unit, ...]:
        """The clause's own subject, or the one it shares: of the clause before, or what a relative clause describes."""
        own = self.arguments.first(SUBJECT)
        if own:
            return own
        if self.clause.verb is not None and self.clause.verb.person.startswith("1"):
            return self._speaker()
        if self.clause.link == "relative" and self.clause.antecedent is not None:
            ref = self.refs.get(self.clause.antecedent)
            if ref is None and self._key(self.clause.antecedent) in self.world.language.adverbs:
                return subjects.get(self.clause.parent, ()) if self.clause.parent is not None else ()
            return (Unit((), ref),) if ref else ()
        if self.clause.link in _SPOKEN and not self._has_wordy_subject():
            return self._speaker()
        if self.clause.link == "coordinate" and self.clause.parent is not None and not self._has_wordy_subject():
            return subjects.get(self.clause.parent, ())
        return ()

    def _key(self, token: int) -> str:
        return self.reading.tokens[token].key

    def _speaker(self) -> tuple[Unit, ...]:
        """Who says "I" or "we" in the clause: its speaker, where the text names him."""
        voice = self.reading.voices[self.clause.index]
        sentence = self.reading.sentences[self.clause.sentence]
        named = [r for r in self.reading.refs if voice and voice.speaker in r.entities and r.first < sentence.last]
        return (Unit((), named[-1]),) if named else ()

    def _has_wordy_subject(self) -> bool:
        """Whether the clause begins with a noun phrase that names no entity («این نشست برگزار شد»)."""
        known = self.world.language.adverbs
        for segment in segments(self.reading, self.world, self.before, self.refs):
            if segment.marker == "" and any(
                self.reading.tokens[i].kind == "word" and self.reading.tokens[i].key not in known for i in segment.tail
            ):
                return not any(set(t.tokens) & set(segment.tail) for t in self.nominal)
        return False

    def candidates(self) -> list[Candidate]:
        """All events of the clause."""
        out = [c for t in self.verbal if (c := self._from_verb(t)) is not None]
        unreal = next((_UNREAL[c.type] for c in out if c.type in _UNREAL), None)
        must = self._must()
        out += [must] if must else []
        out += [c for t in self.nominal if (c := self._from_noun(t, unreal)) is not None]
        return out

    # ---- verbs

    def _from_verb(self, trigger: Trigger) -> Candidate | None:
        frame, arguments = self.frame(trigger), self.arguments
        if trigger.needs and not arguments.first(trigger.needs):
            return None
        depths = HEAD if frame.genitive == "head" else ANY
        agents = pick(self.reading, self.world, arguments, sorted(self.world.language.prepositions.agent), HEAD)
        if trigger.voice == "active" or self.promoted:
            actors = self._subject_fillers(frame)
            recipients = self._marked(frame.recipient, depths)
        elif "object" in frame.recipient:
            actors = agents
            recipients = fillers(self.reading, self.world.language, self.subject, depths) or self._marked(
                tuple(m for m in frame.recipient if m != "object"), depths
            )
        else:
            actors = agents or (self._subject_fillers(frame) if trigger.voice == "middle" or self._intransitive(frame) else ())
            recipients = self._marked(frame.recipient, depths)
        if frame.type == "REQUEST" and not recipients:
            recipients = self._asked_to_act()
        actors, recipients = self._parties(frame, arguments, actors, recipients)
        status = frame.implies if self.status == "actual" else self.status
        return self._candidate(trigger, frame, actors, recipients, arguments, status)

    def _asked_to_act(self) -> tuple[Filler, ...]:
        """«خواستار خویشتن‌داری ایران شد»: who is to do what is asked for."""
        for group in self.arguments.marked.get("object", ()):
            words = [self._key(i) for i in group[0].before]
            if words and words[0] in self.world.language.own_acts and group[0].ref.kind != "adjective":
                return fillers(self.reading, self.world.language, group, ANY)
        return ()

    def _must(self) -> Candidate | None:
        """«ایران باید …» in somebody's words asks it of Iran."""
        verb, voice = self.clause.verb, self.reading.voices[self.clause.index]
        if verb is None or verb.modality != "called_for" or voice is None or voice.speaker is None:
            return None
        speaker = self._speaker()
        frame = self.world.language.frames[_MUST]
        if not speaker or verb.person.startswith("1"):
            return None
        asked = tuple(f for f in fillers(self.reading, self.world.language, self.subject, HEAD) if f.entity != voice.speaker)
        tokens = tuple(range(verb.first, verb.last))
        return self._candidate(
            Trigger(frame.id, tokens, verbal=True, voice="active"), frame, tuple(filler_each(speaker[0].ref, "head")[:1]), asked,
            self.arguments, "actual",
        )  # fmt: skip

    def _intransitive(self, frame: Frame) -> bool:
        """Without an object to promote, شد is the verb's own voice: «خواستار شد»، «عازم شد»."""
        return "subject" in frame.actor

    def _subject_fillers(self, frame: Frame) -> tuple[Filler, ...]:
        if _SPEAKER in frame.actor:
            return tuple(filler_each(self._speaker()[0].ref, "head")[:1]) if self._speaker() else ()
        if "subject" not in frame.actor:
            return pick(self.reading, self.world, self.arguments, frame.actor, HEAD)
        found = fillers(self.reading, self.world.language, self.subject, HEAD)
        return found or pick(self.reading, self.world, self.arguments, [m for m in frame.actor if m != "subject"], HEAD)

    def _marked(self, markers: tuple[str, ...], depths: frozenset[str]) -> tuple[Filler, ...]:
        """The recipient under the first of its markers; a bare object counts as object."""
        for marker in markers:
            if marker == "subject":
                return fillers(self.reading, self.world.language, self.subject, depths)
            names = ("object", "bare") if marker == "object" else (marker,)
            found = pick(self.reading, self.world, self.arguments, names, depths)
            if found:
                return found
        return ()

    def _parties(
        self, frame: Frame, arguments: Arguments, actors: tuple[Filler, ...], recipients: tuple[Filler, ...]
    ) -> tuple[tuple[Filler, ...], tuple[Filler, ...]]:
        """Of a symmetric event without a partner: «بین X و Y», or several subjects that do it with each other."""
        if frame.type not in SYMMETRIC and not actors and not recipients:
            sides = pick(self.reading, self.world, arguments, sorted(self.world.language.prepositions.between), HEAD)
            return sides[:1], sides[1:]
        if frame.type not in SYMMETRIC or frame.mode in _DIRECTED:
            return actors, recipients
        between = pick(self.reading, self.world, arguments, sorted(self.world.language.prepositions.between), HEAD)
        if len(between) > 1:
            return between[:1], between[1:]
        if not recipients and len(actors) > 1 and frame.mode != "visit":
            return actors[:1], actors[1:]
        return actors, recipients

    # ---- nouns

    def _from_noun(self, trigger: Trigger, unreal: str | None) -> Candidate | None:
        frame, arguments = self.frame(trigger), self.nominal_arguments[trigger]
        depths = HEAD if frame.genitive == "head" else ANY
        agents = pick(self.reading, self.world, arguments, sorted(self.world.language.prepositions.agent), HEAD)
        ezafe = arguments.first(EZAFE)
        owners = fillers(self.reading, self.world.language, ezafe, HEAD)
        recipients = pick(self.reading, self.world, arguments, [m for m in frame.recipient if m != "object"], depths)
        marker = self._marker_of(trigger)
        controlled = self._controlled(frame, marker, trigger)
        if _SPEAKER in frame.actor:
            controlled = self._subject_fillers(frame)
        if frame.ezafe == "recipient" and ezafe and not recipients and not self._plural(trigger):
            actors = agents or controlled
            recipients = fillers(self.reading, self.world.language, ezafe, depths)
        else:
            actors = owners or agents or (controlled if not ezafe else ()) if frame.ezafe else agents or controlled
        actors, recipients = self._parties(frame, arguments, actors, recipients)
        if not actors and not recipients:
            return None
        return self._candidate(trigger, frame, actors, recipients, arguments, self._noun_status(trigger, marker, unreal, frame))

    def _plural(self, trigger: Trigger) -> bool:
        """«تحریم‌های آمریکا» are its own; «تحریم ایران» is done to it."""
        return self._key(trigger.tokens[0]).endswith(_PLURAL)

    def _marker_of(self, trigger: Trigger) -> str | None:
        """The preposition of the phrase that the noun heads, "" for none; None where it is not the head."""
        for segment in segments(self.reading, self.world, self.run, self.refs):
            if trigger.tokens[0] in segment.tokens:
                before = segment.tokens[: segment.tokens.index(trigger.tokens[0])]
                return segment.marker if all(self._is_light(i) for i in before) else None
        return None

    def _is_light(self, token: int) -> bool:
        """Whether a word before an event noun leaves it the head of its phrase: «در این دیدار»، «در سه دیدار»."""
        return self._key(token) in self.world.language.adverbs or self.reading.tokens[token].kind == "number"

    def _controlled(self, frame: Frame, marker: str | None, trigger: Trigger) -> tuple[Filler, ...]:
        """The clause's subject as the actor of a noun without one of its own."""
        verb = self.clause.verb
        if verb is None or verb.passive:
            return ()
        told = frame.type == "CONSULT" and marker in _CONTROL
        said = marker in {_WITH, _WHILE} and frame.type in {"ACCUSE", "SUPPORT", "REJECT", "THREATEN", "REQUEST", "AGREE"}
        urged = marker == _ON and frame.type in {"SUPPORT", "REQUEST"}  # «بر ضرورت … تأکید کرد»
        done = marker in {"", squeeze("را")} and self._light_object()
        if told or said or urged or done:
            return fillers(self.reading, self.world.language, self.subject, HEAD)
        return ()

    def _light_object(self) -> bool:
        """Whether the clause's verb only carries its noun: «گفت‌وگوی مفصلی با … انجام داد»."""
        verb = self.clause.verb
        if verb is None or self.verbal:
            return False
        run = [i for i in self.clause.tokens if i < verb.first]
        if not run:
            return False
        light = self.world.language.light
        if light.get((self._key(run[-1]), verb.infinitive)) == "active":
            return True
        own = run[-1] in self.refs or any(run[-1] in t.tokens for t in self.nominal)
        return own and light.get(("", verb.infinitive)) == "active"

    def _noun_status(self, trigger: Trigger, marker: str | None, unreal: str | None, frame: Frame) -> str:
        beside = noun_status(self.reading, self.world, trigger)
        if beside:
            return beside
        if marker in _BEFORE_EVENT:
            return "planned"
        if unreal and marker not in _CONTROL:
            return unreal
        if marker in {"", squeeze("را")} and self.clause.verb is not None and self.status != "actual":
            return self.status
        return frame.implies

    # ---- both

    def _candidate(
        self, trigger: Trigger, frame: Frame, actors: tuple[Filler, ...], recipients: tuple[Filler, ...], arguments: Arguments, status: str
    ) -> Candidate:
        prepositions = self.world.language.prepositions
        places = self._all(arguments, sorted(prepositions.place), HEAD | {"other"})
        if not trigger.verbal:
            marker = self._marker_of(trigger)
            if marker in _CONTROL or marker in {"", None}:
                places = places or self._all(self.arguments, sorted(prepositions.place), HEAD | {"other"})
        about = sorted({*prepositions.topic, *frame.topic})
        topics = self._all(arguments, about, ANY | {"opaque"})
        if trigger.verbal:
            topics += tuple(f for f in self._content((*actors, *recipients)) if f not in topics)
        if frame.ezafe is None and not trigger.verbal:
            topics += fillers(self.reading, self.world.language, arguments.first(EZAFE), ANY)
        if not trigger.verbal and self._marker_of(trigger) == "":
            topics = topics or self._all(self.arguments, sorted(prepositions.topic), ANY | {"opaque"})
        return Candidate(
            frame=frame.id, type=frame.type, mode=frame.mode, clause=self.clause.index, trigger=self._span(trigger.tokens),
            actors=actors, recipients=recipients, places=places, topics=topics, status=status,
            evidence=self._evidence(trigger, (*actors, *recipients)), nominal=not trigger.verbal,
            passive=trigger.voice == "passive",
        )  # fmt: skip

    def _content(self, parties: tuple[Filler, ...]) -> tuple[Filler, ...]:
        """What the act is about: documents, talks and wars of its clause, and whoever its complement speaks of."""
        named = {p.entity for p in parties}
        inside = [r for i in self.run if (r := self.refs.get(i)) is not None and r.first == i]
        below = [
            r for c in self.reading.clauses
            if c.link == "complement" and c.parent == self.clause.index and self.clause.index not in self.said
            for i in c.tokens if (r := self.refs.get(i)) is not None and r.first == i
        ]  # fmt: skip
        near = [r for r in inside if r.first in self.complement]
        chosen = [r for r in (*inside, *below) if self._type(r) in _TOPICAL] + [r for r in near if self._type(r) in _ACTING]
        out = [f for r in chosen for f in filler_each(r, "other") if f.entity not in named]
        return tuple(sorted(set(out), key=lambda f: f.ref.start))

    def _type(self, ref: Ref) -> str:
        entity = self.reading.entities.get(ref.entities[0]) if ref.entities and ref.kind != "adjective" else None
        return entity.type if entity else ""

    def _all(self, arguments: Arguments, markers: list[str], depths: frozenset[str]) -> tuple[Filler, ...]:
        """Every filler under any of the markers."""
        out: list[Filler] = []
        for marker in markers:
            for group in arguments.marked.get(marker, ()):
                for unit in group:
                    kind = depth(self.reading, self.world.language, unit)
                    out.extend(filler_each(unit.ref, kind) if kind in depths else ())
        return tuple(sorted(out, key=lambda f: f.ref.start))

    def _span(self, tokens: tuple[int, ...]) -> Span:
        return Span(self.reading.tokens[tokens[0]].start, self.reading.tokens[tokens[-1]].end)

    def _evidence(self, trigger: Trigger, parties: tuple[Filler, ...]) -> Span:
        """The clause of a verb; of a noun, from its first to its last party."""
        verb = self.clause.verb
        tokens = list(self.clause.tokens) + ([verb.first, verb.last - 1] if verb else [])
        if not trigger.verbal:
            sentence = self.reading.sentences[self.clause.sentence]
            inside = [p.ref for p in parties if sentence.start <= p.ref.start < sentence.end]
            tokens = [*trigger.tokens, *(r.first for r in inside), *(r.last - 1 for r in inside)]
        return self._span((min(tokens), max(tokens)))


def _distributed(candidate: Candidate) -> list[Candidate]:
    """«روسای جمهور، وزرای خارجه را مکلف کردند»: each president his own minister."""
    owners = [f.owner for f in candidate.actors]
    theirs = [f.owner for f in candidate.recipients]
    if candidate.type in SYMMETRIC or len(owners) < 2 or None in owners or set(owners) != set(theirs):  # noqa: PLR2004
        return [candidate]
    return [
        replace(candidate, actors=(actor,), recipients=tuple(f for f in candidate.recipients if f.owner == actor.owner))
        for actor in candidate.actors
    ]


def find_events(reading: Reading, world: World) -> Reading:
    """Adds the candidate events of every clause."""
    refs = outer_refs(reading)
    subjects: dict[int, tuple[Unit, ...]] = {}
    said = frozenset(c.index for c in reading.clauses if is_said(reading, world, c))
    out: list[Candidate] = []
    for clause in _parents_first(reading.clauses):
        reader = _ClauseReader(reading, world, clause, refs, subjects, said)
        subjects[clause.index] = reader.subject
        for candidate in reader.candidates():
            out.extend(_distributed(candidate))
    return reading.but(candidates=tuple(sorted(out, key=lambda c: (c.trigger, c.frame))))


def _parents_first(clauses: tuple[Clause, ...]) -> list[Clause]:
    """Clauses so that one comes after the clause it may share its subject with."""
    order: list[Clause] = []
    placed: set[int] = set()

    def place(clause: Clause) -> None:
        if clause.index in placed:
            return
        placed.add(clause.index)
        if clause.parent is not None and clause.parent < len(clauses):
            place(clauses[clause.parent])
        order.append(clause)

    for clause in clauses:
        place(clause)
    return order



