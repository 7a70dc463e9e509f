"""Hand-made extractions: the same meeting told by two outlets, and what else the graph must show."""

from relgraph.graph.background import Background, known
from relgraph.knowledge.offices import Offices
from relgraph.knowledge.seeds import Outlet, SeedEntity, Spell
from relgraph.lang.language import Role
from relgraph.model import (
    Article,
    Entity,
    Event,
    EventType,
    Extraction,
    Mark,
    Mention,
    Predicate,
    Quote,
    Refusal,
    Relation,
    Status,
)

RAISI = Entity("ebrahim-raisi", "person", "ابراهیم رئیسی", "Ebrahim Raisi", state="iran", seeded=True)
PUTIN = Entity(
    "vladimir-putin", "person", "ولادیمیر پوتین", "Vladimir Putin", wikidata="Q7747", state="russia", seeded=True
)
IRAN = Entity(
    "iran", "country", "ایران", "Iran", wikidata="Q794", iso2="IR", latitude=32.0, longitude=53.0, seeded=True
)
RUSSIA = Entity("russia", "country", "روسیه", "Russia", wikidata="Q159", iso2="RU", seeded=True)
MOSCOW = Entity("moscow", "place", "مسکو", "Moscow", wikidata="Q649", latitude=55.75, longitude=37.62, seeded=True)
SCO = Entity(
    "sco", "organization", "سازمان همکاری شانگهای", "Shanghai Cooperation Organisation", sector="IGO", seeded=True
)
TALKS = Entity("vienna-talks", "negotiation", "مذاکرات وین", "Vienna talks", seeded=True)
ALL = (RAISI, PUTIN, IRAN, RUSSIA, MOSCOW, SCO, TALKS)

TEXT = "رئیسی در مسکو با پوتین دیدار کرد. ایران خواستار لغو تحریم‌ها شد."


PRESIDENT = Role("president", "president", unique=True, of="country", rank=1, needs_complement=True, default_of=None)


def background(*spells: Spell) -> Background:
    """What the tables know: four entities, Iran's time as an observer, parties, an outlet, and the spells given."""
    seeds = (
        SeedEntity("iran", "country", "ایران", "Iran", iso2="IR"),
        SeedEntity("russia", "country", "روسیه", "Russia", iso2="RU"),
        SeedEntity("hassan-rouhani", "person", "حسن روحانی", "Hassan Rouhani"),
        SeedEntity("isna", "organization", "ایسنا", "ISNA", sector="MED"),
    )
    observer = known("iran", "memberOf", "sco", "a table", "observer")
    party = known("iran", "partyTo", "vienna-talks", "another table")
    return Background(
        {seed.id: seed for seed in seeds},
        {"ایسنا": Outlet("isna", "IR")},
        Offices(spells),
        {"iran": (observer,)},
        {"iran": (party,)},
        {"president": PRESIDENT},
    )


def spell(person: str, start: str | None, end: str | None, kind: str = "known", of: str = "iran") -> Spell:
    return Spell(person, of, "president", "president", start, end, kind)


def article(identifier="a1", *, source="ایسنا", published="2022-01-20", title="سفر به مسکو", language="fa", text=TEXT):
    return Article(identifier, title, text, published, source, f"https://news.example/{identifier}", language, "IR")


def quote(told: Article, words: str) -> Quote:
    start = told.full.index(words)
    return Quote(start, start + len(words), words)


def event(  # noqa: PLR0913 - a builder names what it sets
    told: Article,
    *,
    kind: EventType = "CONSULT",
    mode: str | None = "meet",
    actors=("ebrahim-raisi",),
    recipients=("vladimir-putin",),
    places=("moscow",),
    date: str | None = "2022-01-19",
    topics=(),
    status: Status = "actual",
    speaker: str | None = None,
    via=(),
    stance=None,
    confidence=0.9,
) -> Event:
    sentence = quote(told, "رئیسی در مسکو با پوتین دیدار کرد.")
    evidence = quote(told, "رئیسی در مسکو با پوتین دیدار کرد")
    marks = (
        Mark("trigger", sentence.start + 23, sentence.start + 32),
        Mark("actor", sentence.start, sentence.start + 5),
    )
    return Event(
        f"{told.id}#1", kind, mode, actors, recipients, places, date, topics, status, speaker, via, stance,
        evidence, sentence, marks, "consult.meet", confidence,
    )  # fmt: skip


def relation(  # noqa: PLR0913
    told: Article,
    *,
    subject="vladimir-putin",
    predicate: Predicate = "represents",
    object="russia",  # noqa: A002
    qualifier: str | None = "president",
    status: Status = "actual",
    start: str | None = None,
    end: str | None = None,
    speaker: str | None = None,
) -> Relation:
    words = quote(told, "پوتین")
    return Relation(
        f"{told.id}#r", subject, predicate, object, qualifier, status, start, end, speaker, (), None,
        words, quote(told, TEXT.partition(" ایران")[0]), (), "office.apposition", 0.97,
    )  # fmt: skip


def extraction(told: Article, *statements: Event | Relation, entities=ALL) -> Extraction:
    found = [Entity(**{**_fields(entity), "mentions": _mentions(told, entity)}) for entity in entities]
    return Extraction(
        told,
        tuple(found),
        tuple(s for s in statements if isinstance(s, Event)),
        tuple(s for s in statements if isinstance(s, Relation)),
        (Refusal("no-party", *_span(told, "دیدار کرد"), "request.call"),),
    )


def two_outlets() -> list[Extraction]:
    """A meeting told by two outlets in another order of the parties, with a demand, an office and a membership."""
    first, second = article("a1"), article("a2", source="ایرنا", published="2022-01-21")
    return [
        extraction(
            first,
            event(first),
            event(
                first,
                kind="REQUEST",
                mode=None,
                actors=("iran",),
                recipients=(),
                places=(),
                date=None,
                topics=("vienna-talks",),
            ),
            relation(first, end="2030"),
            relation(first, subject="iran", predicate="memberOf", object="sco", qualifier="full", start="2021-09"),
        ),
        extraction(
            second,
            event(
                second,
                actors=("vladimir-putin",),
                recipients=("ebrahim-raisi",),
                speaker="iran",
                via=("sco",),
                stance="endorses",
            ),
            event(
                second,
                kind="ACCUSE",
                mode="disapprove",
                actors=("russia",),
                recipients=("iran",),
                places=(),
                date="2022-01",
                status="negated",
            ),
        ),
    ]


def _fields(entity: Entity) -> dict:
    return {name: getattr(entity, name) for name in Entity.__slots__}


def _mentions(told: Article, entity: Entity) -> tuple[Mention, ...]:
    words = [word for word in (entity.label_fa or "").split() if word in told.full]
    return tuple(Mention(*_span(told, word), "name") for word in words)


def _span(told: Article, words: str) -> tuple[int, int, str]:
    start = told.full.index(words)
    return start, start + len(words), words
