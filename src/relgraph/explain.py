"""`relgraph explain`: what was seen in a text and what became of it, for the eye: mentions, clauses, events, refusals."""

from collections.abc import Callable, Iterator
from pathlib import Path

from rich.console import Console
from rich.text import Text

from relgraph.extract.reading import Clause, Reading
from relgraph.knowledge.world import World
from relgraph.model import Article, Event, Relation
from relgraph.pipeline import read
from relgraph.read import ReadOptions, Refused, read_inputs

_STYLES = {
    "country": "bold cyan", "person": "bold magenta", "organization": "bold blue", "place": "bold green",
    "negotiation": "bold yellow", "agreement": "bold yellow", "conflict": "bold red",
}  # fmt: skip
_STATUS = {"actual": "green", "planned": "yellow", "negated": "red", "conditional": "yellow"}


def articles_of(text_or_file: str, options: ReadOptions, warn: Callable[[Refused], None]) -> Iterator[Article]:
    """The articles of a file, or one article made of a text that is no file's name."""
    if text_or_file != "-" and not _is_file(text_or_file):
        yield Article("text", "", text_or_file, options.published, options.source, home=options.home)
        return
    for item in read_inputs([text_or_file], options):
        if isinstance(item, Refused):
            warn(item)
        else:
            yield item


def _is_file(name: str) -> bool:
    try:
        return Path(name).exists()
    except OSError:  # a long text is no file name
        return False


def explain(article: Article, world: World, console: Console) -> None:
    """Prints the reading of an article to a console."""
    reading = read(article, world)
    _mentions(reading, console)
    _clauses(reading, console)
    _events(reading, console)
    _relations(reading, console)
    _refusals(reading, console)


def _title(console: Console, text: str) -> None:
    console.print(Text(text, style="bold underline"))


def _label(reading: Reading, entity: str) -> str:
    found = reading.entities.get(entity)
    return (found.label_fa or found.label_en or entity) if found else entity


def _mentions(reading: Reading, console: Console) -> None:
    _title(console, "Mentions")
    for entity in reading.entities.values():
        line = Text("  ")
        line.append(_label(reading, entity.id), style=_STYLES[entity.type])
        line.append(f"  {entity.type}  {entity.id}", style="dim")
        for mention in entity.mentions:
            line.append(f"\n      {mention.start}-{mention.end} {mention.kind}: {mention.text}")
        console.print(line)


def _clauses(reading: Reading, console: Console) -> None:
    _title(console, "Clauses")
    for clause in reading.clauses:
        console.print(_clause(reading, clause))


def _clause(reading: Reading, clause: Clause) -> Text:
    line = Text(f"  {clause.index} {clause.link}", style="dim")
    if clause.parent is not None:
        line.append(f" of {clause.parent}")
    words = " ".join(reading.text(reading.tokens[i].start, reading.tokens[i].end) for i in clause.tokens)
    line.append(f"  {words}", style="not dim")
    if clause.verb is not None:
        verb = reading.text(reading.tokens[clause.verb.first].start, reading.tokens[clause.verb.last - 1].end)
        line.append(
            f"  [{verb}: {clause.verb.tense}{', negative' if clause.verb.negative else ''}]", style="not dim bold"
        )
    voice = reading.voices[clause.index]
    if voice is not None and voice.speaker:
        line.append(f"  according to {_label(reading, voice.speaker)}", style="italic")
    return line


def _events(reading: Reading, console: Console) -> None:
    _title(console, "Events")
    for event in reading.events:
        console.print(_event(reading, event))


def _event(reading: Reading, event: Event) -> Text:
    line = Text("  ")
    line.append(event.type + (f" {event.mode}" if event.mode else ""), style="bold")
    line.append(f"  {event.status}", style=_STATUS.get(event.status, ""))
    line.append(f"  {_names(reading, event.actors)} → {_names(reading, event.recipients)}")
    extras = (
        ("in", event.places),
        ("about", event.topics),
        ("according to", (event.speaker,) if event.speaker else ()),
    )
    for word, entities in extras:
        if entities:
            line.append(f"  {word} {_names(reading, entities)}")
    if event.date:
        line.append(f"  on {event.date}")
    line.append(f"\n      {event.evidence.start}-{event.evidence.end} {event.evidence.text}")
    line.append(f"  ({event.rule}, {event.confidence:.2f})", style="dim")
    return line


def _names(reading: Reading, entities: tuple[str, ...]) -> str:
    return "، ".join(_label(reading, e) for e in entities) or "—"


def _relations(reading: Reading, console: Console) -> None:
    _title(console, "Relations")
    for relation in reading.relations:
        console.print(_relation(reading, relation))


def _relation(reading: Reading, relation: Relation) -> Text:
    line = Text(f"  {_label(reading, relation.subject)} ")
    line.append(relation.predicate, style="bold")
    line.append(f" {_label(reading, relation.object)}")
    if relation.qualifier:
        line.append(f" ({relation.qualifier})")
    line.append(f"\n      {relation.evidence.start}-{relation.evidence.end} {relation.evidence.text}", style="dim")
    return line


def _refusals(reading: Reading, console: Console) -> None:
    _title(console, "Refused")
    for refusal in reading.refused:
        line = Text(f"  {refusal.reason}", style="red")
        line.append(f"  {refusal.text}", style="not red")
        line.append(f"  ({refusal.rule}, {refusal.start}-{refusal.end})", style="dim")
        console.print(line)
