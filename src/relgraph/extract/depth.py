"""How a name stands in its phrase: which words before it are its own, and what they make of it."""

from collections.abc import Sequence

from relgraph.extract.phrase import Unit, is_outlet
from relgraph.extract.reading import Filler, Reading, Ref
from relgraph.lang.language import Language
from relgraph.text.fold import squeeze

_AND, _OF = squeeze("و"), squeeze("از")
_GOVERNMENT_AND_PEOPLE = 3
# An indefinite noun in ه; the adjectives spelt so are left out.
_INDEFINITE = tuple(letter + "ه\u200cای" for letter in "یملبسعش")
# Words before a name that say nothing of whose act it is: determiners, numbers, «نیز».
_PLURAL = (squeeze("ها"), squeeze("های"))  # «تحریم ایران» ends its trade, «تحریم‌های آمریکا» are its conduct
_THIS = frozenset(squeeze(w) for w in ("این", "آن", "همین", "همان"))
_LIGHT = frozenset(
    squeeze(w)
    for w in (
        "این",
        "آن",
        "همین",
        "همان",
        "هر",
        "هم",
        "نیز",
        "همچنین",
        "خود",
        "دو",
        "سه",
        "یک",
        "آقای",
        "خانم",
        "حتی",
        "تنها",
        "البته",
        "اکنون",
        "اینک",
        "حالا",
    )
)


def anew(reading: Reading, language: Language, group: Sequence[Unit]) -> int:
    """How many words before a name belong to the phrase before it: a date, «این دیدار», «بیانیه‌ای»; 0 for none.

    What follows them is a phrase of its own: «روز شنبه ظریف», «در این دیدار ظریف», «با انتشار بیانیه‌ای اقدام آمریکا».
    """
    before = group[0].before
    if not before or group[0].ref.kind == "adjective":
        return 0
    dated = [n for n, i in enumerate(before, 1) if any(d.start < reading.tokens[i].end <= d.end for d in reading.dates)]
    if dated and (dated[0] == 1 or reading.tokens[before[dated[0] - 2]].key not in language.evoked):
        return dated[-1]  # but «در سفر امروز رئیسی به مسکو» is his visit
    for n, i in enumerate(before[:-1]):
        noun = reading.tokens[before[n + 1]].key
        if (
            reading.tokens[i].key in _THIS
            and noun not in language.nouns.conduct
            and noun not in language.nouns.government
        ):
            end = n + 2
            if reading.tokens[before[n + 1] + 1].key == _AND and end + 1 < len(before):
                end += 2  # «این گفت و گوها»
            while end < len(before) and reading.tokens[before[end]].key in language.nouns.modifiers:
                end += 1
            return end
    indefinite = [n for n, i in enumerate(before, 1) if _is_indefinite(reading, i)]
    return indefinite[0] if indefinite and indefinite[0] < len(before) else 0


def _is_indefinite(reading: Reading, i: int) -> bool:
    """«بیانیه‌ای»: no genitive hangs on it."""
    token = reading.tokens[i]
    return reading.text(token.start, token.end).endswith(_INDEFINITE)


def cut(group: Sequence[Unit], words: int) -> tuple[Unit, ...]:
    """A group without the first words before its first name."""
    return (Unit(group[0].before[words:], group[0].ref), *group[1:])


def depth(reading: Reading, language: Language, unit: Unit) -> str:
    """How a reference stands behind the words before it in its phrase."""
    words = [reading.tokens[i].key for i in unit.before]
    keys = _without_people(language, [k for k in words if k in language.nouns.ending or not _says_nothing(language, k)])
    if is_outlet(reading, unit.ref):
        keys = [k for k in keys if k not in language.nouns.media]
    if any(k in language.nouns.opaque for k in keys):
        return "opaque"
    if any(k in language.nouns.nation for k in keys):
        return "people"
    if any(k in language.nouns.ending and not k.endswith(_PLURAL) for k in keys):
        return "omission" if keys[0] in language.nouns.omission else "opaque"
    if any(k in language.nouns.factions for k in keys) and _is_country(reading, unit.ref):
        return "opaque"
    if (
        not keys
        or keys[0] in language.nouns.government
        or reading.tokens[unit.before[0]].key in language.nouns.locating
    ):
        return "government" if keys else ("head" if unit.ref.kind != "adjective" else "adjective")
    if unit.ref.kind == "adjective":
        return "other"
    return "conduct" if any(k in language.nouns.conduct for k in keys) else "other"


def _without_people(language: Language, keys: list[str]) -> list[str]:
    """«به دولت و ملت ایران» is the government's too."""
    both = len(keys) == _GOVERNMENT_AND_PEOPLE and keys[1] == _AND and keys[0] in language.nouns.government
    return keys[:1] if both else keys


def _is_country(reading: Reading, ref: Ref) -> bool:
    entity = reading.entities.get(ref.entities[0]) if ref.entities else None
    return entity is not None and entity.type == "country"


def _says_nothing(language: Language, key: str) -> bool:
    """Whether a word before a name leaves it the head of its phrase."""
    return (
        key in _LIGHT
        or key in language.titles
        or key in language.adverbs
        or key in language.nouns.locating
        or key in language.nouns.modifiers
        or key in language.nouns.partitive
        or key == _OF
        or key.isdigit()
    )


def fillers(reading: Reading, language: Language, group: Sequence[Unit], allowed: frozenset[str]) -> tuple[Filler, ...]:
    """The references of a coordinated group that stand at an allowed depth; of one entity named twice, the first."""
    out: list[Filler] = []
    kind = ""
    for n, unit in enumerate(group):
        own = depth(reading, language, unit)
        # In «مواضع ایران و روسیه» the second stands under the noun of the first.
        # Nationalities go on with what the first says: «نیروهای آمریکایی و انگلیسی».
        under = own == "adjective" or (own == "head" and kind not in {"head", "government"})
        kind = kind if n and under else own
        if kind in allowed:
            out.extend(f for f in filler_each(unit.ref, kind) if f.entity not in {o.entity for o in out})
    return tuple(out)


def filler_each(ref: Ref, kind: str) -> list[Filler]:
    """One filler for each entity that a reference means."""
    owners = ref.owners if len(ref.owners) == len(ref.entities) else (None,) * len(ref.entities)
    return [Filler(ref, entity, kind, owner) for entity, owner in zip(ref.entities, owners, strict=True)]
