"""One node of the graph out of what each article knows of the entity."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from relgraph.graph.model import Node
from relgraph.model import Entity


@dataclass(slots=True)
class NodeDraft:
    """The distinct facts and wordings that the articles gave for one entity so far."""

    facts: set[Entity] = field(default_factory=set)
    surfaces: set[str] = field(default_factory=set)

    def add(self, entity: Entity) -> None:
        """Take in what one article knows."""
        self.facts.add(replace(entity, mentions=()))
        self.surfaces.update(mention.text for mention in entity.mentions)

    def finish(self) -> Node:
        """The node: field by field the best known value, seed tables before articles, real names before romanised."""
        ranked = sorted(self.facts, key=_rank)
        best = ranked[0]
        english = next((facts for facts in ranked if facts.label_en is not None), None)
        located = next((f for f in ranked if f.latitude is not None and f.longitude is not None), best)
        return Node(
            id=best.id,
            type=best.type,
            label_fa=_first(facts.label_fa for facts in ranked),
            label_en=english.label_en if english else None,
            surfaces=tuple(sorted(self.surfaces)),
            romanised=english.romanised if english else False,
            wikidata=_first(facts.wikidata for facts in ranked),
            iso2=_first(facts.iso2 for facts in ranked),
            state=_first(facts.state for facts in ranked),
            sector=_first(facts.sector for facts in ranked),
            latitude=located.latitude,
            longitude=located.longitude,
            seeded=best.seeded,
        )


def _rank(facts: Entity) -> tuple[bool, bool, str]:
    return not facts.seeded, facts.romanised, repr(facts)


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value is not None), None)
