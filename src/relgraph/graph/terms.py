"""The words of the RDF export: namespaces, and which term stands for which value of the model.

Everything here is described in `ontology/relgraph.ttl` and `ontology/events.ttl`; a test holds the three together.
"""

from typing import Final, get_args

from pyoxigraph import NamedNode

from relgraph.graph.edges import EDGE_NAME
from relgraph.graph.periods import Precision
from relgraph.model import EntityType, EventType, Predicate, Stance, Status

DEFAULT_BASE: Final = "https://w3id.org/relgraph/id/"
RG: Final = "https://w3id.org/relgraph/ontology#"
WIKIDATA: Final = "http://www.wikidata.org/entity/"

_DCTERMS = "http://purl.org/dc/terms/"
_GEO = "http://www.w3.org/2003/01/geo/wgs84_pos#"
_OA = "http://www.w3.org/ns/oa#"
_ORG = "http://www.w3.org/ns/org#"
_PROV = "http://www.w3.org/ns/prov#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SCHEMA = "https://schema.org/"
_SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_XSD = "http://www.w3.org/2001/XMLSchema#"


def prefixes(base: str = DEFAULT_BASE) -> dict[str, str]:
    """Prefix → namespace, as bound in every Turtle file that we write and every query that we run."""
    return {
        "dcterms": _DCTERMS,
        "geo": _GEO,
        "oa": _OA,
        "org": _ORG,
        "prov": _PROV,
        "rdf": _RDF,
        "rdfs": _RDFS,
        "rg": RG,
        "rgr": base,
        "schema": _SCHEMA,
        "sem": _SEM,
        "skos": _SKOS,
        "wd": WIKIDATA,
        "xsd": _XSD,
    }


def rg(name: str) -> NamedNode:
    """A term of our own vocabulary."""
    return NamedNode(RG + name)


# ---- classes

TYPE: Final = NamedNode(_RDF + "type")
GRAPH: Final = rg("Graph")
ARTICLE: Final = NamedNode(_SCHEMA + "NewsArticle")
OUTLET: Final = NamedNode(_SCHEMA + "NewsMediaOrganization")
ENTITY: Final = rg("Entity")
EVENT: Final = rg("Event")
SEM_EVENT: Final = NamedNode(_SEM + "Event")
RELATION: Final = rg("Relation")
MEMBERSHIP: Final = NamedNode(_ORG + "Membership")
ROLE: Final = NamedNode(_ORG + "Role")
CLAIM: Final = rg("Claim")
PROV_ENTITY: Final = NamedNode(_PROV + "Entity")
EVIDENCE: Final = rg("Evidence")
SPECIFIC_RESOURCE: Final = NamedNode(_OA + "SpecificResource")

ENTITY_CLASS: Final[dict[EntityType, NamedNode]] = {
    "country": NamedNode(_SCHEMA + "Country"),
    "person": NamedNode(_SCHEMA + "Person"),
    "organization": NamedNode(_SCHEMA + "Organization"),
    "place": NamedNode(_SCHEMA + "Place"),
    "negotiation": rg("Negotiation"),
    "agreement": rg("Agreement"),
    "conflict": rg("Conflict"),
}
EVENT_CLASS: Final[dict[EventType, NamedNode]] = {name: rg(name.capitalize()) for name in EDGE_NAME}

# ---- individuals

STATUS: Final[dict[Status, NamedNode]] = {
    "actual": rg("actual"),
    "planned": rg("planned"),
    "negated": rg("negated"),
    "conditional": rg("conditional"),
    "called_for": rg("calledFor"),
}
STANCE: Final[dict[Stance, NamedNode]] = {name: rg(name) for name in get_args(Stance)}
PRECISION: Final[dict[Precision, NamedNode]] = {name: rg(name) for name in get_args(Precision)}
PREDICATE: Final[dict[Predicate, NamedNode]] = {name: rg(name) for name in get_args(Predicate)}
# These two relations are memberships in the sense of the Organization Ontology.
MEMBERSHIPS: Final[frozenset[Predicate]] = frozenset({"represents", "memberOf"})

# ---- properties

ACTOR: Final = rg("actor")
RECIPIENT: Final = rg("recipient")
PARTICIPANT: Final = rg("participant")
ACTOR_STATE: Final = rg("actorState")
RECIPIENT_STATE: Final = rg("recipientState")
PLACE: Final = rg("place")
TOPIC: Final = rg("topic")
MODE: Final = rg("mode")
HAS_STATUS: Final = rg("status")
EARLIEST: Final = rg("earliest")
LATEST: Final = rg("latest")
HAS_PRECISION: Final = rg("precision")

SUBJECT: Final = rg("subject")
HAS_PREDICATE: Final = rg("predicate")
OBJECT: Final = rg("object")
QUALIFIER: Final = rg("qualifier")
START: Final = rg("start")
END: Final = rg("end")
OPEN: Final = rg("open")
AGREES: Final = rg("agreesWith")
CONTRADICTS: Final = rg("contradicts")
TABLE: Final = NamedNode(_DCTERMS + "source")
MEMBER: Final = NamedNode(_ORG + "member")
ORGANIZATION: Final = NamedNode(_ORG + "organization")
HAS_ROLE: Final = NamedNode(_ORG + "role")

CLAIM_EVENT: Final = rg("event")
CLAIM_RELATION: Final = rg("relation")
DENIES: Final = rg("denies")
SPEAKER: Final = rg("speaker")
VIA: Final = rg("via")
HAS_STANCE: Final = rg("stance")
RULE: Final = rg("rule")
CONFIDENCE: Final = rg("confidence")
DERIVED_FROM: Final = NamedNode(_PROV + "wasDerivedFrom")

HAS_SOURCE: Final = NamedNode(_OA + "hasSource")
EXACT: Final = NamedNode(_OA + "exact")
OFFSET: Final = NamedNode(_OA + "start")
OFFSET_END: Final = NamedNode(_OA + "end")
SENTENCE: Final = rg("sentence")
SENTENCE_START: Final = rg("sentenceStart")
MARK: Final = rg("mark")

AS_OF: Final = rg("asOf")
COPY_OF: Final = rg("copyOf")
TITLE: Final = NamedNode(_DCTERMS + "title")
ISSUED: Final = NamedNode(_DCTERMS + "issued")
PUBLISHER: Final = NamedNode(_DCTERMS + "publisher")
LANGUAGE: Final = NamedNode(_DCTERMS + "language")
URL: Final = NamedNode(_SCHEMA + "url")
NAME: Final = NamedNode(_SCHEMA + "name")

PREF_LABEL: Final = NamedNode(_SKOS + "prefLabel")
ALT_LABEL: Final = NamedNode(_SKOS + "altLabel")
EXACT_MATCH: Final = NamedNode(_SKOS + "exactMatch")
SURFACE: Final = rg("surface")
ROMANISED: Final = rg("romanised")
SEEDED: Final = rg("seeded")
ISO2: Final = rg("iso2")
STATE: Final = rg("state")
SECTOR: Final = rg("sector")
LATITUDE: Final = NamedNode(_GEO + "lat")
LONGITUDE: Final = NamedNode(_GEO + "long")
LABEL: Final = NamedNode(_RDFS + "label")

XSD_ANY_URI: Final = NamedNode(_XSD + "anyURI")
XSD_BOOLEAN: Final = NamedNode(_XSD + "boolean")
XSD_DATE: Final = NamedNode(_XSD + "date")
XSD_DECIMAL: Final = NamedNode(_XSD + "decimal")
XSD_INTEGER: Final = NamedNode(_XSD + "integer")
XSD_MONTH: Final = NamedNode(_XSD + "gYearMonth")
XSD_STRING: Final = NamedNode(_XSD + "string")
XSD_YEAR: Final = NamedNode(_XSD + "gYear")
