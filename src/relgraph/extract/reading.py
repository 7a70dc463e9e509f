"""What the pipeline knows of an article at each stage: every stage returns a richer reading."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from relgraph.model import Article, Entity, Event, MentionKind, Refusal, Relation, Span

if TYPE_CHECKING:
    from relgraph.text.dates import DateMention
from relgraph.text.fold import Folded
from relgraph.text.segment import Sentence, Token


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to one or more entities at a stretch of tokens [first, last).

    `city` is the place that the same wording may mean (مسکو). An office expression has its `role` and, one for each
    entity, the `owners` of the office; `former` marks an office no longer held, `future` one not yet, `plural` «روسای جمهور». `inside`: it
    stands within a longer name.
    """

    start: int
    end: int
    first: int
    last: int
    entities: tuple[str, ...]
    kind: MentionKind
    city: str | None = None
    role: str | None = None
    owners: tuple[str, ...] = ()
    former: bool = False
    future: bool = False
    plural: bool = False
    inside: bool = False

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A finite verb: its token range, infinitive (folded), tense, polarity and modality.

    `elided`: it is said only once, in a later clause.
    """

    first: int
    last: int
    infinitive: str
    tense: str
    negative: bool = False
    passive: bool = False
    modality: str | None = None
    plural: bool = False
    person: str = "3s"
    elided: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its tokens in order (gaps where another is embedded), its verb, and how it hangs on its parent.

    `link` is main, coordinate, relative, complement, quotation, content, condition or control (a subjunctive that another
    verb governs without «که»: «قصد دارد … سفر کند»); `antecedent` the reference that a relative
    clause describes; `index` its place in the reading's list.
    """

    index: int
    sentence: int
    tokens: tuple[int, ...]
    verb: VerbGroup | None
    parent: int | None
    link: str
    antecedent: int | None = None
    conjunction: str | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words a clause tells: the innermost speaker, through whom they came, and the reporting verb's stance."""

    speaker: str | None
    via: tuple[str, ...]
    stance: str


@dataclass(frozen=True, slots=True)
class Filler:
    """One entity that fills a role: the reference to it, how it stands in its phrase, and whose office it holds."""

    ref: Ref
    entity: str
    depth: str
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A frame found in a clause, its roles filled, not yet checked."""

    frame: str
    type: str
    mode: str | None
    clause: int
    trigger: Span
    actors: tuple[Filler, ...]
    recipients: tuple[Filler, ...]
    places: tuple[Filler, ...]
    topics: tuple[Filler, ...]
    status: str
    evidence: Span
    nominal: bool
    passive: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as far as it has been read.

    `voices` say, clause by clause, whose words it is in; `told` whose words the clause itself reports.
    """

    article: Article
    folded: Folded | None = None
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    dates: tuple[DateMention, ...] = ()
    refs: tuple[Ref, ...] = ()
    entities: dict[str, Entity] = field(default_factory=dict)
    clauses: tuple[Clause, ...] = ()
    voices: tuple[Voice | None, ...] = ()
    told: tuple[Voice | None, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    refused: tuple[Refusal, ...] = ()

    def but(self, **changes: Any) -> Reading:
        """The same reading with some fields richer."""
        return replace(self, **changes)

    def text(self, start: int, end: int) -> str:
        """The characters of the article at a span."""
        return self.article.full[start:end]

    def refuse(self, *refusals: Refusal) -> Reading:
        """The same reading with candidates entered in the ledger of refusals."""
        return replace(self, refused=self.refused + refusals)
