"""The values that travel from an article to the graph: frozen, plain, comparable.

Two families. What one article says: `Article` in, `Extraction` out (the exchange format, see `relgraph.exchange`).
What all articles say together: `Graph`, whose events and relations carry one `Claim` for each article that tells them.

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


@dataclass(frozen=True, slots=True)
class Source:
    """An article as the graph keeps it: what it is, without its text.

    `outlet` is the id of the organization that `source` names, where the seed tables know it. `copy_of` is the article
    whose text this one repeats, for articles that tell the same.
    """

    id: str
    title: str
    published: str | None
    source: str | None
    url: str | None
    language: str | None
    outlet: str | None = None
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One article's telling of an event or a relation: who says so, through whom, where and how.

    `denies` are the ids of the events that it says did not happen, or whose charge it rejects.
    """

    id: str
    statement: str
    article: str
    speaker: str | None
    via: tuple[str, ...]
    stance: Stance | None
    rule: str
    confidence: float
    evidence: Quote
    sentence: Quote
    marks: tuple[Mark, ...]
    denies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """An entity of the graph. `surfaces` are the wordings of the articles, sorted; `state` and the rest as in `Entity`."""

    id: str
    type: EntityType
    label_fa: str | None
    label_en: str | None
    surfaces: tuple[str, ...]
    romanised: bool = False
    wikidata: str | None = None
    iso2: str | None = None
    state: str | None = None
    sector: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    seeded: bool = False


@dataclass(frozen=True, slots=True)
class GraphEvent:
    """What is said to happen, merged over articles by the exact key (type, mode, parties, place, topics, status, date).

    `date` has ISO form at the precision known; `actor_states` and `recipient_states` are the countries that the parties
    act for in the articles behind the claims.
    """

    id: str
    type: EventType
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    actor_states: tuple[str, ...]
    recipient_states: tuple[str, ...]
    places: tuple[str, ...]
    date: str | None
    topics: tuple[str, ...]
    status: Status
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class GraphRelation:
    """A membership, an office, a party to an agreement or a location, merged over articles, or known from the seed tables.

    What the tables know has no claims but a `source`; `open` says that it went on when the tables were made. `agrees` and
    `contradicts` are the ids of known relations that bear out or speak against what the articles say.
    """

    id: str
    subject: str
    predicate: Predicate
    object: str
    qualifier: str | None
    status: Status
    start: str | None
    end: str | None
    claims: tuple[Claim, ...]
    source: str | None = None
    open: bool = False
    agrees: tuple[str, ...] = ()
    contradicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Graph:
    """The whole graph, every tuple sorted by id.

    `known` are the relations of the seed tables between its nodes; `as_of` is the ISO day on which relations count as
    current, None where no article is dated.
    """

    sources: tuple[Source, ...]
    nodes: tuple[Node, ...]
    events: tuple[GraphEvent, ...]
    relations: tuple[GraphRelation, ...]
    known: tuple[GraphRelation, ...] = ()
    as_of: str | None = None
