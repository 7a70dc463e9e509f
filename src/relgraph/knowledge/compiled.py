"""Seed tables and language, worked out once and kept: what every run begins with, in the form that loads fastest.

Of tens of thousands of entities and offices an article needs a handful, so they are kept as text until asked for.
"""

import json
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

from relgraph.derived import derived
from relgraph.knowledge.gazetteer import Entries, entries_of
from relgraph.knowledge.judgements import Judgements
from relgraph.knowledge.offices import by_office, by_person
from relgraph.knowledge.overlay import files_of, table_path
from relgraph.knowledge.records import Records, cells, from_cells, to_text
from relgraph.knowledge.schema import TABLES
from relgraph.knowledge.seeds import Membership, Outlet, SeedEntity, Seeds, Spell, read_seeds
from relgraph.lang.data import Table
from relgraph.lang.language import Language
from relgraph.lang.reader import read_language

_PACKAGE = Path(__file__).parents[1]
# The code that decides what the values below look like.
_CODE = ("derived.py", "model.py", "text/fold.py", "knowledge/*.py", "lang/*.py")


@dataclass(frozen=True, slots=True)
class CompiledSeeds:
    """`Seeds` with names ready for a gazetteer (each as a tuple) and with entities, spells and memberships as text, by id and by office."""

    entities: dict[str, str]
    countries: tuple[SeedEntity, ...]
    eventful: tuple[SeedEntity, ...]
    names: Entries
    offices: dict[str, str]
    people: dict[str, str]
    memberships: dict[str, str]
    metonyms: dict[tuple[str, str], str | None]
    contexts: dict[tuple[str, str], tuple[str, ...]]
    outlets: dict[str, Outlet]
    judgements: Judgements


@dataclass(frozen=True, slots=True)
class CompiledLanguage:
    """A language with the wordings of its offices and the heads of its composed names ready for gazetteers."""

    language: Language
    roles: Entries
    heads: dict[str, Entries]


def compiled_seeds(folder: Path, own: tuple[Path, ...]) -> CompiledSeeds:
    """The seeds of a folder with a person's own files over them, from the cache if nothing changed."""
    tables = [table_path(folder, table) for table in TABLES]
    return derived("seeds", [*tables, *files_of(own), *_code()], lambda: _compile(read_seeds(folder, own)))


def compiled_language(folder: Path) -> CompiledLanguage:
    """The language of a folder, from the cache if nothing changed."""
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    return derived("language", [*files, *_code(), *_hazm()], lambda: _compile_language(read_language(folder)))


def entities_of(seeds: CompiledSeeds) -> Records[SeedEntity]:
    """The entities by id."""
    return Records(seeds.entities, lambda text: from_cells(SeedEntity, json.loads(text)))


def spells_of(texts: dict[str, str]) -> Records[tuple[Spell, ...]]:
    """Spells by office or person."""
    return Records(texts, lambda text: tuple(from_cells(Spell, s) for s in json.loads(text)))


def memberships_of(seeds: CompiledSeeds) -> Records[tuple[Membership, ...]]:
    """Memberships by member."""
    return Records(seeds.memberships, lambda text: tuple(from_cells(Membership, m) for m in json.loads(text)))


def _code() -> list[Path]:
    return sorted(chain.from_iterable(_PACKAGE.glob(pattern) for pattern in _CODE))


def _hazm() -> list[Path]:
    """What hazm's verb forms come from, found without importing it."""
    spec = find_spec("hazm")
    folder = Path(spec.origin).parent if spec and spec.origin else Path()
    return [folder / "data" / "verbs.dat", folder / "lemmatizer.py", folder / "utils.py"]


def _grouped[T](groups: dict[str, tuple[T, ...]]) -> dict[str, str]:
    return {key: json.dumps([cells(v) for v in group], ensure_ascii=False) for key, group in groups.items()}


def _compile(seeds: Seeds) -> CompiledSeeds:
    members: dict[str, tuple[Membership, ...]] = {}
    for membership in seeds.memberships:
        members[membership.member] = (*members.get(membership.member, ()), membership)
    return CompiledSeeds(
        entities={id_: to_text(entity) for id_, entity in seeds.entities.items()},
        countries=tuple(e for e in seeds.entities.values() if e.type == "country"),
        eventful=tuple(e for e in seeds.entities.values() if e.parties or e.places),
        names=entries_of((n.surface, (n.surface, n.entity, n.kind)) for n in seeds.names),
        offices=_grouped(by_office(seeds.spells)),
        people=_grouped(by_person(seeds.spells)),
        memberships=_grouped(members),
        metonyms=seeds.metonyms,
        contexts=seeds.contexts,
        outlets=seeds.outlets,
        judgements=seeds.judgements,
    )


def _compile_language(language: Language) -> CompiledLanguage:
    heads = {k: v for k, v in language.compose.items() if isinstance(v, list) and v and "heads" in v[0]}
    return CompiledLanguage(
        language, entries_of(language.role_wordings()), {k: _heads(tables) for k, tables in heads.items()}
    )


def _heads(tables: list[Table]) -> Entries:
    """The heads of composed names of one sort, each with the number of its table."""
    return entries_of((head, n) for n, table in enumerate(tables) for head in table["heads"])
