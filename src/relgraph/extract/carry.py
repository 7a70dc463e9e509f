"""Statements that run over several sentences: quotations, what follows a colon, the points under a headline."""

from collections.abc import Sequence
from dataclasses import dataclass

from relgraph.extract.reading import Clause, Reading, Voice
from relgraph.extract.teller import Teller
from relgraph.knowledge.world import World

_OPEN, _CLOSE = "«", "»"
_CARRIES = frozenset({"؛"})
_LONGEST = 4
# Signs that mark the points of a list.
_BULLETS = frozenset("🔹🔸🔺🔻▪◾◽•●○■□►▶◀➖➕✔✅★☆❗‼*🔴🔵⚪⚫🟢🔶🔷")


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody's words that may go on; those of a headline go on in the points below it."""

    voice: Voice
    headline: bool = False


def opened_before(reading: Reading) -> frozenset[int]:
    """The sentences that go on with the one before: behind «؛», or inside guillemets opened before them."""
    out: set[int] = set()
    open_, end = 0, 0
    for number, sentence in enumerate(reading.sentences):
        if "\n" in reading.text(end, sentence.start):
            open_ = 0
        if open_ > 0 or (sentence.first and reading.tokens[sentence.first - 1].key in _CARRIES):
            out.add(number)
        keys = [t.key for t in reading.tokens[sentence.first : sentence.last]]
        open_ = max(0, open_ + keys.count(_OPEN) - keys.count(_CLOSE))
        end = sentence.end
    return frozenset(out)


def goes_on(
    teller: Teller, statement: Statement, number: int, clauses: Sequence[Clause], speaks: Sequence[Clause]
) -> bool:
    """Whether a sentence goes on with a statement: nobody else speaks in it, and the outlet doesn't take over."""
    reading = teller.reading
    sentence, before = reading.sentences[number], reading.sentences[number - 1]
    if any(c.parent is None for c in speaks) or _narrates(reading, teller.world, number):
        return False
    breaks = "\n" in reading.text(before.end, sentence.start)
    if statement.headline and breaks:
        return _bulleted(reading, number)
    first_person = any(c.verb is not None and c.verb.person.startswith("1") for c in clauses)
    return not breaks or first_person


def _narrates(reading: Reading, world: World, number: int) -> bool:
    """Whether a sentence begins as the outlet's own words do."""
    sentence = reading.sentences[number]
    keys = [t.key for t in reading.tokens[sentence.first : sentence.first + _LONGEST + 2] if t.kind == "word"]
    return any("".join(keys[:n]) in world.language.narrating for n in range(1, _LONGEST + 1))


def _bulleted(reading: Reading, number: int) -> bool:
    """Whether a sentence is a point of a list: its sign stands before it, in its line or in one of its own."""
    sentence = reading.sentences[number]
    alone = number > 0 and is_empty(reading, number - 1) and _bulleted(reading, number - 1)
    return reading.text(sentence.start, sentence.start + 1) in _BULLETS or alone


def is_empty(reading: Reading, number: int) -> bool:
    """Whether a sentence holds no word: a sign, a line."""
    sentence = reading.sentences[number]
    return all(t.kind == "punctuation" for t in reading.tokens[sentence.first : sentence.last])


def left_open(teller: Teller, number: int, clauses: Sequence[Clause], going: Statement | None) -> Statement | None:
    """The statement that the next sentence may go on with."""
    reading = teller.reading
    sentence = reading.sentences[number]
    told = [c for c in clauses if c.tokens]
    if not told:
        return going
    last = max(told, key=lambda c: c.verb.last if c.verb else c.tokens[-1])
    voice = teller.voices.get(last.index)
    if voice is None or voice.speaker is None:
        return None
    report = _report(teller, last)
    if going is not None and going.voice.speaker == voice.speaker and report is None:
        return going
    keys = [t.key for t in reading.tokens[sentence.first : sentence.last]]
    if keys[-1] in _CARRIES or keys.count(_OPEN) > keys.count(_CLOSE):
        return Statement(voice)
    if report is None or _CLOSE in keys[-2:]:
        return None
    return Statement(voice, headline=number == 0 or _bulleted(reading, number))


def _report(teller: Teller, clause: Clause) -> int | None:
    """The reporting clause that a clause hangs under by a colon."""
    at: Clause | None = clause
    while at is not None:
        reporter = teller.reporter(at)
        if reporter is not None:
            return reporter if at.link in ("quotation", "condition") else None
        at = teller.reading.clauses[at.parent] if at.parent is not None else None
    return None
