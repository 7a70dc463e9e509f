"""In whose words each clause is: under a verb of saying, inside another clause, or in a sentence that cites somebody."""

from dataclasses import dataclass, field

from relgraph.extract.citation import cited
from relgraph.extract.parties import entity_type, owner_of
from relgraph.extract.reading import Clause, Reading, Ref, Voice
from relgraph.extract.report import Reports, Said, Source
from relgraph.knowledge.world import World

_HEARD = frozenset({"complement", "quotation"})
_EMBEDDED = frozenset({"relative", "content", "condition"})
_SPEAKERS = frozenset({"country", "person", "organization"})


@dataclass
class Teller:
    """Walks the sentences; keeps who spoke last, what was cited last and which statement is still open."""

    reading: Reading
    world: World
    refs: dict[int, Ref]
    reports: Reports
    hosts: dict[int, int]
    voices: dict[int, Voice | None] = field(default_factory=dict)
    told: dict[int, Voice | None] = field(default_factory=dict)
    base: Voice | None = None
    last: tuple[str, int] | None = None
    source: Voice | None = None
    cited_in: int = 0

    def reporter(self, clause: Clause) -> int | None:
        """The reporting clause whose content this one is."""
        at = self.hosts.get(clause.index) if clause.link == "content" else clause.parent
        if at is None or at not in self.reports.said:
            return None
        return at if clause.link in _HEARD | {"content", "condition"} else None

    def voice(self, index: int) -> Voice | None:
        """Whose words a clause is in."""
        if index not in self.voices:
            self.voices[index] = None  # a clause that hangs on itself would go round for ever
            self.voices[index] = self._citing(self.reading.clauses[index], self._inherited(index))
        return self.voices[index]

    def _inherited(self, index: int) -> Voice | None:
        clause = self.reading.clauses[index]
        reporter = self.reporter(clause)
        if reporter is not None:
            return self.content_of(reporter)
        above = self.hosts.get(index, clause.parent) if clause.link in _EMBEDDED else clause.parent
        if above is None or above == index:
            return self.base
        voice = self.voice(above)
        names_himself = voice is not None and self.reports.subjects.get(index, ())[:1] == (voice.speaker,)
        if names_himself and clause.link == "coordinate" and self.reading.clauses[above].link != "condition":
            return self._above(above)  # nobody names himself in his own words: the report goes on
        return voice

    def _above(self, index: int) -> Voice | None:
        """The voice that reports what a clause says."""
        clause = self.reading.clauses[index]
        reporter = self.reporter(clause)
        if reporter is not None:
            return self.voice(reporter)
        return self._above(clause.parent) if clause.parent is not None else self.base

    def content_of(self, index: int) -> Voice | None:
        """The voice of what a reporting clause reports."""
        if index not in self.told:
            said, outer = self.reports.said[index], self.voice(index)
            speaker = self._speaker(said)
            if speaker and not _speaks(self.reading, self.world, speaker):
                speaker = None  # «قطعنامه تصریح می‌کند که …»: still in the words of who tells it
            through = said.via + ((outer.speaker,) if outer and outer.speaker else ()) + (outer.via if outer else ())
            via = tuple(dict.fromkeys(v for v in through if v and v != speaker))
            self.told[index] = Voice(speaker, via, said.stance) if speaker else outer
        return self.told[index]

    def _speaker(self, said: Said) -> str | None:
        if said.source is Source.SAME and self.last:
            return self.last[0]
        return said.speaker[0] if said.speaker else None

    def _citing(self, clause: Clause, inherited: Voice | None) -> Voice | None:
        """A clause in somebody's words that itself cites another: the inner one speaks."""
        if self.reporter(clause) is None or inherited is None or inherited.speaker is None:
            return inherited
        found = cited(self.reading, self.world, list(clause.tokens), self.refs)
        if found is None or found.voice is None or found.voice.speaker is None:
            return inherited
        through = (*found.voice.via, inherited.speaker, *inherited.via)
        via = tuple(dict.fromkeys(v for v in through if v != found.voice.speaker))
        return Voice(found.voice.speaker, via, found.voice.stance)


def _speaks(reading: Reading, world: World, entity: str) -> bool:
    """Whether an entity can say something."""
    return entity_type(reading, world, owner_of(entity)) in _SPEAKERS
