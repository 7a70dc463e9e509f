"""The graph as RDF triples: no blank nodes, every IRI readable, every literal legal everywhere.

Events say what is said to happen, claims who says so, evidence where it is written; `ontology/relgraph.ttl` explains
every term. `relgraph.graph.load` is the way back.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from relgraph.graph import literals, terms
from relgraph.graph.edges import direct_edges
from relgraph.graph.ids import digest, quote_id
from relgraph.graph.model import Claim, Graph, GraphEvent, GraphRelation, Node, Source
from relgraph.graph.periods import period
from relgraph.model import Mark

type Facts = Iterator[tuple[NamedNode, NamedNode | Literal]]
# The articles that say a triple; none where it is what all of them, or the seed tables, amount to.
type Tellers = tuple[str, ...]


def triples(graph: Graph, base: str = terms.DEFAULT_BASE) -> Iterator[Triple]:
    """All triples of the graph, in no useful order and a few more than once; resources are minted under `base`."""
    return (triple for triple, _ in _statements(graph, _Mint(base)))


def quads(graph: Graph, base: str = terms.DEFAULT_BASE) -> Iterator[Quad]:
    """The same with a named graph for each article, whose name is the article's IRI.

    It holds the article, its claims and evidence, and the events and relations that it tells, so that one told by two
    articles stands in both graphs. Entities, direct edges and what the seed tables know are in the default graph.
    """
    mint = _Mint(base)
    for triple, tellers in _statements(graph, mint):
        names: list[NamedNode | DefaultGraph] = [mint.article(article) for article in tellers]
        for name in names or [DefaultGraph()]:
            yield Quad(triple.subject, triple.predicate, triple.object, name)


def _statements(graph: Graph, mint: "_Mint") -> Iterator[tuple[Triple, Tellers]]:
    yield from _told((), _about(NamedNode(mint.base), _graph(graph)))
    for source in graph.sources:
        yield from _told((source.id,), _about(mint.article(source.id), _source(source, mint)))
        if source.source is not None:
            yield from _told((source.id,), _about(mint.outlet(source.source), _outlet(source, source.source, mint)))
    for node in graph.nodes:
        yield from _told((), _about(mint.entity(node.id), _node(node, mint)))
    languages = {source.id: source.language for source in graph.sources}
    for event in graph.events:
        yield from _told(_tellers(event), _about(mint.event(event.id), _event(event, mint)))
        yield from _claims(event.claims, terms.CLAIM_EVENT, mint.event(event.id), languages, mint)
    for relation in (*graph.relations, *graph.known):
        yield from _told(_tellers(relation), _about(mint.relation(relation.id), _relation(relation, mint)))
        yield from _claims(relation.claims, terms.CLAIM_RELATION, mint.relation(relation.id), languages, mint)
        if relation.predicate in terms.MEMBERSHIPS and relation.qualifier is not None:
            yield from _told((), _about(mint.role(relation.qualifier), _role(relation.qualifier)))
    for edge in direct_edges(graph):
        yield Triple(mint.entity(edge.subject), terms.rg(edge.name), mint.entity(edge.object)), ()


def _told(tellers: Tellers, about: Iterable[Triple]) -> Iterator[tuple[Triple, Tellers]]:
    return ((triple, tellers) for triple in about)


def _tellers(statement: GraphEvent | GraphRelation) -> Tellers:
    return tuple(sorted({claim.article for claim in statement.claims}))


@dataclass(frozen=True, slots=True)
class _Mint:
    """IRIs for everything under one base. Ids are quoted, so that an entity's never looks like an event's."""

    base: str

    def entity(self, identifier: str) -> NamedNode:
        return NamedNode(self.base + quote_id(identifier))

    def article(self, identifier: str) -> NamedNode:
        return NamedNode(f"{self.base}article/{quote_id(identifier)}")

    def outlet(self, name: str) -> NamedNode:
        return NamedNode(f"{self.base}outlet/{quote_id(name)}")

    def role(self, name: str) -> NamedNode:
        words = (quote_id(word).replace("-", "%2D") for word in name.split(" "))
        return NamedNode(f"{self.base}role/{'-'.join(words)}")

    def event(self, identifier: str) -> NamedNode:
        return NamedNode(f"{self.base}event/{quote_id(identifier)}")

    def relation(self, identifier: str) -> NamedNode:
        return NamedNode(f"{self.base}relation/{quote_id(identifier)}")

    def claim(self, identifier: str) -> NamedNode:
        return NamedNode(f"{self.base}claim/{quote_id(identifier)}")

    def evidence(self, identifier: str) -> NamedNode:
        return NamedNode(f"{self.base}evidence/{quote_id(identifier)}")


def _about(subject: NamedNode, facts: Facts) -> Iterator[Triple]:
    for predicate, value in facts:
        yield Triple(subject, predicate, value)


# ---- the graph itself, articles and entities


def _graph(graph: Graph) -> Facts:
    yield terms.TYPE, terms.GRAPH
    if graph.as_of is not None:
        yield terms.AS_OF, literals.date(graph.as_of)


def _source(source: Source, mint: _Mint) -> Facts:
    yield terms.TYPE, terms.ARTICLE
    yield terms.TITLE, literals.in_language(source.title, source.language)
    if source.published is not None:
        yield terms.ISSUED, literals.date(source.published)
    if source.source is not None:
        yield terms.PUBLISHER, mint.outlet(source.source)
    if source.url is not None:
        yield terms.URL, literals.uri(source.url)
    if source.language is not None:
        yield terms.LANGUAGE, literals.string(source.language)
    if source.copy_of is not None:
        yield terms.COPY_OF, mint.article(source.copy_of)


def _outlet(source: Source, name: str, mint: _Mint) -> Facts:
    yield terms.TYPE, terms.OUTLET
    yield terms.NAME, literals.string(name)
    if source.outlet is not None:
        yield terms.EXACT_MATCH, mint.entity(source.outlet)


def _node(node: Node, mint: _Mint) -> Facts:
    yield terms.TYPE, terms.ENTITY
    yield terms.TYPE, terms.ENTITY_CLASS[node.type]
    yield from _labels(node)
    if node.romanised:
        yield terms.ROMANISED, literals.TRUE
    if node.seeded:
        yield terms.SEEDED, literals.TRUE
    if node.wikidata is not None:
        yield terms.EXACT_MATCH, NamedNode(terms.WIKIDATA + quote_id(node.wikidata))
    if node.iso2 is not None:
        yield terms.ISO2, literals.string(node.iso2)
    if node.state is not None:
        yield terms.STATE, mint.entity(node.state)
    if node.sector is not None:
        yield terms.SECTOR, literals.string(node.sector)
    if node.latitude is not None:
        yield terms.LATITUDE, literals.decimal(node.latitude)
    if node.longitude is not None:
        yield terms.LONGITUDE, literals.decimal(node.longitude)


def _labels(node: Node) -> Facts:
    """Labels are ours and neutral; surfaces are what the articles wrote, as they wrote it. `rdfs:label` is the one to show."""
    if node.label_fa is None and node.label_en is not None:
        yield terms.LABEL, literals.in_language(node.label_en, "en")
    else:
        yield terms.LABEL, literals.in_language(node.label_fa or node.id, "fa")
    if node.label_fa is not None:
        yield terms.PREF_LABEL, literals.in_language(node.label_fa, "fa")
    if node.label_en is not None:
        yield terms.PREF_LABEL, literals.in_language(node.label_en, "en")
    for surface in node.surfaces:
        yield terms.SURFACE, literals.in_language(surface, "fa")
        if surface != node.label_fa:
            yield terms.ALT_LABEL, literals.in_language(surface, "fa")


# ---- events and relations


def _event(event: GraphEvent, mint: _Mint) -> Facts:
    yield terms.TYPE, terms.EVENT
    yield terms.TYPE, terms.SEM_EVENT
    yield terms.TYPE, terms.EVENT_CLASS[event.type]
    if event.mode is not None:
        yield terms.MODE, terms.rg(quote_id(event.mode))
    yield from _entities(terms.ACTOR, event.actors, mint)
    yield from _entities(terms.RECIPIENT, event.recipients, mint)
    yield from _entities(terms.PARTICIPANT, dict.fromkeys(event.actors + event.recipients), mint)
    yield from _entities(terms.ACTOR_STATE, event.actor_states, mint)
    yield from _entities(terms.RECIPIENT_STATE, event.recipient_states, mint)
    yield from _entities(terms.PLACE, event.places, mint)
    yield from _entities(terms.TOPIC, event.topics, mint)
    if event.date is not None:
        when = period(event.date)
        yield terms.EARLIEST, literals.date(when.earliest)
        yield terms.LATEST, literals.date(when.latest)
        yield terms.HAS_PRECISION, terms.PRECISION[when.precision]
    yield terms.HAS_STATUS, terms.STATUS[event.status]


def _entities(predicate: NamedNode, identifiers: Iterable[str], mint: _Mint) -> Facts:
    for identifier in identifiers:
        yield predicate, mint.entity(identifier)


def _relation(relation: GraphRelation, mint: _Mint) -> Facts:
    yield terms.TYPE, terms.RELATION
    yield terms.SUBJECT, mint.entity(relation.subject)
    yield terms.HAS_PREDICATE, terms.PREDICATE[relation.predicate]
    yield terms.OBJECT, mint.entity(relation.object)
    if relation.predicate in terms.MEMBERSHIPS:
        yield terms.TYPE, terms.MEMBERSHIP
        yield terms.MEMBER, mint.entity(relation.subject)
        yield terms.ORGANIZATION, mint.entity(relation.object)
        if relation.qualifier is not None:
            yield terms.HAS_ROLE, mint.role(relation.qualifier)
    if relation.qualifier is not None:
        yield terms.QUALIFIER, literals.in_language(relation.qualifier, "en")
    yield terms.HAS_STATUS, terms.STATUS[relation.status]
    if relation.start is not None:
        yield terms.START, literals.date(relation.start)
    if relation.end is not None:
        yield terms.END, literals.date(relation.end)
    if relation.open:
        yield terms.OPEN, literals.TRUE
    if relation.source is not None:
        yield terms.SEEDED, literals.TRUE
        yield terms.TABLE, literals.string(relation.source)
    for known in relation.agrees:
        yield terms.AGREES, mint.relation(known)
    for known in relation.contradicts:
        yield terms.CONTRADICTS, mint.relation(known)


def _role(name: str) -> Facts:
    yield terms.TYPE, terms.ROLE
    yield terms.PREF_LABEL, literals.in_language(name, "en")


# ---- claims and evidence


def _claims(
    claims: Iterable[Claim], says: NamedNode, statement: NamedNode, languages: dict[str, str | None], mint: _Mint
) -> Iterator[tuple[Triple, Tellers]]:
    for claim in claims:
        evidence, teller = mint.evidence(evidence_id(claim)), (claim.article,)
        yield Triple(mint.claim(claim.id), says, statement), teller
        yield from _told(teller, _about(mint.claim(claim.id), _claim(claim, evidence, mint)))
        yield from _told(teller, _about(evidence, _evidence(claim, languages.get(claim.article), mint)))


def evidence_id(claim: Claim) -> str:
    """From the place and the marks: claims that read the same words in the same way share their evidence."""
    where = (claim.article, claim.evidence.start, claim.evidence.end, claim.sentence.start, claim.sentence.end)
    return digest("evidence", where, [mark_text(mark) for mark in claim.marks])


def mark_text(mark: Mark) -> str:
    """A mark as one short string, e.g. "actor=214,220"."""
    return f"{mark.role}={mark.start},{mark.end}"


def _claim(claim: Claim, evidence: NamedNode, mint: _Mint) -> Facts:
    yield terms.TYPE, terms.CLAIM
    yield terms.TYPE, terms.PROV_ENTITY
    if claim.speaker is not None:
        yield terms.SPEAKER, mint.entity(claim.speaker)
    yield from _entities(terms.VIA, claim.via, mint)
    for event in claim.denies:
        yield terms.DENIES, mint.event(event)
    if claim.stance is not None:
        yield terms.HAS_STANCE, terms.STANCE[claim.stance]
    yield terms.RULE, literals.string(claim.rule)
    yield terms.CONFIDENCE, literals.decimal(claim.confidence)
    yield terms.DERIVED_FROM, evidence


def _evidence(claim: Claim, language: str | None, mint: _Mint) -> Facts:
    yield terms.TYPE, terms.EVIDENCE
    yield terms.TYPE, terms.SPECIFIC_RESOURCE
    yield terms.HAS_SOURCE, mint.article(claim.article)
    yield terms.EXACT, literals.in_language(claim.evidence.text, language)
    yield terms.OFFSET, literals.integer(claim.evidence.start)
    yield terms.OFFSET_END, literals.integer(claim.evidence.end)
    yield terms.SENTENCE, literals.in_language(claim.sentence.text, language)
    yield terms.SENTENCE_START, literals.integer(claim.sentence.start)
    for mark in claim.marks:
        yield terms.MARK, literals.string(mark_text(mark))
