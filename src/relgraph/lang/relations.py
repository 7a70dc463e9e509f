"""The words of relations (`relations.toml`), folded."""

from dataclasses import dataclass
from pathlib import Path

from relgraph.lang.data import read_toml, words
from relgraph.text.fold import squeeze


@dataclass(frozen=True, slots=True)
class RelationWords:
    """By which words a text tells memberships, parties, places; `titles` maps (owner, office) to its English name there."""

    member: frozenset[str]
    member_bodies: frozenset[str]
    qualifiers: dict[str, str]
    bound: frozenset[str]
    leaving: frozenset[str]
    joining: frozenset[str]
    before_party: frozenset[str]
    public: frozenset[str]
    locating: frozenset[str]
    printed: frozenset[str]
    seats: frozenset[str]
    hosting: frozenset[str]
    passed: frozenset[str]
    titles: dict[tuple[str, str], str]
    wordings: dict[str, str]


def read_relations(path: Path) -> RelationWords:
    """The table of a language. Raises DataError for a fault."""
    table = read_toml(path)

    def group(section: str, key: str) -> frozenset[str]:
        return frozenset(squeeze(w) for w in words(path, table.get(section, {}), key))

    return RelationWords(
        member=group("member", "words"), member_bodies=group("member", "bodies"),
        qualifiers={squeeze(k): v for k, v in table["member"]["qualifiers"].items()},
        bound=group("party", "bound"), leaving=group("party", "leaving"), joining=group("party", "joining"),
        before_party=group("party", "before"),
        public=group("body", "public"), locating=group("place", "locating"), printed=group("place", "printed"), seats=group("place", "seats"),
        hosting=group("venue", "hosting"), passed=group("venue", "passed"),
        titles={(owner, role): title for owner, named in table["titles"].items() for role, title in named.items()},
        wordings={squeeze(k): v for k, v in table["wordings"].items()},
    )  # fmt: skip
