"""Who «وی», «بنده» and «همتای روس خود» are, and whose «وزیر خارجه» it is when no country stands behind it."""

from collections.abc import Iterator
from dataclasses import replace

from relgraph.extract.function_words import preposition_at
from relgraph.extract.reading import Reading, Ref
from relgraph.knowledge.transliteration import best_match
from relgraph.knowledge.world import World
from relgraph.text.fold import squeeze
from relgraph.text.segment import Sentence

_AND = squeeze("و")
_LONGEST = 4
_IN = frozenset(squeeze(w) for w in ("در", "از"))
_MARKS = frozenset({"»", '"', "،", ",", ")"})


def resolve(reading: Reading, world: World) -> Reading:
    """Fills offices without owner, counterparts and personal pronouns, in the order in which they need each other."""
    return _pronouns(_counterparts(_bare_offices(reading, world), world), world)


# ---- offices without an owner


def _bare_offices(reading: Reading, world: World) -> Reading:
    """«رئیس جمهور» alone: whoever the article called so before, else the home country's."""
    own = {squeeze(w) for w in world.language.pronouns["self"]}
    seen: dict[str, Ref] = {}
    refs: list[Ref] = []
    for ref in reading.refs:
        if ref.role is None:
            refs.append(ref)
            continue
        found = ref
        if not ref.entities and not ref.former:
            shared = _shared_owner(reading, ref)
            if shared is not None:
                found = replace(ref, entities=(_holder(reading, world, ref.role, shared),), owners=(shared,))
            elif ref.last < len(reading.tokens) and reading.tokens[ref.last].key in own:
                found = _of_subject(reading, world, ref, refs)
            elif ref.plural:
                found = _of_several(reading, world, ref, refs)
            else:
                ahead = _from_body(reading, ref) if ref.end <= len(reading.article.title) else None
                found = _from_before(reading, world, ref, seen) or ahead or _of_home(reading, world, ref) or ref
                found = _from_behind(reading, ref, found) or found
        if found.entities:
            seen[ref.role] = found
            refs.append(found)
    return reading.but(refs=tuple(refs))


def _shared_owner(reading: Reading, ref: Ref) -> str | None:
    """«پادشاه و ولیعهد عربستان»: the owner of the office that «و» joins to it."""
    if ref.plural or ref.last >= len(reading.tokens) or reading.tokens[ref.last].key != _AND:
        return None
    beside = next((r for r in reading.refs if r.first == ref.last + 1 and r.role is not None), None)
    return beside.owners[0] if beside is not None and len(beside.owners) == 1 else None


def _of_subject(reading: Reading, world: World, ref: Ref, before: list[Ref]) -> Ref:
    """«فرانسه … وزیر خارجه خود»: of the country that is the subject, else of the one named last in the sentence."""
    sentence = next(s for s in reading.sentences if s.first <= ref.first < s.last)
    named = [r for r in before if r.first >= sentence.first and _is_country(reading, r)]
    subject = next((r for r in named if not _governed(reading, world, r)), named[-1] if named else None)
    if subject is None:
        return ref
    country = subject.entities[0]
    return replace(ref, entities=(_holder(reading, world, ref.role or "", country),), owners=(country,))


def _is_country(reading: Reading, ref: Ref) -> bool:
    entity = reading.entities.get(ref.entities[0]) if len(ref.entities) == 1 else None
    return entity is not None and entity.type == "country" and ref.kind != "adjective"


def _of_several(reading: Reading, world: World, ref: Ref, before: list[Ref]) -> Ref:
    """«روسای جمهور» alone: of the states whose offices or names were last coordinated."""
    for other in reversed(before):
        owners = other.owners if other.plural else other.entities if len(other.entities) > 1 else ()
        if len(owners) > 1:
            people = tuple(_holder(reading, world, ref.role or "", of) for of in owners)
            return replace(ref, entities=people, owners=owners, kind="pronoun")
    return ref


def _from_before(reading: Reading, world: World, ref: Ref, seen: dict[str, Ref]) -> Ref | None:
    """Whoever was called so before; of an office that many hold («سناتور ایالت …») only in the same words."""
    before = seen.get(ref.role or "")
    if before is None or len(before.entities) != 1:
        return None
    wording, other = (squeeze(reading.text(r.start, r.end)) for r in (ref, before))
    if ref.role in world.language.offices["unofficial"] and wording != other:
        return None
    return replace(ref, entities=before.entities, owners=before.owners)


def _from_behind(reading: Reading, ref: Ref, home: Ref) -> Ref | None:
    """«دیدار … با رئیس جمهور» in a headline whose text knows one such office, another country's, and never names the home one."""
    if ref.start > len(reading.article.title) or len(home.owners) > 1:
        return None
    others = [r for r in reading.refs if r.role == ref.role and len(r.owners) == 1 and r.entities and not r.former]
    owners = {r.owners[0] for r in others}
    named = {e for r in reading.refs if r.role is None for e in r.entities}
    if len(owners) != 1 or home.owners == others[0].owners or set(home.entities) & named:
        return None
    return replace(ref, entities=others[0].entities, owners=others[0].owners)


def _from_body(reading: Reading, ref: Ref) -> Ref | None:
    """What a title leaves out the text says: the office of the same name that it tells first."""
    body = (r for r in reading.refs if r.role == ref.role and r.start > len(reading.article.title))
    first = next(body, None)
    if first is None or first.plural or first.former or len(first.entities) != 1:
        return None
    return replace(ref, entities=first.entities, owners=first.owners)


def _of_home(reading: Reading, world: World, ref: Ref) -> Ref | None:
    home, role = world.home_of(reading.article), world.language.roles[ref.role or ""]
    if home is None or role.of not in ("country", "ministry", "body") or not role.unique:
        return None
    day = reading.article.published
    spell = world.offices.holder(role.key, home, day) if day else None
    return replace(ref, entities=(spell.person,), owners=(home,)) if spell else None


# ---- counterparts


def _counterparts(reading: Reading, world: World) -> Reading:
    """«همتای روس خود»: who holds the same office in that country as the person named before in the sentence."""
    words = {squeeze(w) for w in world.language.pronouns["counterpart"]}
    own = {squeeze(w) for key in ("self", "person") for w in world.language.pronouns[key]}
    refs = list(reading.refs)
    for i, token in enumerate(reading.tokens):
        if token.key not in words:
            continue
        office = _office_before(reading, world, i)
        owners = _owners_after(reading, i + 1) or _owners_where(reading, i + 1, own)
        if office is None or not owners:
            continue
        of = tuple(e for o in owners for e in o.entities)
        last = owners[-1].last
        last += 1 if last < len(reading.tokens) and reading.tokens[last].key in own else 0
        people = tuple(_holder(reading, world, office, country) for country in of)
        named = _named_before(reading, i) if len(people) == 1 else None
        if named is not None and _is_spelled(reading, world, named, people[0]):
            refs = [replace(r, entities=people) if r.entities == named.entities else r for r in refs]
        elif named is not None:
            people = named.entities
        refs.append(
            Ref(
                token.start,
                reading.tokens[last - 1].end,
                i,
                last,
                people,
                "pronoun" if len(people) > 1 else "role",
                role=office,
                owners=of,
                plural=len(people) > 1,
            )
        )
        refs = [replace(r, inside=True) if r in owners else r for r in refs]
    return reading.but(refs=tuple(sorted(refs, key=lambda r: (r.start, -r.end))))


def _named_before(reading: Reading, at: int) -> Ref | None:
    """«سرگئی شویگو، همتای روس خود»: the person whose name stands right before."""
    before = at - 1
    while before > 0 and reading.tokens[before].key in _MARKS:
        before -= 1
    found = next((r for r in reading.refs if r.last == before + 1 and r.role is None), None)
    entity = reading.entities.get(found.entities[0]) if found is not None and len(found.entities) == 1 else None
    return found if entity is not None and entity.type == "person" else None


def _is_spelled(reading: Reading, world: World, named: Ref, holder: str) -> bool:
    """Whether a name that no table has spells the office-holder's Latin name."""
    seed = world.seeds.entities.get(holder)
    if named.entities[0] in world.seeds.entities or seed is None or not seed.name_en:
        return False
    return best_match(reading.text(named.start, named.end), [(holder, seed.name_en)]) is not None


def _office_before(reading: Reading, world: World, at: int) -> str | None:
    sentence = next(s for s in reading.sentences if s.first <= at < s.last)
    for ref in sorted((r for r in reading.refs if r.last <= at), key=lambda r: -r.first):
        if ref.role:
            return ref.role
        if ref.first < sentence.first:
            break
        if (
            ref.entities
            and reading.entities.get(ref.entities[0])
            and reading.entities[ref.entities[0]].type == "person"
        ):
            spells = (
                world.offices.in_office(ref.entities[0], reading.article.published) if reading.article.published else ()
            )
            if spells:
                return spells[0].role
    return None


def _owners_where(reading: Reading, at: int, own: set[str]) -> list[Ref]:
    """«همتایان خود در دو کشور»: the countries behind «خود در»."""
    if at + 1 >= len(reading.tokens) or reading.tokens[at].key not in own or reading.tokens[at + 1].key not in _IN:
        return []
    return _owners_after(reading, at + 2)


def _owners_after(reading: Reading, at: int) -> list[Ref]:
    """The countries or nationalities behind «همتای», several when coordinated."""
    out: list[Ref] = []
    while True:
        ref = next((r for r in reading.refs if r.first == at and r.role is None and r.entities), None)
        if ref is None or reading.entities[ref.entities[0]].type not in ("country", "organization"):
            return out
        out.append(ref)
        at = ref.last
        if at >= len(reading.tokens) or reading.tokens[at].key != _AND:
            return out
        at += 1


def _holder(reading: Reading, world: World, role: str, of: str) -> str:
    day = reading.article.published
    spell = world.offices.holder(role, of, day) if day else None
    if spell:
        return spell.person
    named = {e for r in reading.refs for e in r.entities}
    held = {s.person for s in world.offices.spells(role, of)} & named
    return next(iter(held)) if len(held) == 1 else f"{role}@{of}"


# ---- pronouns


def _pronouns(reading: Reading, world: World) -> Reading:
    """«وی» at the head of a sentence goes on with its topic; further in, it is whoever was named last beside the subject."""
    table = world.language.pronouns
    words = {squeeze(w) for w in (*table["person"], *table["speaker"])}
    refs: list[Ref] = list(reading.refs)
    topic: tuple[str, ...] = ()
    for sentence in reading.sentences:
        inside = [r for r in reading.refs if sentence.first <= r.first < sentence.last and _one_person(reading, r)]
        subject = next((r for r in inside if not _governed(reading, world, r)), None)
        for first, last in _pointing(reading, sentence, words):
            meant = _meant(first, inside, subject, topic)
            if meant:
                start, end = reading.tokens[first].start, reading.tokens[last - 1].end
                refs.append(Ref(start, end, first, last, meant, "pronoun"))
        if subject is not None and not _begins_with_pronoun(reading, sentence.first, words, subject):
            topic = subject.entities
    return reading.but(refs=tuple(sorted(refs, key=lambda r: (r.start, -r.end))))


def _pointing(reading: Reading, sentence: Sentence, words: set[str]) -> Iterator[tuple[int, int]]:
    """(first, last) of every «وی», «این دیپلمات ارشد» and their like in a sentence, the longest at a place."""
    taken = {i for r in reading.refs for i in range(r.first, r.last)}
    at = sentence.first
    while at < sentence.last:
        for last in range(min(at + _LONGEST, sentence.last), at, -1):
            run = range(at, last)
            if "".join(reading.tokens[i].key for i in run) in words and not taken & set(run):
                yield at, last
                at = last - 1
                break
        at += 1


def _one_person(reading: Reading, ref: Ref) -> bool:
    if len(ref.entities) != 1 or ref.inside:
        return False
    entity = reading.entities.get(ref.entities[0])
    return entity.type == "person" if entity else ref.role is not None


def _governed(reading: Reading, world: World, ref: Ref) -> bool:
    """Whether a preposition or a title's preposition stands before a reference."""
    at = ref.first - 1
    while at >= 0 and (reading.tokens[at].key in world.language.titles or reading.tokens[at].key in '«"'):
        at -= 1
    return at >= 0 and preposition_at(reading, world.language, [at], 0) > 0


def _meant(i: int, inside: list[Ref], subject: Ref | None, topic: tuple[str, ...]) -> tuple[str, ...]:
    before = [r for r in inside if r.last <= i]
    if not before:
        return topic
    others = [r for r in before if subject is None or r.entities != subject.entities]
    return others[-1].entities if others else (topic or before[-1].entities)


def _begins_with_pronoun(reading: Reading, first: int, words: set[str], subject: Ref) -> bool:
    return any(reading.tokens[i].key in words for i in range(first, min(subject.first, first + 3)))
