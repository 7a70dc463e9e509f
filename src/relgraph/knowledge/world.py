"""Everything that reading needs to know beside the article: the seeds, compiled, and the language."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from relgraph.knowledge.gazetteer import Gazetteer
from relgraph.knowledge.offices import Offices
from relgraph.knowledge.seeds import SeedName, Seeds, read_seeds
from relgraph.lang.language import Language, RoleName, read_language
from relgraph.resources import LANG, SEEDS


@dataclass(frozen=True, slots=True)
class World:
    """Seeds and language, ready to be looked up."""

    seeds: Seeds
    names: Gazetteer[SeedName]
    offices: Offices
    roles: Gazetteer[RoleName]
    language: Language


@cache
def load_world(seeds: Path = SEEDS / "knowledge", language: Path = LANG / "fa") -> World:
    """The world from its data files, once a process. Raises DataError with file and line for a faulty table."""
    known, lang = read_seeds(seeds), read_language(language)
    return World(
        seeds=known,
        names=Gazetteer((n.surface, n) for n in known.names),
        offices=Offices(known.spells),
        roles=Gazetteer((wording, name) for wording, name in lang.role_wordings()),
        language=lang,
    )
