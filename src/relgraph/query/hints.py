"""What a person who types SPARQL by hand wants to hear when it goes wrong: where, why, and what was probably meant."""

import re
from difflib import get_close_matches
from functools import cache

from pyoxigraph import NamedNode, RdfFormat, parse

from relgraph.graph import terms
from relgraph.query.guard import keywords, prefixed_names
from relgraph.resources import ONTOLOGY

_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_KEYWORD = re.compile(r"(?:expected (?:one of )?)?\b([A-Z]{2,})\b")
_TOKEN = re.compile(r'"([^"\\]+)"')
_LETTERS = re.compile(r"\[[^\]]*\]")
_NAMED_VALUES = frozenset({"rg:status", "rg:mode", "rg:stance", "rg:precision", "rg:predicate"})
_IN_LANGUAGE = ("skos:prefLabel", "skos:altLabel", "rdfs:label", "rg:surface", "rg:qualifier", "dcterms:title")
# A property of one of these kinds before a plain text; an order before a text that looks like a day.
_PLAIN = re.compile(rf"""({"|".join((*sorted(_NAMED_VALUES), *_IN_LANGUAGE))})\s+["']([^"'\n]*)["'](?!@|\^\^)""")
_DAY = re.compile(r"""\?\w+\s*(?:[<>]=?|=)\s*["'](\d{4}-\d\d-\d\d)["'](?!\^\^)""")
_SIGNS = frozenset(",.;{}()")
# What others call our properties.
_OTHER_WORDS = {
    "date": "rg:earliest",
    "time": "rg:earliest",
    "location": "rg:place",
    "label": "rdfs:label",
    "name": "rdfs:label",
    "quote": "oa:exact",
    "text": "oa:exact",
    "article": "oa:hasSource",
    "evidence": "prov:wasDerivedFrom",
    "agent": "rg:actor",
    "target": "rg:recipient",
    "country": "schema:Country",
    "person": "schema:Person",
    "organization": "schema:Organization",
}
_SLASH = re.compile(r"(?<![\w:])rgr:(?:article|claim|event|evidence|outlet|relation|role)/")
# Prefixes whose names are not a fixed vocabulary.
_OPEN = frozenset({"rdf", "rgr", "wd", "xsd"})


def complaint(error: SyntaxError, query: str) -> str:
    """What is wrong with a query that doesn't parse: the reason, the line, and a mark under the place."""
    place = _PLACE.match(str(error))
    if place is None:
        return f"not a SPARQL query: {error}"
    line, column, expected = int(place[1]), int(place[2]), place[3]
    # The parser tells where a keyword that it tried would have ended.
    column -= max(map(len, _KEYWORD.findall(expected)), default=0) if _KEYWORD.match(expected) else 0
    lines = query.splitlines()
    shown = lines[line - 1] if line <= len(lines) else ""
    margin = f"  line {line}: "
    return f"not a SPARQL query: {_reason(expected, query, shown[column - 1 :])}\n{margin}{shown}\n{' ' * (len(margin) + column - 1)}^"


def unknown_names(query: str) -> list[str]:
    """A note for each name of our vocabularies that no graph has, with the nearest that exists."""
    known = _vocabulary()
    declared = {name.rstrip(":") for name in re.findall(r"(?i)\bPREFIX\s+([\w.-]*:)", query)}
    notes = []
    for name in dict.fromkeys(prefixed_names(query)):
        prefix, _, local = name.partition(":")
        if prefix not in terms.prefixes() or prefix in _OPEN or prefix in declared or not local or name in known:
            continue
        near = _nearest(prefix, local)
        notes.append(f"no graph has {name}" + (f"; is {near} meant?" if near else "; see docs/vocabulary.md"))
    return notes


def _nearest(prefix: str, local: str) -> str | None:
    """What was probably meant by a name that isn't there."""
    if local.lower() in _OTHER_WORDS:
        return _OTHER_WORDS[local.lower()]
    names = {known.partition(":")[2].lower(): known for known in _vocabulary() if known.startswith(f"{prefix}:")}
    return next((names[each] for each in get_close_matches(local.lower(), names, n=1, cutoff=0.75)), None)


def slips(query: str) -> list[str]:
    """A note for each comparison in a query that can't be true of any graph; for queries whose answer is empty."""
    notes = []
    for name, text in _PLAIN.findall(query):
        if name in _NAMED_VALUES:
            notes.append(f"{name} takes a name, not text: {name} rg:{text}")
        else:
            notes.append(f'{name} has a language, so that "{text}" is never equal to it: write "{text}"@fa, or @en')
    notes += [f'"{day}" is text, not a date: write "{day}"^^xsd:date' for day in _DAY.findall(query)]
    return list(dict.fromkeys(notes))


def _reason(expected: str, query: str, rest: str) -> str:
    if not query.strip():
        return "it is empty"
    if not {*_FORMS} & {*keywords(query)}:
        return f"it needs one of {', '.join(_FORMS)}"
    if "Prefix not found" in expected:
        return f"a prefix is not bound (bound are {', '.join(terms.prefixes())}; others by PREFIX x: <…>)"
    if _SLASH.search(query):
        return r"a slash inside a name is written \/, as in rgr:article\/a1; or write the whole <IRI>"
    if "variable that is unbound" in expected:
        return "with GROUP BY or an aggregate, SELECT may show only grouped variables and aggregates"
    word = re.match(r"\s*(\S+)", rest)
    found = f"unexpected {word[1]}" if word else "it ends too early"
    tokens = [token for token in _TOKEN.findall(_LETTERS.sub("", expected)) if token in _SIGNS]
    return f"{found}, expected {' or '.join(dict.fromkeys(tokens))}" if tokens else found


@cache
def _vocabulary() -> tuple[str, ...]:
    """Every name that our graphs can have, with its prefix, sorted."""
    written = {value.value for value in vars(terms).values() if isinstance(value, NamedNode)}
    for table in (terms.ENTITY_CLASS, terms.EVENT_CLASS, terms.STATUS, terms.STANCE, terms.PRECISION, terms.PREDICATE):
        written.update(node.value for node in table.values())
    for file in sorted(ONTOLOGY.glob("*.ttl")):
        quads = parse(path=str(file), format=RdfFormat.TURTLE)
        written.update(quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode))
    names = (_short(iri) for iri in written)
    return tuple(sorted(name for name in names if name is not None))


def _short(iri: str) -> str | None:
    for prefix, namespace in terms.prefixes().items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return None
