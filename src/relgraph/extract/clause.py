"""Clauses: one finite verb each, embedded and subordinate ones as a tree.

Persian puts the verb last, so a clause runs up to its verb; «که» opens another clause, inside the current one while that
still waits for its verb (relative), behind it once it has one (complement).
"""

from dataclasses import replace

from relgraph.extract.clause_builder import Builder, Open
from relgraph.extract.ellipsis import elided_verb
from relgraph.extract.phrase import is_outlet
from relgraph.extract.reading import Clause, Reading, VerbGroup
from relgraph.extract.speech import is_said
from relgraph.extract.verbgroup import bare_participle, modality_at, verb_group_at
from relgraph.knowledge.world import World
from relgraph.lang.language import Language
from relgraph.text.fold import squeeze
from relgraph.text.segment import Sentence

_THAT = squeeze("که")
# Words that hold «که» inside, or do its work.
_FUSED_THAT = frozenset(
    squeeze(w) for w in ("اینکه", "آنکه", "چنانکه", "همچنانکه", "درحالیکه", "بطوریکه", "وقتیکه", "زمانیکه")
)
_CONDITIONS = frozenset(squeeze(w) for w in ("اگر", "چنانچه", "مگر", "درصورتیکه"))
_STARTERS = frozenset(
    squeeze(w) for w in ("اما", "ولی", "زیرا", "چون", "چرا", "بلکه", "لذا", "بنابراین", "تا", "وگرنه", "گرچه", "اگرچه")
)
_AND = squeeze("و")
# Participles that close a clause though the next begins right behind them.
_CLOSING_PARTICIPLES = frozenset(squeeze(w) for w in ("کردن", "دادن", "داشتن", "نمودن", "خواستن"))
_BECOME, _WANT = squeeze("شدن"), squeeze("خواستن")
# What a newsroom writes before its first dash: «سرویس جهان -».
_DESKS = frozenset(squeeze(w) for w in ("سرویس", "گروه", "بخش", "دفتر"))
_DASHES = frozenset({"-", "–", "—"})
_DATELINE_PARTS, _DATELINE_WORDS = 3, 4
# Marks between clauses.
_MARKS = frozenset({_AND, "،", ",", "؛", ".", "»"})


def _step(builder: Builder, i: int) -> int:
    """Reads token i of the sentence into the clauses; returns the next token to read."""
    modal = modality_at(builder.tokens, i, builder.language.verbs)
    if modal and builder.verbs_left(i + modal.length) and not _closed_by_that(builder, i + modal.length - 1):
        builder.modal(i, modal)
        return i + modal.length
    group = verb_group_at(builder.tokens, i, builder.sentence.last, builder.language.verbs) or _participle(builder, i)
    if group:
        return builder.verb(group)
    if not (_opens(builder, i) or _parts(builder, i)):
        builder.top().tokens.append(i)
    builder.quoted(i)
    return i + 1


def _opens(builder: Builder, i: int) -> bool:
    """Whether token i is a conjunction that opens a clause; opens it."""
    key = builder.tokens[i].key
    if key == _THAT:
        builder.that(i)
    elif key in _FUSED_THAT:
        builder.fused_that()
    elif key in _CONDITIONS:
        builder.condition()
    elif key in _STARTERS and not builder.waits():
        builder.start_over(key)
    else:
        return False
    return True


def _parts(builder: Builder, i: int) -> bool:
    """Whether token i is a mark or «و» that stands between clauses; closes and opens what it parts."""
    key = builder.tokens[i].key
    if key == ":" and (builder.waits() or not builder.stack):
        if builder.stack:
            builder.close(None)
        builder.stack.append(Open("quotation", parent=builder.last_closed))
    elif key in _MARKS and not builder.stack:
        builder.joined = builder.joined or key == _AND
    elif key == _AND and (shared := _elided(builder, i)):
        builder.joined = True
        builder.close(shared)
    else:
        return False
    return True


def _participle(builder: Builder, i: int) -> VerbGroup | None:
    """A bare participle that closes a clause: of doing, while a verb still follows; «شده» where a relative clause lacks one."""
    group = bare_participle(builder.tokens, i, builder.language.verbs)
    if group is None or not builder.stack or not builder.stack[-1].tokens:
        return None
    if ((i - 1) in builder.covered) != (group.infinitive == _WANT):  # «از روسیه خواسته …»
        return None
    left = builder.verbs_left(i + 1)
    if group.infinitive in _CLOSING_PARTICIPLES:
        return group if left >= max(1, len(builder.stack) - 1) else None
    speech = (builder.tokens[i - 1].key, _BECOME) in builder.language.speech
    if speech and left and group.last in builder.covered:
        return group  # «در این نامه تصریح شده ایران …»
    inside = len(builder.stack) > 1 and _stands_free(builder, i - 1)
    short = group.infinitive == _BECOME and left == len(builder.stack) - 1
    carried = (builder.tokens[i - 1].key, group.infinitive) in builder.language.light and left >= len(builder.stack) - 1
    return group if inside and (short or carried) else None


def _stands_free(builder: Builder, i: int) -> bool:
    """Whether the word at token i hangs on none before it: «که از سوی ایران انجام شده», not «در محدوده تعیین شده»."""
    run = builder.stack[-1].tokens
    if run[-1] != i or len(run) == 1:
        return run[-1] == i
    before = builder.tokens[run[-2]]
    return run[-2] in builder.covered or before.kind != "word" or before.key in builder.language.adverbs


def _elided(builder: Builder, i: int) -> VerbGroup | None:
    """The verb that the innermost clause shares with what follows «و»."""
    if not builder.stack:
        return None
    run = builder.stack[-1].tokens
    return elided_verb(builder.tokens, builder.language, builder.covered, run, i, builder.sentence.last)


def _closed_by_that(builder: Builder, i: int) -> bool:
    return i + 1 < builder.sentence.last and builder.tokens[i + 1].key == _THAT


def clauses_of(reading: Reading, sentence: Sentence, number: int, base: int, language: Language) -> list[Clause]:
    """The clauses of one sentence, numbered from `base`, each before those that hang on it where its verb comes first."""
    covered = {k: r.last for r in reading.refs for k in range(r.first, r.last)}
    builder = Builder(reading.tokens, sentence, number, base, language, covered)
    i = _behind_dateline(reading, sentence)
    while i < sentence.last:
        if i in covered:
            builder.top().tokens.append(i)
            i += 1
        else:
            i = _step(builder, i)
    return builder.finish()


def _behind_dateline(reading: Reading, sentence: Sentence) -> int:
    """The first token behind «تهران - ایرنا -», «خبرگزاری میزان -» or «خبرگزاری فارس، …» at the head of a line."""
    start = at = sentence.first
    for _ in range(_DATELINE_PARTS):
        ref = next((r for r in reading.refs if r.first == at and not r.inside), None)
        end = ref.last if ref else at
        if reading.tokens[at].key in _DESKS:
            while end < min(at + 1 + _DATELINE_WORDS, sentence.last) and reading.tokens[end].key not in _DASHES:
                end += 1
        marks = _DASHES | {"،", ","} if ref is not None and is_outlet(reading, ref) else _DASHES
        if end == at or end >= sentence.last or reading.tokens[end].key not in marks:
            break
        at = start = end + 1
    return start


def find_clauses(reading: Reading, world: World) -> Reading:
    """Adds the clauses of every sentence."""
    clauses: list[Clause] = []
    for number, sentence in enumerate(reading.sentences):
        clauses.extend(clauses_of(reading, sentence, number, len(clauses), world.language))
    said = {c.index for c in clauses if is_said(reading, world, c)}
    return reading.but(clauses=tuple(_without_that(c) if c.parent in said else c for c in clauses))


def _without_that(clause: Clause) -> Clause:
    """«اعلام کرد تجارت با ایران را متوقف نکرده است»: what follows a verb of saying without «و» is what is said."""
    bare = clause.link == "coordinate" and clause.conjunction is None
    return replace(clause, link="complement") if bare else clause
