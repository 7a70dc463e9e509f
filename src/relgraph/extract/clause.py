"""Clauses: one finite verb each, embedded and subordinate ones as a tree.

Persian puts the verb last, so a clause runs up to its verb; «که» opens another clause, inside the current one while that
still waits for its verb (relative), behind it once it has one (complement).
"""

from dataclasses import dataclass, field, replace

from relgraph.extract.reading import Clause, Reading, VerbGroup
from relgraph.extract.speech import is_said
from relgraph.extract.verbgroup import modality_at, verb_group_at
from relgraph.knowledge.world import World
from relgraph.lang.verbs import Verbs
from relgraph.text.fold import squeeze
from relgraph.text.segment import Sentence, Token

_THAT = squeeze("که")
# Words that hold «که» inside, or do its work.
_FUSED_THAT = frozenset(
    squeeze(w) for w in ("اینکه", "آنکه", "چنانکه", "همچنانکه", "درحالیکه", "بطوریکه", "وقتیکه", "زمانیکه")
)
_CONDITIONS = frozenset(squeeze(w) for w in ("اگر", "چنانچه", "مگر", "درصورتیکه"))
_STARTERS = frozenset(
    squeeze(w) for w in ("اما", "ولی", "زیرا", "چون", "چرا", "بلکه", "لذا", "بنابراین", "تا", "وگرنه", "گرچه", "اگرچه")
)
# What may stand between a closed clause and the «اینکه» that continues it: «… تأکید کرد مبنی بر اینکه».
_LINKERS = frozenset(
    squeeze(w) for w in ("مبنی", "بر", "به", "با", "از", "برای", "و", "ضمن", "،", "در", "بیان", "دلیل")
)
_AND = squeeze("و")
_CLOSING = "»"
_DASHES = frozenset({"-", "–", "—"})
_DATELINE_PARTS = 3


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
    verbs: Verbs
    done: list[Clause] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=lambda: [_Open("main")])
    last_closed: int | None = None
    joined: bool = False

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

    def top(self) -> _Open:
        """The clause that words go to; a new one where the last is closed."""
        if not self.stack:
            self.stack.append(_Open("coordinate", parent=self.last_closed, conjunction=_AND if self.joined else None))
            self.joined = False
        return self.stack[-1]

    def that(self) -> None:
        """«که»: a relative clause inside one that waits for its verb, else a complement of the last one closed."""
        if self.stack and self.stack[-1].tokens:
            antecedent = self.stack[-1].tokens[-1]
            self.stack.append(_Open("relative", parent=self.last_closed, antecedent=antecedent))
        else:
            if self.stack:
                self.stack.pop()
            self.stack.append(_Open("complement", parent=self.last_closed))

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
            group = verb_group_at(self.tokens, at, self.sentence.last, self.verbs)
            if group and modality_at(self.tokens, at, self.verbs) is None:
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
        following = self.tokens[group.last].key if group.last < self.sentence.last else ""
        waiting = len(self.stack)
        if relative and waiting and following == _AND and self.verbs_left(group.last) > waiting:
            again = _Open("coordinate", parent=self.last_closed)
            self.stack.append(again)
        return group.last

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

    def finish(self) -> list[Clause]:
        """Closes what is still open: the innermost remains keep no verb."""
        while self.stack:
            self.close(None)
        return self.done


def _step(builder: _Builder, i: int) -> int:
    """Reads token i of the sentence into the clauses; returns the next token to read."""
    token = builder.tokens[i]
    modal = modality_at(builder.tokens, i, builder.verbs)
    if modal and builder.verbs_left(i + 1) and not _closed_by_that(builder, i):
        builder.modal(i, modal)
        return i + 1
    group = verb_group_at(builder.tokens, i, builder.sentence.last, builder.verbs)
    if group:
        return builder.verb(group)
    if token.key == _THAT:
        builder.that()
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
    else:
        builder.top().tokens.append(i)
    return i + 1


def _closed_by_that(builder: _Builder, i: int) -> bool:
    return i + 1 < builder.sentence.last and builder.tokens[i + 1].key == _THAT


def clauses_of(reading: Reading, sentence: Sentence, number: int, base: int, verbs: Verbs) -> list[Clause]:
    """The clauses of one sentence, numbered from `base`, each before those that hang on it where its verb comes first."""
    builder = _Builder(reading.tokens, sentence, number, base, verbs)
    i = _behind_dateline(reading, sentence)
    covered = {k: r.last for r in reading.refs for k in range(r.first, r.last)}
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
        if ref is None or ref.last >= sentence.last or reading.tokens[ref.last].key not in _DASHES:
            break
        at = start = ref.last + 1
    return start


def find_clauses(reading: Reading, world: World) -> Reading:
    """Adds the clauses of every sentence."""
    clauses: list[Clause] = []
    for number, sentence in enumerate(reading.sentences):
        clauses.extend(clauses_of(reading, sentence, number, len(clauses), world.language.verbs))
    said = {c.index for c in clauses if is_said(reading, world, c)}
    return reading.but(clauses=tuple(_without_that(c) if c.parent in said else c for c in clauses))


def _without_that(clause: Clause) -> Clause:
    """«اعلام کرد تجارت با ایران را متوقف نکرده است»: what follows a verb of saying without «و» is what is said."""
    bare = clause.link == "coordinate" and clause.conjunction is None
    return replace(clause, link="complement") if bare else clause
