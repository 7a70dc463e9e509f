// The shortest way from one entity to another over the lines that pass the filters.

import type { Data, Entity, Link } from "./data";
import { isEmpty, type Passing, type Sieve } from "./sieve";

export interface Path {
  /** From the one end to the other. */
  readonly entities: readonly Entity[];
  /** What joins each with the next. */
  readonly steps: readonly { readonly link: Link; readonly found: Passing }[];
}

/** What a step over a line costs: acts join more firmly than states of affairs, and these more than a common topic. */
function cost(found: Passing): number {
  const base = found.events.length > 0 ? 1 : found.relations.length > 0 ? 1.2 : 1.9;
  return base - 0.1 * Math.min(1, found.events.length / 10);
}

const found = new WeakMap<Sieve, Map<string, Path | null>>();

/** The cheapest path, or null where there is none; among equals always the same. */
export function pathBetween(data: Data, from: string, to: string, sieve: Sieve): Path | null {
  const known = found.get(sieve) ?? new Map<string, Path | null>();
  found.set(sieve, known);
  const key = JSON.stringify([from, to]);
  let path = known.get(key);
  if (path === undefined) {
    const [start, end] = [data.entity.get(from), data.entity.get(to)];
    path = start === undefined || end === undefined ? null : search(data, start, end, sieve);
    known.set(key, path);
  }
  return path;
}

function search(data: Data, start: Entity, end: Entity, sieve: Sieve): Path | null {
  const spent = new Map<Entity, number>([[start, 0]]);
  const came = new Map<Entity, { readonly from: Entity; readonly link: Link }>();
  const open = new Queue();
  open.push(start, 0);
  const done = new Set<Entity>();
  for (let at = open.pop(); at !== null; at = open.pop()) {
    if (at === end) return walkBack(start, end, came, sieve);
    if (done.has(at)) continue;
    done.add(at);
    for (const link of data.linksOf.get(at) ?? []) {
      const other = link.from === at ? link.to : link.from;
      const through = sieve.of(link);
      if (done.has(other) || isEmpty(through) || !sieve.allows(other)) continue;
      const sum = (spent.get(at) ?? 0) + cost(through);
      if (sum >= (spent.get(other) ?? Infinity)) continue;
      spent.set(other, sum);
      came.set(other, { from: at, link });
      open.push(other, sum);
    }
  }
  return null;
}

function walkBack(start: Entity, end: Entity, came: ReadonlyMap<Entity, { readonly from: Entity; readonly link: Link }>, sieve: Sieve): Path {
  const entities = [end];
  const steps: Path["steps"][number][] = [];
  for (let at = end; at !== start;) {
    const step = came.get(at);
    if (step === undefined) break;
    steps.unshift({ link: step.link, found: sieve.of(step.link) });
    entities.unshift(step.from);
    at = step.from;
  }
  return { entities, steps };
}

/** A binary heap; among equal costs the heavier entity comes first. */
class Queue {
  readonly #heap: { readonly entity: Entity; readonly cost: number }[] = [];

  push(entity: Entity, cost: number): void {
    this.#heap.push({ entity, cost });
    for (let at = this.#heap.length - 1; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!this.#less(at, parent)) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  pop(): Entity | null {
    const top = this.#heap[0];
    const last = this.#heap.pop();
    if (top === undefined || last === undefined) return null;
    if (this.#heap.length > 0) {
      this.#heap[0] = last;
      this.#sink();
    }
    return top.entity;
  }

  #sink(): void {
    for (let at = 0; ;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) if (child < this.#heap.length && this.#less(child, least)) least = child;
      if (least === at) return;
      this.#swap(at, least);
      at = least;
    }
  }

  #less(a: number, b: number): boolean {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    if (one === undefined || other === undefined) return false;
    return one.cost < other.cost || (one.cost === other.cost && one.entity.rank < other.entity.rank);
  }

  #swap(a: number, b: number): void {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    if (one === undefined || other === undefined) return;
    this.#heap[a] = other;
    this.#heap[b] = one;
  }
}
