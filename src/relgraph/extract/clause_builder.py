"""The clauses of one sentence as they are read, token by token: those that wait for their verb, and those that have it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from relgraph.extract.reading import Clause, VerbGroup
from relgraph.extract.verbgroup import Modal, modality_at, verb_group_at
from relgraph.lang.language import Language
from relgraph.text.fold import squeeze
from relgraph.text.segment import Sentence, Token

_PROVIDED = frozenset(squeeze(w) for w in ("صورتی", "صورتیکه", "شرطی"))
_THAT = squeeze("که")
_CONDITIONS = frozenset(squeeze(w) for w in ("اگر", "چنانچه", "مگر", "درصورتیکه"))
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


@dataclass
class Open:
    """A clause that waits for its verb."""

    link: str
    parent: int | None = None
    antecedent: int | None = None
    conjunction: str | None = None
    tokens: list[int] = field(default_factory=list)
    modality: Modal | None = None
    modal_at: int | None = None


@dataclass
class Builder:
    """Walks one sentence and collects its clauses."""

    tokens: tuple[Token, ...]
    sentence: Sentence
    number: int
    base: int
    language: Language
    covered: Mapping[int, int]
    done: list[Clause] = field(default_factory=list)
    stack: list[Open] = field(default_factory=lambda: [Open("main")])
    last_closed: int | None = None
    closed_at: int = -1
    joined: bool = False
    quotes: list[tuple[int | None, int]] = field(default_factory=list)

    def close(self, verb: VerbGroup | None) -> None:
        """The innermost open clause has its verb."""
        open_ = self.stack.pop()
        if verb and open_.modality:
            verb = replace(verb, modality=open_.modality.kind, negative=verb.negative or open_.modality.negative)
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

    def top(self) -> Open:
        """The clause that words go to; a new one where the last is closed."""
        if not self.stack:
            self.stack.append(self.coordinate())
            self.joined = False
        return self.stack[-1]

    def coordinate(self) -> Open:
        """The clause behind a closed one; behind a governed subjunctive another one, or what goes on from its governor."""
        conjunction = _AND if self.joined else None
        parent = self.last_closed
        last = self.done[parent - self.base] if parent is not None else None
        if last is None or last.link != "control":
            return Open("coordinate", parent=parent, conjunction=conjunction)
        verb = self.next_verb(self.closed_at)
        if verb is not None and verb.tense == "subjunctive":
            return Open("control", parent=last.parent, conjunction=conjunction)
        while last.link == "control" and last.parent is not None and last.parent >= self.base:
            parent, last = last.parent, self.done[last.parent - self.base]
        return Open("coordinate", parent=parent, conjunction=conjunction)

    def that(self, i: int) -> None:
        """«که»: a relative clause inside one that waits for its verb, else a complement of the last one closed."""
        behind_verb = self.closed_at >= 0 and all(
            self.tokens[k].kind == "punctuation" for k in range(self.closed_at, i)
        )
        if behind_verb and self.stack and self.stack[-1].tokens and self.tokens[i - 1].key not in {"،", ","}:
            self.stack.append(Open("complement", parent=self.last_closed))
        elif self.stack and self.stack[-1].tokens:
            antecedent = self._antecedent(self.stack[-1].tokens)
            link = "condition" if self.tokens[antecedent].key in _PROVIDED else "relative"
            self.stack.append(Open(link, parent=self.last_closed, antecedent=antecedent))
        else:
            if self.stack:
                self.stack.pop()
            self.stack.append(Open("complement", parent=self.last_closed))

    def _antecedent(self, run: list[int]) -> int:
        """The last word before «که», marks and را left out: «طرحی را که …», «ظریف، که …»."""
        words = [k for k in run if self.tokens[k].kind != "punctuation" and self.tokens[k].key != _OBJECT]
        return words[-1] if words else run[-1]

    def fused_that(self) -> None:
        """«اینکه»: the content of what was just said, or of a noun in the clause that waits («با بیان اینکه»)."""
        open_ = self.top()
        linkers = all(self.tokens[k].key in _LINKERS for k in open_.tokens)
        if linkers and len(self.stack) == 1 and self.last_closed is not None:
            self.stack[-1] = Open("complement", parent=self.last_closed)
        elif open_.tokens:
            self.stack.append(Open("content", antecedent=open_.tokens[-1]))

    def verbs_left(self, i: int) -> int:
        """How many finite verbs stand at or behind token i."""
        count, at = 0, i
        while at < self.sentence.last:
            group = verb_group_at(self.tokens, at, self.sentence.last, self.language.verbs)
            modal = modality_at(self.tokens, at, self.language.verbs)
            if group and modal is None:
                count += 1
                at = group.last
            else:
                at += modal.length if modal else 1
        return count

    def verb(self, group: VerbGroup) -> int:
        """Takes a verb group in; returns the token behind it."""
        open_ = self.top()
        relative = open_.link in ("relative", "content")
        self.close(group)
        if self.verbs_left(group.last) > len(self.stack) and self.governs(group.last):
            self.stack.append(Open("control", parent=self.last_closed))
            return group.last
        following = self.tokens[group.last].key if group.last < self.sentence.last else ""
        waiting = len(self.stack)
        if relative and waiting and following == _AND and self.verbs_left(group.last) > waiting:
            again = Open("coordinate", parent=self.last_closed)
            self.stack.append(again)
        return group.last

    def governs(self, at: int) -> bool:
        """Whether what follows a verb is its subjunctive: «قصد دارد به تهران سفر کند»."""
        if at >= self.sentence.last or self.tokens[at].key in _PARTING or self.tokens[at].key in _STARTERS - {_TO}:
            return False
        verb = self.next_verb(at)
        return verb is not None and verb.tense == "subjunctive"

    def next_verb(self, at: int) -> VerbGroup | None:
        """The verb that the words from token `at` on wait for, those of clauses inside left out; None behind a modal."""
        inner, i = 0, at
        while i < self.sentence.last:
            token = self.tokens[i]
            if i in self.covered:
                i = self.covered[i]
                continue
            if token.key == ":" or token.key in _CONDITIONS or modality_at(self.tokens, i, self.language.verbs):
                return None
            group = verb_group_at(self.tokens, i, self.sentence.last, self.language.verbs)
            if group and not inner:
                return group
            inner += (token.key == _THAT) - (group is not None)
            i = group.last if group else i + 1
        return None

    def condition(self) -> None:
        """«اگر»: the clause that it opens is a condition."""
        open_ = self.top()
        if open_.tokens:
            self.stack.append(Open("condition", parent=self.last_closed))
        else:
            open_.link = "condition"

    def start_over(self, word: str) -> None:
        """A conjunction after a closed clause opens a new one; «خواست تا …» is still what the verb governs."""
        if word == _TO and self.stack and self.stack[-1].link == "control":
            return
        if not self.stack or not self.stack[-1].tokens:
            if self.stack:
                self.stack.pop()
            self.stack.append(Open("coordinate", parent=self.last_closed, conjunction=word))

    def modal(self, i: int, found: Modal) -> None:
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

    def waits(self) -> bool:
        """Whether the innermost clause has words and waits for its verb."""
        return bool(self.stack and self.stack[-1].tokens)

    def finish(self) -> list[Clause]:
        """Closes what is still open: the innermost remains keep no verb."""
        while self.stack:
            self.close(None)
        return self.done
