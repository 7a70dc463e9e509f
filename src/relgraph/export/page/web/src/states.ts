// What countries do to each other, themselves or by whoever acts for them.

import type { Entity, RelEvent } from "./data";

/** All that one country does to another. */
export interface Dealing {
  readonly from: Entity;
  readonly to: Entity;
  readonly events: readonly RelEvent[];
}

/** The dealings of the events, by the ids of both countries; what has no direction counts both ways. */
export function dealings(events: readonly RelEvent[]): Map<string, Dealing> {
  const found = new Map<string, { from: Entity; to: Entity; events: RelEvent[] }>();
  for (const event of events) {
    for (const [from, to] of directions(event)) {
      const key = keyOf(from, to);
      const dealing = found.get(key);
      if (dealing === undefined) found.set(key, { from, to, events: [event] });
      else dealing.events.push(event);
    }
  }
  return found;
}

export const keyOf = (from: Entity, to: Entity): string => JSON.stringify([from.id, to.id]);

function directions(event: RelEvent): [Entity, Entity][] {
  const actors = countries(event.actors, event.actorStates);
  const recipients = countries(event.recipients, event.recipientStates);
  const others = event.recipients.length === 0 && event.symmetric ? actors : recipients;
  const found = new Map<string, [Entity, Entity]>();
  for (const from of actors) {
    for (const to of others) {
      if (from === to) continue;
      found.set(keyOf(from, to), [from, to]);
      if (event.symmetric) found.set(keyOf(to, from), [to, from]);
    }
  }
  return [...found.values()];
}

function countries(parties: readonly Entity[], states: readonly Entity[]): Entity[] {
  return [...new Set([...parties, ...states])].filter((entity) => entity.type === "country");
}

/** The countries by how many dealings they have a part in. */
export function busiest(all: Iterable<Dealing>): Entity[] {
  const sizes = new Map<Entity, number>();
  for (const { from, to, events } of all) for (const state of [from, to]) sizes.set(state, (sizes.get(state) ?? 0) + events.length);
  return [...sizes].sort(([a, one], [b, other]) => other - one || a.rank - b.rank).map(([state]) => state);
}
