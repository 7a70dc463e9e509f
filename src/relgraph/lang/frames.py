"""Event frames: which words evoke an event, and how its roles are marked. Data in `lang/fa/frames/`, one file a type."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from relgraph.errors import DataError
from relgraph.lang.data import Table, choice, read_entries, words
from relgraph.model import EventType, Status
from relgraph.text.fold import squeeze

Ezafe = Literal["actor", "recipient", "parties"]
Genitive = Literal["head", "any"]
_WORDS = ("nouns", "predicates", "verbs", "labels", "states", "objects", "acts", "deeds")
_KEYS = {
    "id", "type", "mode", "nouns", "predicates", "verbs", "labels", "states", "objects", "acts", "deeds", "actor", "recipient", "topic", "ezafe", "genitive",
    "place_is_recipient", "implies", "promise", "refusal", "together", "of_others", "people", "alone", "example",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and what its frame must read in it; None = not asked, "" = must be empty."""

    text: str
    actor: str | None
    recipient: str | None
    place: str | None
    status: str | None
    none: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """How one kind of event is told.

    Markers (`actor`, `recipient`, `topic`) are "subject", "object" or a folded preposition; the first that is filled wins.
    `labels` are what somebody is called («… را خطرناک خواند», «… خطرناک است»), `states` what he is («آماده … است»). One of
    `objects` under one of `acts` tells the event («روابط خود را قطع کرد»), and so does one of `deeds` before it («قطع
    روابط»). `refusal` is the frame that the negated verb tells instead, `together` the one where a partner is named
    («با … رزمایش برگزار کرد»). `of_others`: it is the event only where another is to do what is wanted («می‌خواهد اروپا …
    بماند»). `people`: what is done to a people is done to its state («تحریم ملت ایران»). `alone`: a verb tells it though
    it names nobody and nothing beside who does it.
    """

    id: str
    type: EventType
    mode: str | None
    nouns: tuple[str, ...]
    predicates: tuple[str, ...]
    verbs: tuple[str, ...]
    labels: tuple[str, ...]
    states: tuple[str, ...]
    objects: tuple[str, ...]
    acts: tuple[str, ...]
    deeds: tuple[str, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    topic: tuple[str, ...]
    ezafe: Ezafe | None
    genitive: Genitive
    place_is_recipient: bool
    implies: Status
    promise: bool
    refusal: str | None
    together: str | None
    of_others: bool
    people: bool
    alone: bool
    examples: tuple[Example, ...]


def _example(path: Path, line: int, table: Table) -> Example:
    if not isinstance(table.get("text"), str):
        raise DataError(path, line, "an example needs a text")
    return Example(
        table["text"], table.get("actor"), table.get("recipient"), table.get("place"), table.get("status"),
        bool(table.get("none", False)),
    )  # fmt: skip


def _frame(path: Path, line: int, table: Table) -> Frame:
    unknown = sorted(set(table) - _KEYS)
    if unknown:
        raise DataError(path, line, f"unknown keys: {', '.join(unknown)}")
    for key in ("id", "type"):
        if not table.get(key):
            raise DataError(path, line, f"a frame needs {key}")
    lists = {k: words(path, table, k, line) for k in _WORDS}
    lists |= {k: tuple(squeeze(m) for m in words(path, table, k, line)) for k in ("actor", "recipient", "topic")}
    if not any(lists[k] for k in _WORDS[:6]):
        raise DataError(path, line, "a frame needs nouns, predicates or verbs that evoke it")
    if bool(lists["objects"]) != bool(lists["acts"]):
        raise DataError(path, line, "objects and acts go together")
    kind = choice(path, table, "type", get_args(EventType), line)
    status = choice(path, table, "implies", get_args(Status), line) or "actual"
    ezafe = choice(path, table, "ezafe", get_args(Ezafe), line)
    genitive = choice(path, table, "genitive", get_args(Genitive), line) or "head"
    return Frame(
        id=table["id"], type=kind, mode=table.get("mode"), **lists, ezafe=ezafe, genitive=genitive,  # type: ignore[arg-type]
        place_is_recipient=bool(table.get("place_is_recipient", False)), implies=status,  # type: ignore[arg-type]
        promise=bool(table.get("promise", False)), refusal=table.get("refusal"), together=table.get("together"),
        of_others=bool(table.get("of_others", False)), people=bool(table.get("people", False)),
        alone=bool(table.get("alone", False)),
        examples=tuple(_example(path, line, e) for e in table.get("example", [])),
    )  # fmt: skip


def read_frames(folder: Path) -> tuple[Frame, ...]:
    """All frames of a language, files in order of name. A fault or a repeated id is a DataError with file and line."""
    out: dict[str, Frame] = {}
    places: dict[str, tuple[Path, int]] = {}
    for path in sorted(folder.glob("*.toml")):
        for line, table in read_entries(path, "frame"):
            frame = _frame(path, line, table)
            if frame.id in out:
                raise DataError(path, line, f"duplicate frame id {frame.id!r}")
            out[frame.id], places[frame.id] = frame, (path, line)
    for frame in out.values():
        for key, other in (("refusal", frame.refusal), ("together", frame.together)):
            if other is not None and other not in out:
                raise DataError(*places[frame.id], f"{key} names no frame: {other!r}")
    return tuple(out.values())
