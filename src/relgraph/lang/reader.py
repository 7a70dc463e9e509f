"""Reading a language from its folder: `lang/<code>/`. Every fault of a file is a DataError with file and line."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from relgraph.knowledge.tables import read_table
from relgraph.lang.data import read_entries, read_toml, words
from relgraph.lang.frames import Frame, read_frames
from relgraph.lang.inflect import forms_of, inflected, plurals
from relgraph.lang.language import Act, Cue, Evoked, Language, Prepositions, Role, RoleName, Speech
from relgraph.lang.nouns import read_nouns
from relgraph.lang.relations import read_relations
from relgraph.lang.verbs import read_verbs
from relgraph.text.fold import squeeze

# The ranks of roles.csv whose holders news calls by their bare surname.
_TOP_RANK = 1
# What an adjective ends in where it names or compares: «خطرناکی», «خطرناک‌ترین».
_DEGREES = ("", "ی", "تر", "ترین")
# «تعهداتش را», «نیروهایشان را».
_POSSESSED = ("ش", "اش", "شان", "یش", "هایش", "هایشان", "مان", "هایمان")


def _split_verb(phrase: str) -> tuple[str, str]:
    """(nonverbal part, infinitive) of a verb phrase, folded: «به رسمیت شناختن» → (بهرسمیت, شناختن)."""
    *nonverbal, infinitive = phrase.split()
    return squeeze("".join(nonverbal)), squeeze(infinitive)


def _asked_preposition(phrase: str) -> tuple[str, str | None]:
    """«صحبت کردن با» → («صحبت کردن», «با»): what stands behind the infinitive is asked for."""
    words = phrase.split()
    end = next((n for n in range(len(words), 0, -1) if words[n - 1].endswith("ن")), len(words))
    return " ".join(words[:end]), squeeze("".join(words[end:])) or None


def _wordings(frame: Frame, endings: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """(folded form, kind) of every word and phrase that evokes a frame by itself."""
    named = (
        ("noun", frame.nouns, endings),
        ("predicate", frame.predicates, ("", "ی")),
        ("label", frame.labels, _DEGREES),
        ("state", frame.states, ("", "ند", "یم")),
        ("object", frame.objects, (*endings, *_POSSESSED)),
        ("noun", tuple(f"{deed} {noun}" for deed in frame.deeds for noun in frame.objects), endings),
    )
    for kind, phrases, forms in named:
        for phrase in phrases:
            for form in inflected(phrase, forms):
                yield form, kind
    for deed in frame.deeds:  # «توقف حملات»: the plural of the second word
        for noun in frame.objects:
            for form in inflected(noun, endings):
                yield squeeze(deed) + form, "noun"


def _evoked(frames: tuple[Frame, ...], endings: tuple[str, ...]) -> dict[str, tuple[Evoked, ...]]:
    """What every wording evokes. The many wordings of one meaning share one tuple, which loads several times faster."""
    out: dict[str, dict[Evoked, None]] = {}
    for frame in frames:
        for form, kind in _wordings(frame, endings):
            out.setdefault(form, {})[Evoked(frame.id, kind)] = None
        for verb in frame.verbs:
            phrase, needs = _asked_preposition(verb)
            nonverbal, infinitive = _split_verb(phrase)
            out.setdefault(nonverbal, {})[Evoked(frame.id, "verb", infinitive, needs)] = None
    shared: dict[tuple[Evoked, ...], tuple[Evoked, ...]] = {}
    return {wording: shared.setdefault(each, each) for wording, found in out.items() if (each := tuple(found))}


def _acts(frames: tuple[Frame, ...]) -> dict[tuple[str, str], tuple[Act, ...]]:
    out: dict[tuple[str, str], list[Act]] = {}
    for frame in frames:
        for act in frame.acts:
            phrase, marker = _asked_preposition(act)
            out.setdefault(_split_verb(phrase), []).append(Act(frame.id, marker or ""))
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
        one, several = RoleName(key, plural=False), RoleName(key, plural=True)
        for title in row.many("titles_fa"):
            wordings.append((title, one))
            wordings.extend((p, several) for p in plurals(title, plural_heads))
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
        {squeeze(k): frozenset(squeeze(w) for w in words(path, table["bound"], k)) for k in table["bound"]},
        group("example"),
    )  # fmt: skip


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
    adverbs = read_toml(folder / "adverbs.toml")
    return Language(
        frames={f.id: f for f in frames},
        evoked=_evoked(frames, endings),
        acts=_acts(frames),
        verbs=verbs,
        light={_split_verb(t["infinitive"]): t["voice"] for _, t in read_entries(folder / "light_verbs.toml", "light")},
        speech=spoken,
        speech_phrases=phrases,
        eventless=frozenset(
            _split_verb(phrase)
            for key, group in read_toml(folder / "eventless.toml").items()
            if key != "nouns"
            for phrase in group
        ),
        supposing=frozenset(_split_verb(v) for v in read_toml(folder / "status.toml")["supposing"]),
        suffering=frozenset(_split_verb(v) for v in read_toml(folder / "status.toml")["suffering"]),
        spoken={
            form: Speech(stance)
            for stance in ("asserts", "doubts", "endorses")
            for form in forms_of(speech_path, speech["spoken"], stance, endings)
        },
        documents=forms_of(speech_path, speech, "documents", endings),
        pointing=forms_of(speech_path, speech, "pointing", ("",)),
        addressing=forms_of(speech_path, speech, "addressing", ("",)),
        retelling=forms_of(speech_path, speech, "retelling", ("",)),
        people=frozenset(squeeze(w) for w in pronouns["person"]),
        narrating=forms_of(speech_path, speech, "narrating", ("",)),
        rhetorical=frozenset(_split_verb(v) for v in read_toml(folder / "status.toml")["rhetorical"]),
        cues={squeeze(t["text"]): Cue(t["status"], t["scope"]) for _, t in read_entries(folder / "status.toml", "cue")},
        prepositions=_prepositions(folder, phrases),
        roles=roles,
        role_titles=wordings,
        top_roles=frozenset(k for k, r in roles.items() if r.rank <= _TOP_RANK),
        titles=_titles(folder / "titles.csv"),
        first_names=_column(folder / "first_names.csv", "name"),
        nouns=read_nouns(transparent_path, transparent, endings),
        carriers=frozenset(_split_verb(v) for v in transparent["carriers"]),
        seeking=frozenset(squeeze(w) for w in transparent["seeking"]),
        adverbs=frozenset(squeeze(w) for w in adverbs["words"]),
        adverb_phrases=frozenset(squeeze(w) for w in adverbs["phrases"]),
        adverbs_open=frozenset(squeeze(w) for w in adverbs["open"]),
        compose=read_toml(folder / "compose.toml"),
        pronouns=pronouns,
        particles={k: tuple(squeeze(w) for w in v) for k, v in read_toml(folder / "particles.toml").items()},
        offices=read_toml(folder / "offices.toml"),
        relations=read_relations(folder / "relations.toml"),
    )
