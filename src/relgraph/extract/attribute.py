"""Who says so: the speaker of every clause, through whom it came, and the reporting verb's stance.

A clause is told in the words of whoever reports it: the subject of the verb it hangs under, whom its own phrase cites, or
the one whose statement it goes on with. Else it is the outlet's own.
"""

from relgraph.extract.carry import Statement, goes_on, is_empty, left_open, opened_before
from relgraph.extract.citation import cited
from relgraph.extract.phrase import OUTLET, outer_refs
from relgraph.extract.reading import Clause, Reading, Voice
from relgraph.extract.report import Source, find_reports
from relgraph.extract.teller import Teller
from relgraph.knowledge.world import World

# How many sentences back the one who speaks on may have been named.
_BACK = 4


def find_voices(reading: Reading, world: World) -> Reading:
    """Adds, for every clause, whose words it tells and whose it reports; None for the outlet's own."""
    refs = outer_refs(reading)
    reports = find_reports(reading, world, refs)
    teller = Teller(reading, world, refs, reports, _hosts(reading))
    carrying = opened_before(reading)
    inside: dict[int, list[Clause]] = {}
    for clause in reading.clauses:
        inside.setdefault(clause.sentence, []).append(clause)
    statement: Statement | None = None
    for number in range(len(reading.sentences)):
        clauses = inside.get(number, [])
        statement = _tell(teller, number, clauses, statement, carried=number in carrying)
    voices = tuple(_own_words(reading, world, teller.voices[c.index]) for c in reading.clauses)
    told = tuple(_own_words(reading, world, teller.told.get(c.index)) for c in reading.clauses)
    return reading.but(voices=voices, told=told)


def _tell(
    teller: Teller, number: int, clauses: list[Clause], statement: Statement | None, *, carried: bool
) -> Statement | None:
    """Gives the clauses of one sentence their voices; returns the statement that the next may go on with."""
    reading, said = teller.reading, teller.reports.said
    if teller.last and number - teller.last[1] > _BACK:
        teller.last = None
    base = _cited_by(teller, number, clauses)
    speaks = [c for c in clauses if c.index in said and said[c.index].source is not Source.SAME]
    on = statement is not None and (carried or (base is None and goes_on(teller, statement, number, clauses, speaks)))
    own = base or _of_first_person(teller, clauses) or _of_paragraph(teller, number)
    teller.base = _merge(statement.voice, base) if on and statement is not None else own
    for clause in clauses:
        teller.voice(clause.index)
        if clause.index in said:
            teller.content_of(clause.index)
    for clause in clauses:
        if clause.index in said and teller.voices.get(clause.index) not in (None, teller.base):
            continue  # who is quoted in somebody's words doesn't speak on: «وی افزود» is the one who quotes
        told = teller.told.get(clause.index)
        if told is not None and told.speaker is not None and not _within(teller, clause):
            teller.last = (told.speaker, number)
        elif clause.index in said and said[clause.index].source is Source.UNKNOWN:
            teller.last = None
    if is_empty(reading, number):
        return statement
    return left_open(teller, number, clauses, statement if on else None)


def _of_first_person(teller: Teller, clauses: list[Clause]) -> Voice | None:
    """«ما از این تصمیم استقبال می‌کنیم» is said by who spoke last: no outlet tells of itself."""
    first_person = any(c.parent is None and c.verb is not None and c.verb.person.startswith("1") for c in clauses)
    return Voice(teller.last[0], (), "asserts") if first_person and teller.last else None


def _of_paragraph(teller: Teller, number: int) -> Voice | None:
    """The outlet that a sentence before in the paragraph cites: its report goes on."""
    sentences = teller.reading.sentences
    since = sentences[teller.cited_in].start
    return teller.source if "\n" not in teller.reading.text(since, sentences[number].start) else None


def _within(teller: Teller, clause: Clause) -> bool:
    """Whether a clause that reports is itself somebody else's words: who speaks on is he, not whom he quotes."""
    voice = teller.voices[clause.index]
    entity = teller.reading.entities.get(voice.speaker) if voice is not None and voice.speaker else None
    return voice is not None and voice.speaker is not None and (entity is None or entity.sector != OUTLET)


def _cited_by(teller: Teller, number: int, clauses: list[Clause]) -> Voice | None:
    """Whom the sentence itself cites, outside what somebody in it says."""
    sentence = teller.reading.sentences[number]
    heard = {i for c in clauses if teller.reporter(c) is not None for i in c.tokens}
    run = [i for i in range(sentence.first, sentence.last) if i not in heard]
    found = cited(teller.reading, teller.world, run, teller.refs)
    if found is None:
        return None
    if found.again == "outlet":
        return teller.source
    if found.again and teller.last:
        return Voice(teller.last[0], (), found.voice.stance if found.voice else "asserts")
    if found.voice is not None and found.voice.speaker is not None:
        outlet = teller.reading.entities.get(found.voice.speaker)
        if outlet is not None and outlet.sector == OUTLET:
            teller.source, teller.cited_in = found.voice, number
        else:
            teller.last = (found.voice.speaker, number)
    return found.voice


def _hosts(reading: Reading) -> dict[int, int]:
    """The clause that each clause lies inside of, where there is one."""
    out: dict[int, int] = {}
    for clause in reading.clauses:
        if not clause.tokens:
            continue
        around = [
            o
            for o in reading.clauses
            if o.sentence == clause.sentence
            and o.tokens
            and o.tokens[0] < clause.tokens[0]
            and max(o.tokens[-1], o.verb.first if o.verb else 0) > clause.tokens[-1]
        ]
        if around:
            out[clause.index] = max(around, key=lambda o: o.tokens[0]).index
    return out


def _own_words(reading: Reading, world: World, voice: Voice | None) -> Voice | None:
    """The publishing outlet citing itself («به گزارش ایسنا» in ISNA) is nobody else's voice."""
    outlet = world.seeds.outlets.get((reading.article.source or "").casefold())
    if voice is None or outlet is None or voice.speaker != outlet.organization:
        return voice
    return Voice(None, tuple(v for v in voice.via if v != outlet.organization), voice.stance) if voice.via else None


def _merge(inner: Voice | None, cited_: Voice | None) -> Voice | None:
    """The one who speaks, through whom the sentence cites."""
    if inner is None or inner.speaker is None:
        return cited_
    if cited_ is None or cited_.speaker is None:
        return inner
    via = dict.fromkeys((*inner.via, cited_.speaker, *cited_.via))
    return Voice(inner.speaker, tuple(v for v in via if v != inner.speaker), inner.stance)
