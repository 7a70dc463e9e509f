"""Clauses: one finite verb each, embedded and subordinate ones as a tree.

Persian puts the verb last, so a clause runs up to its verb; «که» opens another clause, inside the current one while that
still waits for its verb (relative), behind it once it has one (complement).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from relgraph.extract.ellipsis import elided_verb
from relgraph.extract.reading import Clause, Reading, VerbGroup
from relgraph.extract.speech import is_said
from relgraph.extract.verbgroup import bare_participle, modality_at, verb_group_at
from relgraph.knowledge.world import World
from relgraph.lang.language import Language
from relgraph.text.fold import squeeze
from relgraph.text.segment import Sentence, Token

_THAT = squeeze("که")
# Words that hold «که» inside, or do its work.
_FUSED_THAT = frozenset(
    squeeze(w) for w in ("اینکه", "آنکه", "چنانکه", "همچنانکه", "درحالیکه", "بطوریکه", "وقتیکه", "زمانیکه")
)
_CONDITIONS = frozenset(squeeze(w) for w in ("اگر", "چنانچه", "مگر", "درصورتیکه"))
_PROVIDED = frozenset(squeeze(w) for w in ("صورتی", "صورتیکه", "شرطی"))
_STARTERS = frozenset(
    squeeze(w) for w in ("اما", "ولی", "زیرا", "چون", "چرا", "بلکه", "لذا", "بنابراین", "تا", "وگرنه", "گرچه", "اگرچه")
)
# What may stand between a closed clause and the «اینکه» that continues it: «… تأکید کرد مبنی بر اینکه».
_LINKERS = frozenset(
    squeeze(w) for w in ("مبنی", "بر", "به", "با", "از", "برای", "و", "ضمن", "،", "در", "بیان", "دلیل")
)
_AND = squeeze("و")
_OPENING, _CLOSING = "«", "»"
_TO = squeeze("تا")
_OBJECT = squeeze("را")
# What a subjunctive that hangs on the verb before it doesn't begin with.
_PARTING = frozenset({_AND, _THAT, "،", ",", "؛", ":", ".", _CLOSING, "/"})
# Participles that close a clause though the next begins right behind them.
_CLOSING_PARTICIPLES = frozenset(squeeze(w) for w in ("کردن", "دادن", "داشتن", "نمودن", "خواستن"))
_BECOME, _WANT = squeeze("شدن"), squeeze("خواستن")
# What a newsroom writes before its first dash: «سرویس جهان -».
_DESKS = frozenset(squeeze(w) for w in ("سرویس", "گروه", "بخش", "دفتر"))
_DASHES = frozenset({"-", "–", "—"})
_DATELINE_PARTS, _DATELINE_WORDS = 3, 4


@dataclass
class _Open:
    """A clause that waits for its verb."""

    link: str
    parent: int | None = None
    antecedent: int | None = None
    conjunction: str | None = None
    tokens: list[int] = field(default_factory=list)
    modality: tuple[str, bool] | None = None
    modal_at: int | None = None


@dataclass
class _Builder:
    """Walks one sentence and collects its clauses."""

    tokens: tuple[Token, ...]
    sentence: Sentence
    number: int
    base: int
    language: Language
    covered: Mapping[int, int]
    done: list[Clause] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=lambda: [_Open("main")])
    last_closed: int | None = None
    closed_at: int = -1
    joined: bool = False
    quotes: list[tuple[int | None, int]] = field(default_factory=list)

    def close(self, verb: VerbGroup | None) -> None:
        """The innermost open clause has its verb."""
        open_ = self.stack.pop()
        if verb and open_.modality:
            kind, negative = open_.modality
            verb = replace(verb, modality=kind, negative=verb.negative or negative)
        if verb is None and not open_.tokens:
            return
        index = self.base + len(self.done)
        self.done.append(
            Clause(
                index,
                self.number,
                tuple(open_.tokens),
                verb,
                open_.parent,
                open_.link,
                open_.antecedent,
                open_.conjunction,
            )
        )
        self.last_closed = index
        if verb and not verb.elided:
            self.closed_at = verb.last

    def top(self) -> _Open:
        """The clause that words go to; a new one where the last is closed."""
        if not self.stack:
            self.stack.append(_Open("coordinate", parent=self.last_closed, conjunction=_AND if self.joined else None))
            self.joined = False
        return self.stack[-1]

    def that(self, i: int) -> None:
        """«که»: a relative clause inside one that waits for its verb, else a complement of the last one closed."""
        behind_verb = self.closed_at >= 0 and all(
            self.tokens[k].kind == "punctuation" for k in range(self.closed_at, i)
        )
        if behind_verb and self.stack and self.stack[-1].tokens and self.tokens[i - 1].key not in {"،", ","}:
            self.stack.append(_Open("complement", parent=self.last_closed))
        elif self.stack and self.stack[-1].tokens:
            antecedent = self._antecedent(self.stack[-1].tokens)
            link = "condition" if self.tokens[antecedent].key in _PROVIDED else "relative"
            self.stack.append(_Open(link, parent=self.last_closed, antecedent=antecedent))
        else:
            if self.stack:
                self.stack.pop()
            self.stack.append(_Open("complement", parent=self.last_closed))

    def _antecedent(self, run: list[int]) -> int:
        """The last word before «که», marks and را left out: «طرحی را که …», «ظریف، که …»."""
        words = [k for k in run if self.tokens[k].kind != "punctuation" and self.tokens[k].key != _OBJECT]
        return words[-1] if words else run[-1]

    def fused_that(self) -> None:
        """«اینکه»: the content of what was just said, or of a noun in the clause that waits («با بیان اینکه»)."""
        open_ = self.top()
        linkers = all(self.tokens[k].key in _LINKERS for k in open_.tokens)
        if linkers and len(self.stack) == 1 and self.last_closed is not None:
            self.stack[-1] = _Open("complement", parent=self.last_closed)
        elif open_.tokens:
            self.stack.append(_Open("content", antecedent=open_.tokens[-1]))

    def verbs_left(self, i: int) -> int:
        """How many finite verbs stand at or behind token i."""
        count, at = 0, i
        while at < self.sentence.last:
            group = verb_group_at(self.tokens, at, self.sentence.last, self.language.verbs)
            if group and modality_at(self.tokens, at, self.language.verbs) is None:
                count += 1
                at = group.last
            else:
                at += 1
        return count

    def verb(self, group: VerbGroup) -> int:
        """Takes a verb group in; returns the token behind it."""
        open_ = self.top()
        relative = open_.link in ("relative", "content")
        self.close(group)
        if self.governs(group.last):
            self.stack.append(_Open("control", parent=self.last_closed))
            return group.last
        following = self.tokens[group.last].key if group.last < self.sentence.last else ""
        waiting = len(self.stack)
        if relative and waiting and following == _AND and self.verbs_left(group.last) > waiting:
            again = _Open("coordinate", parent=self.last_closed)
            self.stack.append(again)
        return group.last

    def governs(self, at: int) -> bool:
        """Whether what follows a verb is its subjunctive: «قصد دارد به تهران سفر کند»."""
        if at >= self.sentence.last or self.tokens[at].key in _PARTING or self.tokens[at].key in _STARTERS - {_TO}:
            return False
        inner, i = 0, at
        while i < self.sentence.last:
            token = self.tokens[i]
            if i in self.covered:
                i = self.covered[i]
                continue
            if token.key == ":" or token.key in _CONDITIONS or modality_at(self.tokens, i, self.language.verbs):
                return False
            group = verb_group_at(self.tokens, i, self.sentence.last, self.language.verbs)
            if group and not inner:
                return group.tense == "subjunctive"
            inner += (token.key == _THAT) - (group is not None)
            i = group.last if group else i + 1
        return False

    def condition(self) -> None:
        """«اگر»: the clause that it opens is a condition."""
        open_ = self.top()
        if open_.tokens:
            self.stack.append(_Open("condition", parent=self.last_closed))
        else:
            open_.link = "condition"

    def start_over(self, word: str) -> None:
        """A conjunction after a closed clause opens a new one."""
        if not self.stack or not self.stack[-1].tokens:
            if self.stack:
                self.stack.pop()
            self.stack.append(_Open("coordinate", parent=self.last_closed, conjunction=word))

    def modal(self, i: int, found: tuple[str, bool]) -> None:
        """A modal stands in the open clause; its main verb comes later."""
        open_ = self.top()
        open_.modality, open_.modal_at = found, i

    def quoted(self, i: int) -> None:
        """Guillemets around a quotation: behind them the reporting clause goes on («وی گفت: «…» و افزود»)."""
        key = self.tokens[i].key
        if key == _OPENING:
            opens = bool(self.stack) and self.stack[-1].link == "quotation" and self.stack[-1].tokens == [i]
            if opens or self.quotes:
                self.quotes.append((self.stack[-1].parent if opens else None, int(opens)))
        elif key == _CLOSING and self.quotes:
            parent, opened = self.quotes.pop()
            if opened and not self.stack and parent is not None:
                self.last_closed = parent

    def finish(self) -> list[Clause]:
        """Closes what is still open: the innermost remains keep no verb."""
        while self.stack:
            self.close(None)
        return self.done


def _step(builder: _Builder, i: int) -> int:
    """Reads token i of the sentence into the clauses; returns the next token to read."""
    token = builder.tokens[i]
    modal = modality_at(builder.tokens, i, builder.language.verbs)
    if modal and builder.verbs_left(i + 1) and not _closed_by_that(builder, i):
        builder.modal(i, modal)
        return i + 1
    group = verb_group_at(builder.tokens, i, builder.sentence.last, builder.language.verbs) or _participle(builder, i)
    if group:
        return builder.verb(group)
    if token.key == _THAT:
        builder.that(i)
    elif token.key in _FUSED_THAT:
        builder.fused_that()
    elif token.key in _CONDITIONS:
        builder.condition()
    elif token.key in _STARTERS and not (builder.stack and builder.stack[-1].tokens):
        builder.start_over(token.key)
    elif token.key in {_AND, "،", ",", "؛", ".", ":", _CLOSING} and not builder.stack:
        builder.joined = builder.joined or token.key == _AND
        if token.key == ":":
            builder.stack.append(_Open("quotation", parent=builder.last_closed))
    elif token.key == ":" and builder.stack and builder.stack[-1].tokens:
        builder.close(None)
        builder.stack.append(_Open("quotation", parent=builder.last_closed))
    elif token.key == _AND and (shared := _elided(builder, i)):
        builder.joined = True
        builder.close(shared)
    else:
        builder.top().tokens.append(i)
    builder.quoted(i)
    return i + 1


def _participle(builder: _Builder, i: int) -> VerbGroup | None:
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
    short = len(builder.stack) > 1 and left == len(builder.stack) - 1
    return group if group.infinitive == _BECOME and short else None


def _elided(builder: _Builder, i: int) -> VerbGroup | None:
    """The verb that the innermost clause shares with what follows «و»."""
    if not builder.stack:
        return None
    run = builder.stack[-1].tokens
    return elided_verb(builder.tokens, builder.language, builder.covered, run, i, builder.sentence.last)


def _closed_by_that(builder: _Builder, i: int) -> bool:
    return i + 1 < builder.sentence.last and builder.tokens[i + 1].key == _THAT


def clauses_of(reading: Reading, sentence: Sentence, number: int, base: int, language: Language) -> list[Clause]:
    """The clauses of one sentence, numbered from `base`, each before those that hang on it where its verb comes first."""
    covered = {k: r.last for r in reading.refs for k in range(r.first, r.last)}
    builder = _Builder(reading.tokens, sentence, number, base, language, covered)
    i = _behind_dateline(reading, sentence)
    while i < sentence.last:
        if i in covered:
            builder.top().tokens.append(i)
            i += 1
        else:
            i = _step(builder, i)
    return builder.finish()


def _behind_dateline(reading: Reading, sentence: Sentence) -> int:
    """The first token behind «تهران - ایرنا -» or «خبرگزاری میزان -» at the head of a line."""
    start = at = sentence.first
    for _ in range(_DATELINE_PARTS):
        ref = next((r for r in reading.refs if r.first == at and not r.inside), None)
        end = ref.last if ref else at
        if reading.tokens[at].key in _DESKS:
            while end < min(at + 1 + _DATELINE_WORDS, sentence.last) and reading.tokens[end].key not in _DASHES:
                end += 1
        if end == at or end >= sentence.last or reading.tokens[end].key not in _DASHES:
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
