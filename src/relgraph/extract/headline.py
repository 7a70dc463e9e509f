"""A headline that speaks of states where the text names who acted for them: «روسیه … محکوم کرد» is the ministry's act below."""

from relgraph.extract.reading import Reading
from relgraph.extract.side import side_of
from relgraph.knowledge.world import World
from relgraph.model import Event


def without_headlines(reading: Reading, world: World, events: list[Event]) -> list[Event]:
    """The events, but those of the headline that the text tells again of somebody more specific."""
    title = len(reading.article.title)
    return [e for e in events if e.evidence.end > title or not any(_tells(reading, world, o, e) for o in events)]


def _tells(reading: Reading, world: World, event: Event, headline: Event) -> bool:
    """Whether an event of the text is what the headline tells of the parties' states."""
    if event is headline or event.type != headline.type or event.status != headline.status:
        return False
    sides = [(event.actors, headline.actors), (event.recipients, headline.recipients)]
    return all(_stands_for(reading, world, own, told) for own, told in sides) and any(
        own != told for own, told in sides
    )


def _stands_for(reading: Reading, world: World, own: tuple[str, ...], told: tuple[str, ...]) -> bool:
    """Whether each party of the text is one of the headline, or acts for it, and none of the headline is left out."""
    states = [p if p in told else side_of(reading, world, p) for p in own]
    return set(states) == set(told)
