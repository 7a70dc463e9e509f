"""A language as data: frames, verbs, offices, titles, prepositions, speech and status, read from `lang/<code>/`."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from relgraph.knowledge.tables import read_table
from relgraph.lang.data import Table, read_entries, read_toml, words
from relgraph.lang.frames import Frame, read_frames
from relgraph.lang.inflect import inflected, plurals
from relgraph.lang.relations import RelationWords, read_relations
from relgraph.lang.verbs import Verbs, read_verbs
from relgraph.text.fold import squeeze

# The ranks of roles.csv whose holders news calls by their bare surname.
_TOP_RANK = 1


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
    """A word that evokes a frame: as a noun, as a predicate of a light verb, or as (part of) a verb phrase.

    `needs` is a preposition that a verb phrase asks for («صحبت کردن با»).
    """

    frame: str
    kind: str
    infinitive: str | None = None
    needs: str | None = None


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


@dataclass(frozen=True, slots=True)
class Language:
    """All that is known of a language. Every key is folded."""

    frames: dict[str, Frame]
    evoked: dict[str, tuple[Evoked, ...]]
    verbs: Verbs
    light: dict[tuple[str, str], str]
    speech: dict[tuple[str, str], Speech]
    speech_phrases: dict[str, Speech]
    spoken: dict[str, Speech]
    documents: frozenset[str]
    pointing: frozenset[str]
    addressing: frozenset[str]
    retelling: frozenset[str]
    people: frozenset[str]
    narrating: frozenset[str]
    cues: dict[str, Cue]
    prepositions: Prepositions
    roles: dict[str, Role]
    role_titles: tuple[tuple[str, RoleName], ...]
    top_roles: frozenset[str]
    titles: frozenset[str]
    first_names: frozenset[str]
    government: frozenset[str]
    conduct: frozenset[str]
    opaque: frozenset[str]
    media: frozenset[str]
    own_acts: frozenset[str]
    locating: frozenset[str]
    ending: frozenset[str]
    partitive: frozenset[str]
    modifiers: frozenset[str]
    adverbs: frozenset[str]
    compose: Table
    pronouns: Table
    offices: Table
    relations: RelationWords

    def role_wordings(self) -> tuple[tuple[str, RoleName], ...]:
        """Every wording of every office, singular and plural."""
        return self.role_titles


def _split_verb(phrase: str) -> tuple[str, str]:
    """(nonverbal part, infinitive) of a verb phrase, folded: «به رسمیت شناختن» → (بهرسمیت, شناختن)."""
    *nonverbal, infinitive = phrase.split()
    return squeeze("".join(nonverbal)), squeeze(infinitive)


def _asked_preposition(phrase: str) -> tuple[str, str | None]:
    """«صحبت کردن با» → («صحبت کردن», «با»): what stands behind the infinitive is asked for."""
    *rest, last = phrase.split()
    return (" ".join(rest), squeeze(last)) if rest and not last.endswith("ن") else (phrase, None)


def _evoked(frames: tuple[Frame, ...], endings: tuple[str, ...]) -> dict[str, tuple[Evoked, ...]]:
    out: dict[str, dict[Evoked, None]] = {}

    def add(key: str, value: Evoked) -> None:
        out.setdefault(key, {})[value] = None

    for frame in frames:
        for noun in frame.nouns:
            for form in inflected(noun, endings):
                add(form, Evoked(frame.id, "noun"))
        for predicate in frame.predicates:
            for form in inflected(predicate, ("", "ی")):
                add(form, Evoked(frame.id, "predicate"))
        for verb in frame.verbs:
            phrase, needs = _asked_preposition(verb)
            nonverbal, infinitive = _split_verb(phrase)
            add(nonverbal, Evoked(frame.id, "verb", infinitive, needs))
    return {k: tuple(v) for k, v in out.items()}


def _roles(folder: Path) -> tuple[dict[str, Role], tuple[tuple[str, RoleName], ...]]:
    plural_heads = read_toml(folder / "inflection.toml")["plural"]
    roles: dict[str, Role] = {}
    wordings: list[tuple[str, RoleName]] = []
    columns = ("role", "titles_fa", "title_en", "holder", "of", "rank", "needs_country", "default_of")
    for row in read_table(folder / "roles.csv", columns):
        key = row["role"]
        roles[key] = Role(
            key, row["title_en"], row["holder"] == "unique", row["of"], int(row.number("rank") or 9),
            row["needs_country"] == "yes", row.get("default_of"),
        )  # fmt: skip
        for title in row.many("titles_fa"):
            wordings.append((title, RoleName(key, plural=False)))
            wordings.extend((p, RoleName(key, plural=True)) for p in plurals(title, plural_heads))
    return roles, tuple(wordings)


def _column(path: Path, column: str) -> frozenset[str]:
    return frozenset(squeeze(row[column]) for row in read_table(path, (column,)))


def _titles(path: Path) -> frozenset[str]:
    """Titles, and the words of those that have several: «حجت الاسلام»."""
    return frozenset(
        squeeze(w)
        for row in read_table(path, ("title",))
        for w in (row["title"], *row["title"].replace("\u200c", " ").split())
    )


def _speech(path: Path) -> tuple[dict[tuple[str, str], Speech], dict[str, Speech]]:
    spoken = {_split_verb(t["phrase"]): Speech(t["stance"]) for _, t in read_entries(path, "verb")}
    phrases = {
        squeeze(t["text"]) + ending: Speech(t.get("stance", "asserts"), t["kind"])
        for _, t in read_entries(path, "phrase")
        for ending in ("", squeeze("های"))
    }
    return spoken, phrases


def _prepositions(folder: Path, citing: Iterable[str]) -> Prepositions:
    path = folder / "prepositions.toml"
    table = read_toml(path)

    def group(key: str) -> frozenset[str]:
        return frozenset(squeeze(w) for w in words(path, table, key))

    every = [*words(path, table, "simple"), *words(path, table, "compound")]
    return Prepositions(
        group("simple") | group("compound") | frozenset(citing), max(len(w.split()) for w in every), group("topic"), group("place"),
        group("agent"), group("time"), frozenset({squeeze("بین"), squeeze("میان")}),
    )  # fmt: skip


def _forms(path: Path, table: Table, key: str, endings: tuple[str, ...]) -> frozenset[str]:
    return frozenset(form for word in words(path, table, key) for form in inflected(word, endings))


def read_language(folder: Path) -> Language:
    """A language from its folder. Raises DataError with file and line for the first fault found."""
    endings = tuple(read_toml(folder / "inflection.toml")["endings"])
    verbs = read_verbs(folder / "verbs.toml")
    frames = read_frames(folder / "frames")
    roles, wordings = _roles(folder)
    speech_path = folder / "speech.toml"
    spoken, phrases = _speech(speech_path)
    speech, pronouns = read_toml(speech_path), read_toml(folder / "pronouns.toml")
    transparent_path = folder / "transparent.toml"
    transparent = read_toml(transparent_path)
    return Language(
        frames={f.id: f for f in frames},
        evoked=_evoked(frames, endings),
        verbs=verbs,
        light={_split_verb(t["infinitive"]): t["voice"] for _, t in read_entries(folder / "light_verbs.toml", "light")},
        speech=spoken,
        speech_phrases=phrases,
        spoken={
            form: Speech(stance)
            for stance in ("asserts", "doubts", "endorses")
            for form in _forms(speech_path, speech["spoken"], stance, endings)
        },
        documents=_forms(speech_path, speech, "documents", endings),
        pointing=_forms(speech_path, speech, "pointing", ("",)),
        addressing=_forms(speech_path, speech, "addressing", ("",)),
        retelling=_forms(speech_path, speech, "retelling", ("",)),
        people=frozenset(squeeze(w) for w in pronouns["person"]),
        narrating=_forms(speech_path, speech, "narrating", ("",)),
        cues={squeeze(t["text"]): Cue(t["status"], t["scope"]) for _, t in read_entries(folder / "status.toml", "cue")},
        prepositions=_prepositions(folder, phrases),
        roles=roles,
        role_titles=wordings,
        top_roles=frozenset(k for k, r in roles.items() if r.rank <= _TOP_RANK),
        titles=_titles(folder / "titles.csv"),
        first_names=_column(folder / "first_names.csv", "name"),
        government=_forms(transparent_path, transparent, "government", endings),
        conduct=_forms(transparent_path, transparent, "conduct", endings),
        opaque=_forms(transparent_path, transparent, "opaque", endings),
        media=_forms(transparent_path, transparent, "media", endings),
        partitive=_forms(transparent_path, transparent, "partitive", endings),
        modifiers=_forms(transparent_path, transparent, "modifiers", endings),
        ending=_forms(transparent_path, transparent, "ending", endings),
        locating=_forms(transparent_path, transparent, "locating", endings),
        own_acts=_forms(transparent_path, transparent, "own_acts", endings),
        adverbs=frozenset(squeeze(w) for w in read_toml(folder / "adverbs.toml")["words"]),
        compose=read_toml(folder / "compose.toml"),
        pronouns=pronouns,
        offices=read_toml(folder / "offices.toml"),
        relations=read_relations(folder / "relations.toml"),
    )
