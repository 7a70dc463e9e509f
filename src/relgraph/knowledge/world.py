"""Everything that reading needs to know beside the article: the seeds, compiled, and the language."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from relgraph.knowledge.gazetteer import Gazetteer
from relgraph.knowledge.offices import Offices
from relgraph.knowledge.seeds import SeedEntity, SeedName, Seeds, read_seeds
from relgraph.knowledge.tables import read_table
from relgraph.lang.data import Table
from relgraph.lang.language import Language, RoleName, read_language
from relgraph.model import Article
from relgraph.resources import LANG, SEEDS
from relgraph.text.fold import squeeze


@dataclass(frozen=True, slots=True)
class World:
    """Seeds and language, ready to be looked up."""

    seeds: Seeds
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


def load_world(seeds: Path = SEEDS / "knowledge", language: Path = LANG / "fa") -> World:
    """The world from its data files, read once a process. Raises DataError with file and line for a faulty table."""
    return _load(seeds, language)


@cache
def _load(seeds: Path, language: Path) -> World:
    known, lang = read_seeds(seeds), read_language(language)
    return World(
        seeds=known,
        names=Gazetteer((n.surface, n) for n in known.names),
        offices=Offices(known.spells),
        roles=Gazetteer((wording, name) for wording, name in lang.role_wordings()),
        language=lang,
        countries={e.iso2: e for e in known.entities.values() if e.type == "country" and e.iso2},
        deictic=_deictic(lang.pronouns),
        measured=_measured(language / "confidence.csv"),
        heads={k: _heads(v) for k, v in lang.compose.items() if isinstance(v, list) and v and "heads" in v[0]},
    )


def _heads(tables: list[Table]) -> Gazetteer[int]:
    """The heads of composed names of one sort, each with the number of its table."""
    return Gazetteer((head, n) for n, table in enumerate(tables) for head in table["heads"])


def _measured(path: Path) -> dict[str, float]:
    """Rule → precision, from the table that the evaluation writes."""
    return {row["rule"]: row.number("precision") or 0.0 for row in read_table(path, ("rule", "precision"))}


def _deictic(pronouns: Table) -> dict[str, str]:
    """Folded phrase → sort: home, pair, sides, or the entity type that «این …» looks back for."""
    out = {squeeze(phrase): sort for sort in ("home", "pair", "sides") for phrase in pronouns[sort]}
    return out | {squeeze(phrase): sort for sort, phrases in pronouns["last"].items() for phrase in phrases}
