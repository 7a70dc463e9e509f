"""What one article says: `Article` in, `Extraction` out (the exchange format, see `relgraph.exchange`).

The values are frozen, plain and comparable; what all articles say together is in `relgraph.graph.model`.

Every offset counts Unicode code points of `Article.full`, 0-based, end exclusive; `full[start:end]` is the text meant.
"""

from dataclasses import dataclass
from typing import Literal

EntityType = Literal["country", "person", "organization", "place", "negotiation", "agreement", "conflict"]
MentionKind = Literal["name", "role", "adjective", "pronoun"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal["actual", "planned", "negated", "conditional", "called_for"]
Stance = Literal["asserts", "doubts", "endorses"]
Predicate = Literal["represents", "memberOf", "partyTo", "heldIn", "locatedIn", "partOf", "headquarteredIn"]

# PLOVER's four quad classes: verbal and material cooperation, verbal and material conflict.
QUAD_CLASS: dict[EventType, int] = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1,
    "COOPERATE": 2, "AID": 2, "RETREAT": 2,
    "REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3,
    "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
# Types in which the order of the parties says nothing.
SYMMETRIC: frozenset[EventType] = frozenset({"CONSULT", "AGREE", "COOPERATE"})


@dataclass(frozen=True, slots=True)
class Article:
    """One article, untouched. `published` is an ISO date, `home` the ISO2 code of the country that «کشورمان» means."""

    id: str
    title: str
    text: str
    published: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    home: str | None = None

    @property
    def full(self) -> str:
        """The text that all offsets count in: an absent title is empty, its line break stays."""
        return f"{self.title}\n{self.text}"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of `Article.full` in code points, end exclusive."""

    start: int
    end: int

    def __contains__(self, other: object) -> bool:
        return isinstance(other, Span) and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """A span together with its characters, so that it can be checked against the article."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """One place where an article refers to an entity."""

    start: int
    end: int
    text: str
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class Entity:
    """A node as one article shows it.

    `romanised` marks an English label that we spelled out ourselves. `state` is the id of the country that a person or
    organization acts for, by a dated office or as a body of that state, never by mere location. `seeded`: from the
    seed tables rather than from this article.
    """

    id: str
    type: EntityType
    label_fa: str | None
    label_en: str | None
    mentions: tuple[Mention, ...] = ()
    romanised: bool = False
    wikidata: str | None = None
    iso2: str | None = None
    state: str | None = None
    sector: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    seeded: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Where a part of a statement stands in its evidence: role is trigger, actor, recipient, place, topic, date or speaker."""

    role: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens, is done, planned or said between actors, as one article tells it."""

    id: str
    type: EventType
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    places: tuple[str, ...]
    date: str | None
    topics: tuple[str, ...]
    status: Status
    speaker: str | None
    via: tuple[str, ...]
    stance: Stance | None
    evidence: Quote
    sentence: Quote
    marks: tuple[Mark, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Relation:
    """A state of affairs between two entities, as one article tells it."""

    id: str
    subject: str
    predicate: Predicate
    object: str
    qualifier: str | None
    status: Status
    start: str | None
    end: str | None
    speaker: str | None
    via: tuple[str, ...]
    stance: Stance | None
    evidence: Quote
    sentence: Quote
    marks: tuple[Mark, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Refusal:
    """A candidate that was dropped, and why. `rule` is the frame or stage that proposed it."""

    reason: str
    start: int
    end: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one article says."""

    article: Article
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    relations: tuple[Relation, ...]
    refused: tuple[Refusal, ...]


# ---- the graph of all articles
