"""Nouns before an entity: whether it still is who acts, and what they say of the act. Data in `transparent.toml`."""

from dataclasses import dataclass, fields
from pathlib import Path

from relgraph.lang.data import Table
from relgraph.lang.inflect import forms_of


@dataclass(frozen=True, slots=True)
class Nouns:
    """The lists of `transparent.toml`, each word in all its folded forms; the file says what each list is for."""

    government: frozenset[str]
    conduct: frozenset[str]
    opaque: frozenset[str]
    nation: frozenset[str]
    troops: frozenset[str]
    media: frozenset[str]
    factions: frozenset[str]
    own_acts: frozenset[str]
    omission: frozenset[str]
    figurative: frozenset[str]
    questions: frozenset[str]
    claims: frozenset[str]
    jointly: frozenset[str]
    separately: frozenset[str]
    plans: frozenset[str]
    locating: frozenset[str]
    situated: frozenset[str]
    ending: frozenset[str]
    partitive: frozenset[str]
    modifiers: frozenset[str]


def read_nouns(path: Path, table: Table, endings: tuple[str, ...]) -> Nouns:
    """The lists of nouns of a `transparent.toml`. Raises DataError for one that is missing or no list of words."""
    return Nouns(**{f.name: forms_of(path, table, f.name, endings) for f in fields(Nouns)})
