"""What all articles say together: `Graph`, whose events and relations carry one `Claim` for each article that tells them."""

from dataclasses import dataclass

from relgraph.model import EntityType, EventType, Mark, Predicate, Quote, Stance, Status


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
