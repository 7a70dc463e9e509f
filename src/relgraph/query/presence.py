"""Is what a query is asked about in the graph at all? An empty answer has two reasons, and they are worth telling apart."""

from collections.abc import Mapping
from difflib import get_close_matches

from pyoxigraph import Literal, QuerySolutions

from relgraph.query.named import NamedQuery
from relgraph.query.target import Asked

_WORDINGS = "SELECT DISTINCT ?wording WHERE { ?entity a rg:Entity ; skos:prefLabel|skos:altLabel|rg:surface ?wording }"
_IS_ID = 'ASK {{ ?entity a rg:Entity FILTER(STRENDS(STR(?entity), CONCAT("/", {}))) }}'


def absent(asked: Asked, query: NamedQuery, settings: Mapping[str, str]) -> list[str]:
    """A note for each entity that the query was asked about and that the graph doesn't know, with the nearest names."""
    given = {each.name: settings.get(each.name, each.example) for each in query.parameters if each.kind == "entity"}
    if not given:
        return []
    answer = asked.ask(_WORDINGS)
    assert isinstance(answer, QuerySolutions)
    known = {row["wording"].value.lower(): row["wording"].value for row in answer}
    return [_note(name, value, known) for name, value in given.items() if _unknown(asked, value, known)]


def _unknown(asked: Asked, value: str, known: Mapping[str, str]) -> bool:
    return value.lower() not in known and not asked.ask(_IS_ID.format(Literal(value)))


def _note(name: str, value: str, known: Mapping[str, str]) -> str:
    near = [known[key] for key in get_close_matches(value.lower(), sorted(known), n=3, cutoff=0.75)]
    return f"nothing in this graph is called {value!r} ({name})" + (f"; is {' or '.join(near)} meant?" if near else "")
