// Which entities and lines the picture draws: few enough to read, and whatever the reader asked for.

import type { Data, Entity, Link } from "./data";
import { pathBetween } from "./path";
import { isEmpty, type Passing, type Sieve } from "./sieve";
import type { Selection, State } from "./state";

/** How many entities are drawn at first, and around one in focus; a small screen has room for fewer. */
const BACKBONE = 200;
const AT_LEAST = 50;
const ROOM = 3_600;

function backbone(): number {
  const { innerWidth, innerHeight } = window;
  return Math.max(AT_LEAST, Math.min(BACKBONE, Math.floor((innerWidth * innerHeight) / ROOM)));
}

/** Lines a node: beyond that the weaker ones are left out until an end is selected. */
const LINES_A_NODE = 1.5;
const LINES_AT_LEAST = 150;
/** How many neighbours one step of expanding brings. */
export const STEP = 40;

export interface Drawn {
  readonly entities: readonly Entity[];
  readonly links: readonly { readonly link: Link; readonly found: Passing }[];
  /** How many lines between the drawn entities were too weak to draw. */
  readonly weaker: number;
  /** How many entities the filters leave that could be drawn. */
  readonly all: number;
}

export function drawn(data: Data, state: State, sieve: Sieve): Drawn {
  const selected = selectedEntities(data, state, sieve);
  const weights = weighed(data, sieve);
  const chosen = new Set<Entity>(state.focus === null ? heaviest(data, state, weights) : surroundings(data, state, sieve));
  for (const id of state.added) add(chosen, data.entity.get(id));
  for (const entity of chosen) if (!sieve.allows(entity)) chosen.delete(entity);
  for (const id of state.hidden) chosen.delete(data.entity.get(id) as Entity);
  for (const entity of selected) chosen.add(entity);
  const entities = data.entities.filter((entity) => chosen.has(entity));
  return { entities, ...lines(data, chosen, selected, sieve), all: weights.size };
}

function add(set: Set<Entity>, entity: Entity | undefined): void {
  if (entity !== undefined) set.add(entity);
}

/** How much each entity is told of by what passes; entities without any line that passes are not in it. */
function weighed(data: Data, sieve: Sieve): Map<Entity, number> {
  const weights = new Map<Entity, number>();
  for (const link of data.links) {
    const found = sieve.of(link);
    if (isEmpty(found)) continue;
    const weight = strength(found);
    weights.set(link.from, (weights.get(link.from) ?? 0) + weight);
    weights.set(link.to, (weights.get(link.to) ?? 0) + weight);
  }
  return weights;
}

/** Acts count most, then states of affairs, then a common topic. */
export function strength(found: Passing): number {
  return found.events.length * 3 + found.relations.length * 2 + found.topics.length;
}

function heaviest(data: Data, state: State, weights: ReadonlyMap<Entity, number>): Entity[] {
  const ranked = data.entities
    .filter((entity) => weights.has(entity))
    .sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0) || a.rank - b.rank);
  const top = state.top ?? backbone();
  if (top <= ranked.length) return joined(data, ranked.slice(0, top));
  // Whoever asks for more than is linked gets those without a line as well.
  const loose = data.entities.filter((entity) => !weights.has(entity));
  return state.top === null ? ranked : [...ranked, ...loose.slice(0, top - ranked.length)];
}

/** Those that a line joins with another of them: who is told of much, but with none of these, would only stand about. */
function joined(data: Data, entities: readonly Entity[]): Entity[] {
  const all = new Set(entities);
  return entities.filter((entity) => (data.linksOf.get(entity) ?? []).some((link) => all.has(link.from) && all.has(link.to)));
}

/** The entity in focus with its strongest neighbours, and theirs where two hops are wanted. */
function surroundings(data: Data, state: State, sieve: Sieve): Entity[] {
  const centre = state.focus === null ? undefined : data.entity.get(state.focus);
  if (centre === undefined) return [];
  const near = neighbours(data, centre, sieve).slice(0, backbone() - 1);
  const found = new Set([centre, ...near]);
  if (state.hops === 2) {
    const further = near.flatMap((entity) => neighbours(data, entity, sieve).slice(0, 12));
    for (const entity of further) if (found.size < backbone()) found.add(entity);
  }
  return [...found];
}

/** The entities that a line which passes joins with one, the strongest first. */
export function neighbours(data: Data, entity: Entity, sieve: Sieve): Entity[] {
  return (data.linksOf.get(entity) ?? [])
    .map((link) => ({ other: link.from === entity ? link.to : link.from, found: sieve.of(link) }))
    .filter(({ other, found }) => !isEmpty(found) && sieve.allows(other))
    .sort((a, b) => strength(b.found) - strength(a.found) || a.other.rank - b.other.rank)
    .map(({ other }) => other);
}

function lines(data: Data, chosen: ReadonlySet<Entity>, selected: ReadonlySet<Entity>, sieve: Sieve): Pick<Drawn, "links" | "weaker"> {
  const inside = data.links
    .filter((link) => chosen.has(link.from) && chosen.has(link.to))
    .map((link) => ({ link, found: sieve.of(link) }))
    .filter(({ found }) => !isEmpty(found));
  const most = Math.max(LINES_AT_LEAST, LINES_A_NODE * chosen.size);
  if (inside.length <= most) return { links: inside, weaker: 0 };
  // Each entity keeps its strongest line, so that none seems to stand alone.
  const ranked = [...inside].sort((a, b) => strength(b.found) - strength(a.found) || a.link.id - b.link.id);
  const kept = new Set<(typeof ranked)[number]>();
  const held = new Set<Entity>();
  for (const line of ranked) {
    const { from, to } = line.link;
    if (!held.has(from) || !held.has(to) || selected.has(from) || selected.has(to)) kept.add(line);
    held.add(from).add(to);
  }
  for (const line of ranked) if (kept.size < most) kept.add(line);
  return { links: inside.filter((line) => kept.has(line)), weaker: inside.length - kept.size };
}

/** The entities that the selection is about. */
export function selectedEntities(data: Data, state: State, sieve: Sieve): Set<Entity> {
  return new Set(selectedIn(data, state.selection, sieve));
}

function selectedIn(data: Data, selection: Selection | null, sieve: Sieve): readonly Entity[] {
  if (selection === null) return [];
  switch (selection.kind) {
    case "node": return known(data, selection.id);
    case "link": case "states": return known(data, selection.from, selection.to);
    case "path": return pathBetween(data, selection.from, selection.to, sieve)?.entities ?? known(data, selection.from, selection.to);
    case "event": {
      const event = data.event.get(selection.id);
      if (event === undefined) return [];
      return event.recipients.length > 0 || event.actors.length > 1 ? [...event.actors, ...event.recipients] : [...event.actors, ...event.topics];
    }
    case "article": return [];
  }
}

function known(data: Data, ...ids: string[]): Entity[] {
  return ids.flatMap((id) => data.entity.get(id) ?? []);
}
