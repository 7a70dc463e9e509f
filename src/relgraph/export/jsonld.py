"""JSON-LD with a context: names as in Turtle, one node a line, so that it reads well without any RDF tool."""

import json
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Triple

from relgraph.graph import terms

type Value = str | dict[str, str]

_LANGUAGE = "@language"


def write_jsonld(facts: Iterable[Triple], path: Path, base: str = terms.DEFAULT_BASE) -> None:
    """Write triples in any order; `base` is what the prefix rgr: stands for."""
    names = _Names(terms.prefixes(base))
    ordered = sorted(set(facts), key=lambda triple: (str(triple.subject), str(triple.predicate), str(triple.object)))
    kinds = _kinds(ordered)
    coerced = {
        names.of(iri): {"@type": kind if kind == "@id" else names.of(kind)} for iri, kind in sorted(kinds.items())
    }
    context = json.dumps({**names.declared(), **coerced}, ensure_ascii=False, indent=1)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{{"@context": {context},\n"@graph": [\n')
        for place, (subject, about) in enumerate(groupby(ordered, key=lambda triple: triple.subject)):
            assert isinstance(subject, NamedNode)
            file.write(",\n" if place else "")
            file.write(json.dumps(_node(subject, about, names, kinds), ensure_ascii=False))
        file.write("\n]}\n")


class _Names:
    """IRIs by their prefix."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.prefixes = dict(sorted(prefixes.items()))
        # A namespace inside another goes first.
        self._longest = sorted(prefixes.items(), key=lambda item: (-len(item[1]), item[0]))

    def declared(self) -> dict[str, str | dict[str, str | bool]]:
        """The prefixes for a context: one that ends in no sign must be said to be a prefix."""
        return {
            prefix: namespace if namespace[-1] in ":/?#[]@" else {"@id": namespace, "@prefix": True}
            for prefix, namespace in self.prefixes.items()
        }

    def of(self, iri: str) -> str:
        for prefix, namespace in self._longest:
            # "rgr://…" would be read as an address.
            if iri.startswith(namespace) and not iri.startswith("//", len(namespace)):
                return f"{prefix}:{iri[len(namespace) :]}"
        return iri


def _kinds(facts: Iterable[Triple]) -> dict[str, str]:
    """The predicates whose values are all resources ("@id") or all literals of one type, by that type."""
    found: dict[str, set[str]] = {}
    for triple in facts:
        if triple.predicate != terms.TYPE:
            found.setdefault(triple.predicate.value, set()).add(_kind(triple.object))
    plain = (terms.XSD_STRING.value, _LANGUAGE)
    return {iri: next(iter(kinds)) for iri, kinds in found.items() if len(kinds) == 1 and kinds.isdisjoint(plain)}


def _kind(value: object) -> str:
    if isinstance(value, Literal):
        return _LANGUAGE if value.language else value.datatype.value
    return "@id"


def _node(
    subject: NamedNode, about: Iterable[Triple], names: _Names, kinds: Mapping[str, str]
) -> dict[str, str | list[Value] | Value]:
    node: dict[str, str | list[Value] | Value] = {"@id": names.of(subject.value)}
    for predicate, facts in groupby(about, key=lambda triple: triple.predicate):
        if predicate == terms.TYPE:
            node["@type"] = [names.of(triple.object.value) for triple in facts if isinstance(triple.object, NamedNode)]
            continue
        values = [_value(triple.object, names, kinds.get(predicate.value)) for triple in facts]
        node[names.of(predicate.value)] = values[0] if len(values) == 1 else values
    return node


def _value(value: object, names: _Names, kind: str | None) -> Value:
    match value:
        case NamedNode(value=iri):
            return names.of(iri) if kind == "@id" else {"@id": names.of(iri)}
        case Literal(value=text, language=str(language)):
            return {"@value": text, "@language": language}
        case Literal(value=text, datatype=datatype):
            if kind == datatype.value or datatype == terms.XSD_STRING:
                return text
            return {"@value": text, "@type": names.of(datatype.value)}
    raise ValueError(f"JSON-LD has no place for {value}")
