"""Does a graph conform to `ontology/shapes.ttl`?

Checked by `shacl`, which is many times faster than pyshacl; a test holds it to the findings of pyshacl, the reference.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

import shacl
from pyoxigraph import Literal, NamedNode, RdfFormat, Store, Triple, serialize

from relgraph.query.finding import Finding, shown
from relgraph.resources import ONTOLOGY

_SH = "http://www.w3.org/ns/shacl#"
_SHAPES = ONTOLOGY / "shapes.ttl"
_PARAMETERS = """
PREFIX sh: <http://www.w3.org/ns/shacl#>
SELECT ?shape ?path ?parameter ?value WHERE {
  ?shape sh:property ?property . ?property sh:path ?path ; ?parameter ?value . FILTER(isIRI(?shape) && isIRI(?path))
}
"""
# What a constraint says of a value that breaks it; {wanted} is the constraint's own parameter.
_SAYS = {
    "MinCount": "is missing: at least {wanted} needed",
    "MaxCount": "has too many values: at most {wanted}",
    "Datatype": "{value} is no {wanted}",
    "Class": "{value} is nothing of class {wanted}",
    "NodeKind": "{value} is no {wanted}",
    "In": "{value} is none of the values that are allowed",
    "HasValue": "lacks the value {wanted}",
    "Pattern": "{value} doesn't match {wanted}",
    "LanguageIn": "{value} is in none of the languages that are allowed",
    "UniqueLang": "has two values in one language",
    "LessThan": "{value} is not less than {wanted}",
    "LessThanOrEquals": "{value} is more than {wanted}",
    "MinInclusive": "{value} is less than {wanted}",
    "MaxInclusive": "{value} is more than {wanted}",
    "MinLength": "{value} is too short",
    "Equals": "{value} is not what {wanted} says",
    "Or": "{value} is of none of the kinds that are allowed",
    "Closed": "{value}: its class has no such property",
}


def broken_shapes(triples: Iterable[Triple]) -> Iterator[Finding]:
    """Everything that breaks a shape, in no useful order."""
    text = serialize(triples, format=RdfFormat.N_TRIPLES)
    assert text is not None
    for result in _shapes().validate_text(text.decode(), format="ntriples").results:
        path = None if result.path is None else _bare(result.path)
        yield Finding(_bare(result.focus_node), path, _message(result, path))


@cache
def _shapes() -> shacl.Shapes:
    return shacl.Shapes.from_file(str(_SHAPES))


def _message(result: shacl.Result, path: str | None) -> str:
    if result.message:
        return result.message
    name = result.component.removesuffix("ConstraintComponent")
    wanted = _wanted().get(
        (_bare(result.root_shape or ""), path, _SH + name[0].lower() + name[1:]), "what its shape says"
    )
    value = "" if result.value is None else _readable(result.value)
    return _SAYS.get(name, f"{{value}} breaks {name}").format(value=value, wanted=wanted)


@cache
def _wanted() -> dict[tuple[str, str | None, str], str]:
    """What a shape asks of a property, by shape, property and parameter."""
    store = Store()
    store.bulk_load(path=str(_SHAPES), format=RdfFormat.TURTLE)
    rows = [(row["shape"], row["path"], row["parameter"], row["value"]) for row in store.query(_PARAMETERS)]  # type: ignore[union-attr]
    return {
        (shape.value, path.value, parameter.value): shown(value.value)
        for shape, path, parameter, value in rows
        if isinstance(value, NamedNode | Literal)
    }


def _readable(term: str) -> str:
    """A term in N-Triples syntax as people read it: a literal without its type, an IRI with its prefix."""
    literal = re.match(r'"((?:[^"\\]|\\.)*)"', term, re.DOTALL)
    return f'"{literal[1]}"' if literal else shown(_bare(term))


def _bare(term: str) -> str:
    return term[1:-1] if term.startswith("<") and term.endswith(">") else term
