"""Verbs that are said once for two: «با لاوروف دیدار و درباره سوریه گفت‌وگو کرد», «حمله را محکوم و آن را … خواند»."""

from collections.abc import Container, Sequence
from dataclasses import replace

from relgraph.extract.reading import VerbGroup
from relgraph.extract.verbgroup import verb_group_at
from relgraph.lang.language import Language
from relgraph.text.fold import squeeze
from relgraph.text.segment import Token

_OBJECT, _DO, _BECOME = squeeze("را"), squeeze("کردن"), squeeze("شدن")
_SELF = frozenset(squeeze(w) for w in ("خود", "خویش", "وی", "او", "آنها", "آنان", "یکدیگر", "هم", "همدیگر"))
_LONGEST = 3
_SHARED = frozenset({_DO, _BECOME})


def _key(tokens: Sequence[Token], run: Sequence[int]) -> str:
    return "".join(tokens[i].key for i in run)


def _nonverbal(language: Language, key: str, *, alone: bool) -> bool:
    """Whether a word is the nonverbal part of a compound verb; `alone`: even where it may hang on the word before."""
    kinds = {e.kind for e in language.evoked.get(key, ())}
    return "predicate" in kinds or (key, _DO) in language.speech or (not alone and "noun" in kinds)


def _ends_phrase(tokens: Sequence[Token], language: Language, refs: Container[int], i: int) -> bool:
    """Whether no noun can hang on token i: a name, a pronoun, را, an adverb."""
    key = tokens[i].key
    return i in refs or key == _OBJECT or key in _SELF or key in language.adverbs or tokens[i].kind == "punctuation"


def _is_predicate(
    tokens: Sequence[Token], language: Language, refs: Container[int], run: Sequence[int]
) -> Sequence[int]:
    """The words at the end of a run that a light verb would make a verb of; none where they are part of a phrase."""
    for length in range(min(_LONGEST, len(run) - 1), 0, -1):
        window = run[-length:]
        if any(i in refs for i in window) or window[-1] - window[0] != length - 1:
            continue
        before = run[-length - 1]
        if tokens[before].key in language.prepositions.all:
            continue
        if _nonverbal(language, _key(tokens, window), alone=not _ends_phrase(tokens, language, refs, before)):
            return window
    return ()


def _marked(tokens: Sequence[Token], language: Language, run: Sequence[int]) -> bool:
    """Whether a run holds a preposition or را."""
    return any(tokens[i].key == _OBJECT or tokens[i].key in language.prepositions.all for i in run)


def elided_verb(
    tokens: Sequence[Token], language: Language, refs: Container[int], run: Sequence[int], at: int, end: int
) -> VerbGroup | None:
    """The verb that the words of `run` share with what follows the «و» at token `at`; None where they need none."""
    own = _is_predicate(tokens, language, refs, run)
    if not own or not _marked(tokens, language, run[: -len(own)]):
        return None
    for i in range(at + 1, end):
        if tokens[i].key == squeeze("که") or tokens[i].key == ":":
            return None
        verb = None if i in refs else verb_group_at(tokens, i, end, language.verbs)
        if verb is not None:
            return _shared(tokens, language, run, range(at + 1, i), verb)
    return None


def _predicative(tokens: Sequence[Token], language: Language, i: int) -> bool:
    """Whether a word is a predicate with a complement of its own: «و خواستار مذاکره شد»."""
    return any(e.kind == "predicate" for e in language.evoked.get(tokens[i].key, ()))


def _shared(
    tokens: Sequence[Token], language: Language, run: Sequence[int], following: Sequence[int], verb: VerbGroup
) -> VerbGroup | None:
    if not following or not (_marked(tokens, language, following) or _predicative(tokens, language, following[0])):
        return None
    active = any(tokens[i].key == _OBJECT for i in run)
    last = tokens[following[-1]].key
    settled = (last, _BECOME) in language.speech or any(
        e.kind == "predicate" for i in following for e in language.evoked.get(tokens[i].key, ())
    )  # «انتقاد و خواستار مذاکره شد»
    infinitive = (
        verb.infinitive
        if verb.infinitive in _SHARED and not active and not (settled and verb.infinitive == _BECOME)
        else _DO
    )
    return replace(verb, infinitive=infinitive, passive=verb.passive and not active, elided=True)
