"""Everything that reading needs to know beside the article: the seeds, compiled, and the language."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from relgraph.knowledge.compiled import (
    CompiledSeeds,
    compiled_language,
    compiled_seeds,
    entities_of,
    memberships_of,
    spells_of,
)
from relgraph.knowledge.gazetteer import Gazetteer
from relgraph.knowledge.judgements import Judgements
from relgraph.knowledge.offices import Offices
from relgraph.knowledge.seeds import Contexts, Membership, Outlet, SeedEntity, SeedName
from relgraph.knowledge.tables import read_table
from relgraph.lang.data import Table
from relgraph.lang.language import Language, RoleName
from relgraph.model import Article
from relgraph.resources import LANG, SEEDS
from relgraph.text.fold import squeeze


@dataclass(frozen=True, slots=True)
class Known:
    """What the seed tables say of entities: by id, by (wording, entity) for metonyms and contexts, by name for outlets.

    `eventful` are the agreements, talks and conflicts that have parties or places.
    """

    entities: Mapping[str, SeedEntity]
    eventful: tuple[SeedEntity, ...]
    memberships: Mapping[str, tuple[Membership, ...]]
    metonyms: Mapping[tuple[str, str], str | None]
    contexts: Contexts
    outlets: Mapping[str, Outlet]
    judgements: Judgements


@dataclass(frozen=True, slots=True)
class World:
    """Seeds and language, ready to be looked up."""

    seeds: Known
    names: Gazetteer[SeedName]
    offices: Offices
    roles: Gazetteer[RoleName]
    language: Language
    countries: dict[str, SeedEntity]
    deictic: dict[str, str]
    heads: dict[str, Gazetteer[int]]
    measured: dict[str, float]

    def confidence(self, rule: str, unmeasured: float) -> float:
        """The measured precision of a rule on the annotated articles, or what an unmeasured rule is given."""
        return self.measured.get(rule, unmeasured)

    def home_of(self, article: Article) -> str | None:
        """The id of the country that «کشورمان» means: the article's own, or that of its known source."""
        iso2 = article.home
        if iso2 is None and article.source:
            outlet = self.seeds.outlets.get(article.source.casefold())
            iso2 = outlet.home if outlet else None
        seed = self.countries.get(iso2) if iso2 else None
        return seed.id if seed else None


def load_world(
    own: tuple[Path, ...] = (), *, folder: Path = SEEDS / "knowledge", language: Path = LANG / "fa"
) -> World:
    """The world from its data files, read once a process: the tables of a folder, with one's own (or folders of them) over.

    Raises DataError with file and line for a faulty table.
    """
    return _load(folder, language, own)


@cache
def _load(folder: Path, language: Path, own: tuple[Path, ...]) -> World:
    seeds, spoken = compiled_seeds(folder, own), compiled_language(language)
    return World(
        seeds=_known(seeds),
        names=Gazetteer.prepared(seeds.names, lambda name: SeedName(*name)),
        offices=Offices.prepared(spells_of(seeds.offices), spells_of(seeds.people)),
        roles=Gazetteer.prepared(spoken.roles),
        language=spoken.language,
        countries={e.iso2: e for e in seeds.countries if e.iso2},
        deictic=_deictic(spoken.language.pronouns),
        heads={k: Gazetteer.prepared(entries) for k, entries in spoken.heads.items()},
        measured=_measured(language / "confidence.csv"),
    )


def _known(seeds: CompiledSeeds) -> Known:
    return Known(
        entities_of(seeds),
        seeds.eventful,
        memberships_of(seeds),
        seeds.metonyms,
        seeds.contexts,
        seeds.outlets,
        seeds.judgements,
    )


def _measured(path: Path) -> dict[str, float]:
    """Rule → precision, from the table that the evaluation writes."""
    return {row["rule"]: row.number("precision") or 0.0 for row in read_table(path, ("rule", "precision"))}


def _deictic(pronouns: Table) -> dict[str, str]:
    """Folded phrase → sort: home, pair, sides, or the entity type that «این …» looks back for."""
    out = {squeeze(phrase): sort for sort in ("home", "pair", "sides") for phrase in pronouns[sort]}
    return out | {squeeze(phrase): sort for sort, phrases in pronouns["last"].items() for phrase in phrases}
