"""The seed knowledge: what the world holds, read from the tables under seeds/knowledge and checked line by line."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from relgraph.knowledge.tables import Row, read_table
from relgraph.model import EntityType

NameKind = Literal["name", "adjective", "short", "metonym"]


@dataclass(frozen=True, slots=True)
class SeedEntity:
    """One row of a seed table. `country` is where a place lies or what a person serves; `state` whose body it is."""

    id: str
    type: EntityType
    name_fa: str | None
    name_en: str | None
    wikidata: str | None = None
    iso2: str | None = None
    kind: str | None = None
    sector: str | None = None
    state: str | None = None
    part_of: str | None = None
    country: str | None = None
    headquarters: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    start: str | None = None
    end: str | None = None
    places: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class SeedName:
    """One wording of an entity. A `short` name needs its bearer to be introduced otherwise; a `metonym` is a city too."""

    surface: str
    entity: str
    kind: NameKind


@dataclass(frozen=True, slots=True)
class Spell:
    """A person's time in an office: dates are ISO at the precision known, None where unknown."""

    person: str
    of: str
    role: str
    title: str
    start: str | None
    end: str | None
    end_kind: str


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher: the organization, and the country that «کشورمان» means in its articles."""

    organization: str
    home: str | None


@dataclass(frozen=True, slots=True)
class Seeds:
    """All seed tables. `contexts` maps an ambiguous wording and entity to what must stand around it."""

    entities: dict[str, SeedEntity]
    names: tuple[SeedName, ...]
    metonyms: dict[tuple[str, str], str | None]
    contexts: dict[tuple[str, str], tuple[str, ...]]
    spells: tuple[Spell, ...]
    outlets: dict[str, Outlet]


_BASE = ("id", "wikidata", "name_en", "name_fa", "aliases_fa")
_WIKIDATA = re.compile(r"Q[1-9][0-9]*")
_CONDITION = re.compile(r"(before|after|near|article):.+|title")


def _country(row: Row) -> SeedEntity:
    return SeedEntity(
        row["id"], "country", row.get("name_fa"), row.get("name_en"), row.get("wikidata"), iso2=row["iso2"],
        kind="country", latitude=row.number("latitude"), longitude=row.number("longitude"), weight=1.0,
    )  # fmt: skip


def _place(row: Row) -> SeedEntity:
    return SeedEntity(
        row["id"], "place", row.get("name_fa"), row.get("name_en"), row.get("wikidata"), kind=row.get("type"),
        country=row.get("country"), latitude=row.number("latitude"), longitude=row.number("longitude"),
        weight=row.number("importance") or 0.0,
    )  # fmt: skip


def _organization(row: Row) -> SeedEntity:
    return SeedEntity(
        row["id"], "organization", row.get("name_fa"), row.get("name_en"), row.get("wikidata"), kind=row.get("kind"),
        sector=row.get("sector"), state=row.get("state"), part_of=row.get("part_of"),
        headquarters=row.get("headquarters"), weight=1.0,
    )  # fmt: skip


def _person(row: Row) -> SeedEntity:
    return SeedEntity(
        row["id"], "person", row.get("name_fa"), row.get("name_en"), row.get("wikidata"),
        country=row.get("country"), weight=1.0 / (row.number("tier") or 9.0),
    )  # fmt: skip


def _named(kind: EntityType) -> Callable[[Row], SeedEntity]:
    def read(row: Row) -> SeedEntity:
        return SeedEntity(
            row["id"], kind, row.get("name_fa"), row.get("name_en"), row.get("wikidata"), start=row.get("start"),
            end=row.get("end"), places=row.many("places"), parties=row.many("parties"), weight=1.0,
        )  # fmt: skip

    return read


_EVENTFUL = (*_BASE, "start", "end", "places", "parties")
# One line a table: its further columns and how a row becomes an entity.
_TABLES: tuple[tuple[str, tuple[str, ...], Callable[[Row], SeedEntity]], ...] = (
    ("countries.csv", (*_BASE, "iso2", "adjectives_fa", "latitude", "longitude"), _country),
    ("places.csv", (*_BASE, "type", "country", "latitude", "longitude", "importance"), _place),
    ("organizations.csv", (*_BASE, "kind", "sector", "state", "part_of", "headquarters"), _organization),
    ("people.csv", (*_BASE, "short_fa", "country", "tier"), _person),
    ("agreements.csv", _EVENTFUL, _named("agreement")),
    ("negotiations.csv", _EVENTFUL, _named("negotiation")),
    ("conflicts.csv", _EVENTFUL, _named("conflict")),
)
_NAME_COLUMNS: tuple[tuple[str, NameKind], ...] = (
    ("name_fa", "name"), ("aliases_fa", "name"), ("adjectives_fa", "adjective"), ("short_fa", "short"),
)  # fmt: skip


def _check(row: Row, seen: dict[str, Row]) -> None:
    if not row["id"]:
        raise row.fault("no id")
    if row["id"] in seen:
        first = seen[row["id"]]
        raise row.fault(f"duplicate id {row['id']!r}, first in {first.path.name}:{first.line}")
    if row["wikidata"] and not _WIKIDATA.fullmatch(row["wikidata"]):
        raise row.fault(f"no Wikidata id: {row['wikidata']!r}")


def _row_names(row: Row) -> Iterator[SeedName]:
    for column, kind in _NAME_COLUMNS:
        if column in row.cells:
            for surface in row.many(column):
                yield SeedName(surface, row["id"], kind)


def _read_entities(folder: Path) -> tuple[dict[str, SeedEntity], list[SeedName]]:
    entities: dict[str, SeedEntity] = {}
    names: list[SeedName] = []
    rows: dict[str, Row] = {}
    for file, columns, make in _TABLES:
        for row in read_table(folder / file, columns):
            _check(row, rows)
            rows[row["id"]] = row
            entities[row["id"]] = make(row)
            names.extend(_row_names(row))
    for id_, entity in entities.items():
        for reference in (entity.state, entity.part_of, entity.country, *entity.places, *entity.parties):
            if reference and reference not in entities:
                raise rows[id_].fault(f"{reference!r} is no id of any table")
    return entities, names


def _known(row: Row, column: str, entities: dict[str, SeedEntity]) -> str:
    if row[column] not in entities:
        raise row.fault(f"{column} {row[column]!r} is no id of any table")
    return row[column]


def _read_metonyms(
    folder: Path, entities: dict[str, SeedEntity]
) -> tuple[list[SeedName], dict[tuple[str, str], str | None]]:
    names, places = [], {}
    for row in read_table(folder / "metonyms.csv", ("surface", "country", "place")):
        stands_for = _known(row, "country", entities)
        for surface in row.many("surface"):
            names.append(SeedName(surface, stands_for, "metonym"))
            places[surface, stands_for] = _known(row, "place", entities) if row["place"] else None
    return names, places


def _read_contexts(folder: Path, entities: dict[str, SeedEntity]) -> dict[tuple[str, str], tuple[str, ...]]:
    out = {}
    for row in read_table(folder / "context.csv", ("alias", "entity", "require")):
        conditions = row.many("require")
        for condition in conditions:
            if not _CONDITION.fullmatch(condition):
                raise row.fault(f"{condition!r} is no condition: before:WORD, after:WORD, near:WORD, article:NAME")
        out[row["alias"], _known(row, "entity", entities)] = conditions
    return out


def _read_spells(folder: Path, entities: dict[str, SeedEntity]) -> Iterator[Spell]:
    columns = ("person", "of", "role", "title", "start", "end", "end_kind")
    for row in read_table(folder / "offices.csv", columns):
        start, end = row.get("start"), row.get("end")
        if start and end and start[:4] > end[:4]:
            raise row.fault(f"the office ends ({end}) before it starts ({start})")
        yield Spell(
            _known(row, "person", entities), _known(row, "of", entities), row["role"], row["title"],
            start, end, row["end_kind"],
        )  # fmt: skip


def _read_outlets(folder: Path, entities: dict[str, SeedEntity]) -> dict[str, Outlet]:
    out: dict[str, Outlet] = {}
    for row in read_table(folder / "sources.csv", ("organization", "names", "domains", "home")):
        outlet = Outlet(_known(row, "organization", entities), row.get("home"))
        for name in (*row.many("names"), *row.many("domains")):
            out[name.casefold()] = outlet
    return out


def read_seeds(folder: Path) -> Seeds:
    """All tables of a folder. Raises DataError with file and line for the first fault found."""
    entities, names = _read_entities(folder)
    metonyms, places = _read_metonyms(folder, entities)
    contexts = _read_contexts(folder, entities)
    names.extend(metonyms)
    names.extend(_declared_by_context(names, contexts))
    return Seeds(
        entities, tuple(names), places, contexts, tuple(_read_spells(folder, entities)), _read_outlets(folder, entities)
    )


def _declared_by_context(
    names: Iterable[SeedName], contexts: dict[tuple[str, str], tuple[str, ...]]
) -> Iterator[SeedName]:
    """Wordings that stand in context.csv alone are names too."""
    known = {(n.surface, n.entity) for n in names}
    for alias, entity in contexts:
        if (alias, entity) not in known:
            yield SeedName(alias, entity, "name")
