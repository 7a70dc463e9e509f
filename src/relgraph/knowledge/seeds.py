"""The seed knowledge: what the world holds, read from the tables under seeds/knowledge and checked line by line."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from relgraph.knowledge.judgements import Judgements, read_judgements
from relgraph.knowledge.overlay import Tables
from relgraph.knowledge.schema import check_conditions
from relgraph.knowledge.tables import Row
from relgraph.model import EntityType
from relgraph.text.fold import squeeze

NameKind = Literal["name", "adjective", "short", "metonym"]


@dataclass(frozen=True, slots=True)
class SeedEntity:
    """One row of a seed table. `country` is where a place lies or what a person serves; `state` whose body it is."""

    id: str
    type: EntityType
    name_fa: str | None
    name_en: str | None
    wikidata: str | None = None
    weight: float = 0.0
    country: str | None = None
    kind: str | None = None
    iso2: str | None = None
    sector: str | None = None
    state: str | None = None
    part_of: str | None = None
    headquarters: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    start: str | None = None
    end: str | None = None
    places: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()


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
class Membership:
    """Who belongs to what: as full, observer, candidate, temporary or former member, dates as in `Spell`, and where from."""

    member: str
    organization: str
    status: str
    start: str | None
    end: str | None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher: the organization, and the country that «کشورمان» means in its articles."""

    organization: str
    home: str | None


Contexts = Mapping[tuple[str, str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Seeds:
    """All seed tables. `contexts` maps an ambiguous wording and entity to what must stand around it."""

    entities: dict[str, SeedEntity]
    names: tuple[SeedName, ...]
    metonyms: dict[tuple[str, str], str | None]
    contexts: dict[tuple[str, str], tuple[str, ...]]
    spells: tuple[Spell, ...]
    memberships: tuple[Membership, ...]
    outlets: dict[str, Outlet]
    judgements: Judgements


def _country(row: Row) -> SeedEntity:
    return SeedEntity(
        row["id"], "country", row.get("name_fa"), row.get("name_en"), row.get("wikidata"), weight=1.0, kind="country",
        iso2=row["iso2"], latitude=row.number("latitude"), longitude=row.number("longitude"),
    )  # fmt: skip


def _place(row: Row) -> SeedEntity:
    return SeedEntity(
        row["id"], "place", row.get("name_fa"), row.get("name_en"), row.get("wikidata"), kind=row.get("type"),
        weight=row.number("importance") or 0.0, country=row.get("country"),
        latitude=row.number("latitude"), longitude=row.number("longitude"),
    )  # fmt: skip


def _organization(row: Row) -> SeedEntity:
    return SeedEntity(
        row["id"], "organization", row.get("name_fa"), row.get("name_en"), row.get("wikidata"), weight=1.0,
        kind=row.get("kind"), sector=row.get("sector"), state=row.get("state"), part_of=row.get("part_of"),
        headquarters=row.get("headquarters"),
    )  # fmt: skip


def _person(row: Row) -> SeedEntity:
    return SeedEntity(
        row["id"], "person", row.get("name_fa"), row.get("name_en"), row.get("wikidata"),
        weight=1.0 / (row.number("tier") or 9.0), country=row.get("country"),
    )  # fmt: skip


def _named(kind: EntityType) -> Callable[[Row], SeedEntity]:
    def read(row: Row) -> SeedEntity:
        return SeedEntity(
            row["id"], kind, row.get("name_fa"), row.get("name_en"), row.get("wikidata"), weight=1.0,
            start=row.get("start"), end=row.get("end"), places=row.many("places"), parties=row.many("parties"),
        )  # fmt: skip

    return read


def _resolution(row: Row) -> SeedEntity:
    number = row["number"]
    return SeedEntity(
        resolution_id(number), "agreement", f"قطعنامه {number.translate(_PERSIAN_DIGITS)}",
        f"United Nations Security Council Resolution {number}", row.get("wikidata"), start=row.get("date"),
    )  # fmt: skip


def resolution_id(number: str) -> str:
    """The id of a resolution of the Security Council."""
    return f"resolution-{number}"


_PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
# How a line of each table becomes an entity.
_MAKERS: dict[str, Callable[[Row], SeedEntity]] = {
    "countries": _country,
    "places": _place,
    "organizations": _organization,
    "people": _person,
    "agreements": _named("agreement"),
    "negotiations": _named("negotiation"),
    "conflicts": _named("conflict"),
    "resolutions": _resolution,
}
_NAME_COLUMNS: tuple[tuple[str, NameKind], ...] = (
    ("name_fa", "name"), ("aliases_fa", "name"), ("adjectives_fa", "adjective"), ("short_fa", "short"),
)  # fmt: skip
# Cells that name other entities.
_REFERENCES = (
    "state",
    "part_of",
    "country",
    "headquarters",
    "administered_by",
    "claimed_by",
    "places",
    "parties",
    "body",
)


def _row_names(row: Row, entity: str) -> Iterator[SeedName]:
    for column, kind in _NAME_COLUMNS:
        if row.cells.get(column):
            for surface in row.many(column):
                yield SeedName(surface, entity, kind)


def _read_entities(tables: Tables) -> tuple[dict[str, SeedEntity], dict[SeedName, Row]]:
    """All entities by id, and their names with the line that gives each."""
    entities: dict[str, SeedEntity] = {}
    names: dict[SeedName, Row] = {}
    rows: dict[str, Row] = {}
    for table, make in _MAKERS.items():
        for row in tables.rows(table):
            entity = make(row)
            if entity.id in rows:
                first = rows[entity.id]
                raise row.fault(f"duplicate id {entity.id!r}, first in {first.path.name}:{first.line}")
            rows[entity.id], entities[entity.id] = row, entity
            names.update((name, row) for name in _row_names(row, entity.id))
    for row in rows.values():
        for column in _REFERENCES:
            for reference in row.many(column) if row.cells.get(column) else ():
                if reference not in entities:
                    raise row.fault(f"{column} {reference!r} is no id of any table")
    return entities, names


def _known(row: Row, column: str, entities: dict[str, SeedEntity]) -> str:
    if row[column] not in entities:
        raise row.fault(f"{column} {row[column]!r} is no id of any table")
    return row[column]


def _read_metonyms(
    tables: Tables, entities: dict[str, SeedEntity]
) -> tuple[list[SeedName], dict[tuple[str, str], str | None]]:
    names, places = [], {}
    for row in tables.rows("metonyms"):
        stands_for = _known(row, "country", entities)
        for surface in row.many("surface"):
            names.append(SeedName(surface, stands_for, "metonym"))
            places[surface, stands_for] = _known(row, "place", entities) if row["place"] else None
    return names, places


def _read_contexts(tables: Tables, entities: dict[str, SeedEntity]) -> dict[tuple[str, str], tuple[str, ...]]:
    return {(row["alias"], _known(row, "entity", entities)): check_conditions(row) for row in tables.rows("context")}


def _read_spells(tables: Tables, entities: dict[str, SeedEntity]) -> Iterator[Spell]:
    for row in tables.rows("offices"):
        yield Spell(
            _known(row, "person", entities), _known(row, "of", entities), row["role"], row["title"],
            row.get("start"), row.get("end"), row["end_kind"] or ("known" if row["end"] else "open"),
        )  # fmt: skip


def _read_memberships(tables: Tables, entities: dict[str, SeedEntity]) -> Iterator[Membership]:
    for row in tables.rows("memberships"):
        yield Membership(
            _known(row, "member", entities), _known(row, "organization", entities), row["status"],
            row.get("start"), row.get("end"), row.get("source"),
        )  # fmt: skip


def _read_outlets(tables: Tables, entities: dict[str, SeedEntity]) -> dict[str, Outlet]:
    out: dict[str, Outlet] = {}
    for row in tables.rows("sources"):
        outlet = Outlet(_known(row, "organization", entities), row.get("home"))
        for name in (*row.many("names"), *row.many("domains")):
            out[name.casefold()] = outlet
    return out


def _check_collisions(names: dict[SeedName, Row], contexts: Contexts) -> None:
    """One wording names one entity wherever it stands; where it names several, context.csv says when which."""
    taken: dict[str, SeedName] = {}
    for name, row in names.items():
        if name.kind != "name" or (name.surface, name.entity) in contexts:
            continue
        other = taken.setdefault(squeeze(name.surface), name)
        if other.entity != name.entity:
            where = names[other]
            raise row.fault(
                f"{name.surface!r} is also a name of {other.entity!r} ({where.path.name}:{where.line}); "
                "leave it to one of them, or say in context.csv when it is which"
            )


def read_seeds(folder: Path, own: Iterable[Path] = ()) -> Seeds:
    """All tables of a folder, with a person's own files (or folders of them) over them.

    Raises DataError with file and line for the first fault found.
    """
    tables = Tables(folder, own)
    entities, named = _read_entities(tables)
    metonyms, places = _read_metonyms(tables, entities)
    contexts = _read_contexts(tables, entities)
    _check_collisions(named, contexts)
    names = [*named, *metonyms]
    names.extend(_declared_by_context(names, contexts))
    return Seeds(
        entities, tuple(names), places, contexts, tuple(_read_spells(tables, entities)),
        tuple(_read_memberships(tables, entities)), _read_outlets(tables, entities),
        read_judgements(tables.rows("judgements"), entities),
    )  # fmt: skip


def _declared_by_context(names: Iterable[SeedName], contexts: Contexts) -> Iterator[SeedName]:
    """Wordings that stand in context.csv alone are names too."""
    known = {(n.surface, n.entity) for n in names}
    for alias, entity in contexts:
        if (alias, entity) not in known:
            yield SeedName(alias, entity, "name")
