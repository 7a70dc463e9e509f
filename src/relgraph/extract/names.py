"""Names of people that no table knows: runs of words that a quotation, an office, a title or a given name marks as one."""

from dataclasses import dataclass

from relgraph.extract.function_words import preposition_at
from relgraph.extract.reading import Reading, Ref
from relgraph.knowledge.world import World
from relgraph.lang.lexicon import common_words, known_words
from relgraph.text.fold import squeeze

OPENING, CLOSING = frozenset({"«", '"', "'"}), frozenset({"»", '"', "'"})
COMMAS = frozenset({"،", ","})
# A name of fewer letters says too little to stand alone.
MIN_LETTERS = 3
_ENDINGS = ("ی", "های", "ها", "ان", "ات", "هایی")
_MAX_NAME = 5
# «بن» and its like stand inside a name: «عبدالله بن سعود العنزی»، «خالد آل خلیفه».
SONS = frozenset(squeeze(w) for w in ("بن", "بنت", "ابن"))
_LINKS = SONS | {squeeze("آل")}
_FENCED = 4
# What stands between a rank and a name: «سرتیپ پاسدار …».
_HONOURS = frozenset(squeeze(w) for w in ("پاسدار", "بسیجی", "شهید", "خلبان", "بازنشسته", "ستاد"))
STOP = frozenset(
    squeeze(w) for w in ("که", "را", "و", "این", "آن", "وی", "او", "نیز", "هم", "در", "به", "از", "با", "بر")
)


@dataclass(frozen=True, slots=True)
class Name:
    """A run of tokens [first, last) that is a person's name."""

    first: int
    last: int


def _namelike(reading: Reading, world: World, i: int, taken: set[int]) -> bool:
    """Whether token i may be part of a person's name: a word, in no name yet, neither common nor a function word."""
    if not 0 <= i < len(reading.tokens) or i in taken:
        return False
    token = reading.tokens[i]
    if token.kind != "word" or token.key in STOP or preposition_at(reading, world.language, [i], 0):
        return False
    if token.key in world.language.adverbs:
        return False
    if token.key in world.language.first_names:
        return True
    return (
        not _is_common(token.key)
        and token.key not in world.language.adverbs
        and not _is_verb(world, token.key)
        and token.key not in world.language.evoked
    )


def is_strange(reading: Reading, world: World, i: int) -> bool:
    """Whether token i is a word that hardly anybody uses and no verb or ending explains: a name, most likely."""
    key = reading.tokens[i].key
    explained = key in world.language.adverbs or _is_verb(world, key) or key in world.language.evoked or _is_common(key)
    return not explained and key not in known_words() and not preposition_at(reading, world.language, [i], 0)


def is_given_here(reading: Reading, world: World, i: int) -> bool:
    """Whether token i is a given name because of the surname behind it: «رمضان زنمیر» is not who is called «رمضان» alone."""
    if i + 1 >= len(reading.tokens):
        return False
    name, surname = reading.tokens[i], reading.tokens[i + 1]
    if surname.kind != "word" or "\n" in reading.text(name.end, surname.start):
        return False
    may_be_given = name.key in world.language.first_names or name.key in common_words()
    return may_be_given and (surname.key in world.language.first_names or is_strange(reading, world, i + 1))


def _is_common(key: str) -> bool:
    """Whether a word, or what is left without an ending, is one that everybody uses."""
    words = common_words()
    return key in words or any(key.endswith(e) and key.removesuffix(e) in words for e in _ENDINGS)


def _is_verb(world: World, key: str) -> bool:
    verbs = world.language.verbs
    modal = verbs.modal_called_for | verbs.modal_possible
    return key in verbs.forms or key in verbs.participles or key in verbs.copula or key in modal


def _quoted(reading: Reading, world: World, at: int, taken: set[int]) -> Name | None:
    """«…» from token `at` on, if it holds one to five words that may be a name, one of them no common word."""
    if not (0 <= at < len(reading.tokens)) or reading.tokens[at].key not in OPENING:
        return None
    end = at + 1
    while end < len(reading.tokens) and reading.tokens[end].key not in CLOSING and end - at <= _MAX_NAME:
        if reading.tokens[end].kind != "word" or end in taken or reading.tokens[end].key in STOP:
            return None
        end += 1
    closed = end < len(reading.tokens) and reading.tokens[end].key in CLOSING and end > at + 1
    return Name(at + 1, end) if closed and _has_rare(reading, world, at + 1, end) else None


def _has_rare(reading: Reading, world: World, first: int, last: int) -> bool:
    """Whether a run of words holds one that is a given name or that not everybody uses."""
    return any(not _is_common(t.key) or t.key in world.language.first_names for t in reading.tokens[first:last])


def name_after(reading: Reading, world: World, role: Ref, taken: set[int]) -> Name | None:
    """The name behind an office: «وزیر خارجه ایتالیا آنتونیو تاجانی», in guillemets or not."""
    at = role.last
    while at < len(reading.tokens) and (
        reading.tokens[at].key in COMMAS or reading.tokens[at].key in world.language.titles
    ):
        at += 1
    quoted = _quoted(reading, world, at, taken)
    if quoted:
        return quoted
    end = at
    while end - at < _MAX_NAME and _namelike(reading, world, end, taken):
        end += 1
    return Name(at, end) if _enough(reading, at, end) else None


def name_before(reading: Reading, world: World, role: Ref, taken: set[int]) -> Name | None:
    """The name before an office: «آلن ایر» سخنگوی …, «، لو کانگ، سخنگوی …»."""
    at = role.first - 1
    while at >= 0 and reading.tokens[at].key in COMMAS:
        at -= 1
    if at >= 0 and reading.tokens[at].key in CLOSING:
        start = at - 1
        while start >= 0 and at - start <= _MAX_NAME + 1 and reading.tokens[start].key not in OPENING:
            start -= 1
        return _quoted(reading, world, start, taken)
    fenced = _fenced(reading, world, at, taken) if at < role.first - 1 else None
    if fenced:
        return fenced
    start = at
    while at - start < _MAX_NAME and _goes_back(reading, world, start, taken):
        start -= 1
    return Name(start + 1, at + 1) if _enough(reading, start + 1, at + 1) else None


def _goes_back(reading: Reading, world: World, i: int, taken: set[int]) -> bool:
    """Whether a name that has been read back to behind token i goes on there: «عبدالله بن [سعود العنزی]»."""
    linked = i > 0 and i not in taken and reading.tokens[i].key in _LINKS and _namelike(reading, world, i - 1, taken)
    return linked or _namelike(reading, world, i, taken)


def _fenced(reading: Reading, world: World, at: int, taken: set[int]) -> Name | None:
    """«، لو کانگ، سخنگوی …»: two or three words between commas (or the line's start), one of them no common word."""
    start = at
    while start >= 0 and at - start < _FENCED and reading.tokens[start].kind == "word" and start not in taken:
        if reading.tokens[start].key in STOP or _is_verb(world, reading.tokens[start].key):
            return None
        start -= 1
    opened = start < 0 or reading.tokens[start].key in COMMAS | {":", ".", "/"} or _line_starts(reading, start + 1)
    fits = opened and 1 < at - start < _FENCED
    return Name(start + 1, at + 1) if fits and _has_rare(reading, world, start + 1, at + 1) else None


def _line_starts(reading: Reading, at: int) -> bool:
    return at == 0 or "\n" in reading.text(reading.tokens[at - 1].end, reading.tokens[at].start)


def _enough(reading: Reading, first: int, last: int) -> bool:
    """A name that nothing fences has at least two words: given name and surname."""
    return last - first > 1 and any(t.key not in known_words() for t in reading.tokens[first:last])


def _is_surname(reading: Reading, world: World, i: int, taken: set[int]) -> bool:
    """Whether token i may be a surname behind a given name: there «دیهی» is one, though «دیه» is a common word."""
    if _namelike(reading, world, i, taken):
        return True
    if not 0 <= i < len(reading.tokens) or i in taken or reading.tokens[i].kind != "word":
        return False
    key = reading.tokens[i].key
    plain = key in common_words() or key in world.language.adverbs or key in world.language.evoked or key in STOP
    return key.endswith("ی") and len(key) > MIN_LETTERS and not plain and not _is_verb(world, key)


def titled_name(reading: Reading, world: World, at: int, taken: set[int]) -> Name | None:
    """The name behind a title at token `at`: «آقای تاجانی»."""
    if at in taken or reading.tokens[at].key not in world.language.titles:
        return None
    first = at + 1
    while first < len(reading.tokens) and reading.tokens[first].key in world.language.titles | _HONOURS:
        first += 1
    end = _end_of_name(reading, world, first, taken)
    if end == first:
        end = _behind_word(reading, world, first, taken)
    named = end > first and (end - first > 1 or len(reading.tokens[first].key) > MIN_LETTERS)
    return Name(first, end) if named and _has_uncommon(reading, world, first, end) else None


def _behind_word(reading: Reading, world: World, first: int, taken: set[int]) -> int:
    """The token behind a name that begins with a word that is also another, or is a surname alone: «سردار منصور زنمیری»."""
    if not _is_plain(reading, world, first, taken):
        return first
    key, behind = reading.tokens[first].key, reading.tokens[first + 1 : first + 2]
    certain = key not in world.language.evoked or (behind and behind[0].key in world.language.first_names)
    if first + 1 not in taken and certain and is_given_here(reading, world, first):
        return _end_of_name(reading, world, first + 1, taken, given=True)
    alone = not behind or behind[0].kind != "word"
    return first + 1 if alone and _is_surname(reading, world, first, taken) else first


def _is_plain(reading: Reading, world: World, i: int, taken: set[int]) -> bool:
    """Whether a token is a word in no name yet that neither connects others nor is a verb."""
    if not 0 <= i < len(reading.tokens) or i in taken or reading.tokens[i].kind != "word":
        return False
    key = reading.tokens[i].key
    function = key in STOP or key in world.language.adverbs or preposition_at(reading, world.language, [i], 0) > 0
    return not function and not _is_verb(world, key)


def _has_uncommon(reading: Reading, world: World, first: int, last: int) -> bool:
    """Whether a run of words behind a title holds a given name or a word that is itself no common one."""
    return any(t.key not in common_words() or t.key in world.language.first_names for t in reading.tokens[first:last])


def full_name(reading: Reading, world: World, at: int, taken: set[int]) -> Name | None:
    """A first name and at least one more word that is neither common nor a first name alone; «متعب بن عبدالله»."""
    if at in taken or not _is_given(reading, world, at, taken):
        return None
    end = _end_of_name(reading, world, at + 1, taken, given=True)
    strange = [k for t in reading.tokens[at + 1 : end] if (k := t.key) not in world.language.first_names | _LINKS]
    usual = known_words() if reading.tokens[at].key in common_words() else common_words()
    linked = any(t.key in _LINKS for t in reading.tokens[at + 1 : end])
    return Name(at, end) if linked or any(k not in usual for k in strange) else None


def _is_given(reading: Reading, world: World, at: int, taken: set[int]) -> bool:
    """Whether a token is a given name: one that is listed, or what «بن» stands behind."""
    if reading.tokens[at].key in world.language.first_names:
        return _namelike(reading, world, at, taken)
    follows = at + 2 < len(reading.tokens) and reading.tokens[at + 1].key in SONS
    return follows and is_strange(reading, world, at) and at + 2 not in taken


def _end_of_name(reading: Reading, world: World, at: int, taken: set[int], *, given: bool = False) -> int:
    """The token behind a name that begins at `at`, or goes on there behind a given name."""
    end = at
    while end - at < _MAX_NAME:
        behind_given = (given and end == at) or (end > at and reading.tokens[end - 1].key in world.language.first_names)
        if end < len(reading.tokens) and reading.tokens[end].key in _LINKS and end not in taken:
            if not (behind_given or given) or not _is_surname(reading, world, end + 1, taken):
                break
            end += 2
            continue
        fits = _is_surname if behind_given else _namelike
        if not fits(reading, world, end, taken) or reading.tokens[end].key.endswith(("های", "ها")):
            break
        end += 1
    return end
