"""A language as data: what its frames, verbs, offices, titles, prepositions, speech and status say. `reader` reads them."""

from dataclasses import dataclass

from relgraph.lang.data import Table
from relgraph.lang.frames import Frame
from relgraph.lang.nouns import Nouns
from relgraph.lang.relations import RelationWords
from relgraph.lang.verbs import Verbs


@dataclass(frozen=True, slots=True)
class Role:
    """An office: `title` is its English name; `of` what it belongs to; `default_of` what it means without a complement."""

    key: str
    title: str
    unique: bool
    of: str
    rank: int
    needs_complement: bool
    default_of: str | None


@dataclass(frozen=True, slots=True)
class RoleName:
    """One wording of an office."""

    role: str
    plural: bool


@dataclass(frozen=True, slots=True)
class Evoked:
    """A word that evokes a frame: as a noun, a predicate of a light verb, a label, a state, the object of an act, or as
    (part of) a verb phrase.

    `needs` is a preposition that a verb phrase asks for («صحبت کردن با»).
    """

    frame: str
    kind: str
    infinitive: str | None = None
    needs: str | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """A verb phrase that tells a frame's event of its objects; `marker` is theirs where it is a preposition."""

    frame: str
    marker: str


@dataclass(frozen=True, slots=True)
class Speech:
    """A reporting verb or phrase and the outlet's stance towards what is reported."""

    stance: str
    kind: str = "verb"


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that changes the status of the verb or noun it governs."""

    status: str
    scope: str


@dataclass(frozen=True, slots=True)
class Prepositions:
    """Prepositions by folded form (compound ones without spaces), and what they mark."""

    all: frozenset[str]
    longest: int
    topic: frozenset[str]
    place: frozenset[str]
    agent: frozenset[str]
    time: frozenset[str]
    between: frozenset[str]
    bound: dict[str, frozenset[str]]
    example: frozenset[str]


@dataclass(frozen=True, slots=True)
class Language:
    """All that is known of a language. Every key is folded."""

    frames: dict[str, Frame]
    evoked: dict[str, tuple[Evoked, ...]]
    acts: dict[tuple[str, str], tuple[Act, ...]]
    verbs: Verbs
    light: dict[tuple[str, str], str]
    carriers: frozenset[tuple[str, str]]
    speech: dict[tuple[str, str], Speech]
    speech_phrases: dict[str, Speech]
    eventless: frozenset[tuple[str, str]]
    spoken: dict[str, Speech]
    documents: frozenset[str]
    pointing: frozenset[str]
    addressing: frozenset[str]
    retelling: frozenset[str]
    people: frozenset[str]
    narrating: frozenset[str]
    cues: dict[str, Cue]
    rhetorical: frozenset[tuple[str, str]]
    supposing: frozenset[tuple[str, str]]
    suffering: frozenset[tuple[str, str]]
    prepositions: Prepositions
    roles: dict[str, Role]
    role_titles: tuple[tuple[str, RoleName], ...]
    top_roles: frozenset[str]
    titles: frozenset[str]
    first_names: frozenset[str]
    nouns: Nouns
    seeking: frozenset[str]
    adverbs: frozenset[str]
    adverb_phrases: frozenset[str]
    adverbs_open: frozenset[str]
    compose: Table
    pronouns: Table
    particles: dict[str, tuple[str, ...]]
    offices: Table
    relations: RelationWords

    def role_wordings(self) -> tuple[tuple[str, RoleName], ...]:
        """Every wording of every office, singular and plural."""
        return self.role_titles
