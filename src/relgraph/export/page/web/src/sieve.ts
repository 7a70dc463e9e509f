// What the filters let through, and for each filter how much it would let through if it alone were open.

import type { Data, Entity, EntityType, Link, Quad, RelEvent, Relation, Statement, Status } from "./data";
import { type Period, periodOf } from "./dates";
import { words } from "./fold";
import { isFiltered, type State } from "./state";

export const typeKey = (type: EntityType): string => `type.${type}`;
export const quadKey = (quad: Quad): string => `quad.${quad}`;
export const actKey = (type: string): string => `event.${type}`;
export const statusKey = (status: Status): string => `status.${status}`;

/** The filters, each one bit of what keeps a statement out. */
export const FACETS = { entity: 1, act: 2, status: 4, time: 8, confidence: 16, outlet: 32, country: 64, text: 128 } as const;
export type Facet = keyof typeof FACETS;

/** What of a link passes. */
export interface Passing {
  readonly events: readonly RelEvent[];
  readonly relations: readonly Relation[];
  readonly topics: readonly RelEvent[];
}

export function isEmpty(found: Passing): boolean {
  return found.events.length + found.relations.length + found.topics.length === 0;
}

export class Sieve {
  /** What keeps out the statements that don't pass. */
  readonly #failing = new Map<Statement, number>();
  readonly #links = new Map<Link, Passing>();
  readonly #first: number;
  readonly #last: number;
  readonly #query: string;
  /** The events that pass, in the order of the data. */
  readonly events: readonly RelEvent[];
  readonly relations: readonly Relation[];

  constructor(readonly data: Data, readonly state: State) {
    this.#first = (state.from === null ? null : periodOf(state.from))?.first ?? -Infinity;
    this.#last = (state.to === null ? null : periodOf(state.to))?.last ?? Infinity;
    this.#query = words(state.text).join("");
    [this.events, this.relations] = [data.events, data.relations];
    if (!isFiltered(state)) return;
    for (const event of data.events) this.#note(event, this.#event(event));
    for (const relation of data.relations) this.#note(relation, this.#relation(relation));
    this.events = data.events.filter((event) => this.passes(event));
    this.relations = data.relations.filter((relation) => this.passes(relation));
  }

  #note(statement: Statement, failing: number): void {
    if (failing > 0) this.#failing.set(statement, failing);
  }

  passes(statement: Statement): boolean {
    return !this.#failing.has(statement);
  }

  /** Whether a statement passes all filters but one. */
  passesBut(statement: Statement, facet: Facet): boolean {
    return ((this.#failing.get(statement) ?? 0) & ~FACETS[facet]) === 0;
  }

  of(link: Link): Passing {
    let found = this.#links.get(link);
    if (found === undefined) {
      const passes = (statement: Statement): boolean => this.passes(statement);
      found = {
        events: link.events.filter(passes), relations: link.relations.filter(passes),
        topics: this.state.off.has("line.topic") ? [] : link.topics.filter(passes),
      };
      this.#links.set(link, found);
    }
    return found;
  }

  allows(entity: Entity): boolean {
    return !this.state.off.has(typeKey(entity.type));
  }

  #event(event: RelEvent): number {
    const { off } = this.state;
    let failing = this.#told(event);
    if (!event.actors.every((party) => this.allows(party)) || !event.recipients.every((party) => this.allows(party))) failing |= FACETS.entity;
    if (off.has(quadKey(event.quad)) || off.has(actKey(event.type))) failing |= FACETS.act;
    if (this.#query !== "" && !mentions(event, this.#query)) failing |= FACETS.text;
    return failing;
  }

  #relation(relation: Relation): number {
    let failing = this.#told(relation);
    if (!this.allows(relation.subject) || !this.allows(relation.object)) failing |= FACETS.entity;
    if (this.state.off.has("line.relation")) failing |= FACETS.act;
    return failing;
  }

  #told(statement: Statement): number {
    const { off, confidence, outlets, countries } = this.state;
    let failing = 0;
    if (!this.#inTime(statement.period)) failing |= FACETS.time;
    if (off.has(statusKey(statement.status))) failing |= FACETS.status;
    if (Math.round(statement.confidence * 100) < confidence) failing |= FACETS.confidence;
    if (outlets.size > 0 && !statement.outlets.some((outlet) => outlets.has(outlet))) failing |= FACETS.outlet;
    if (countries.size > 0 && !statement.states.some((state) => countries.has(state.id))) failing |= FACETS.country;
    return failing;
  }

  #inTime(period: Period | null): boolean {
    if (period === null) return this.state.from === null && this.state.to === null;
    return period.first <= this.#last && period.last >= this.#first;
  }
}

/** Whether a name or a sentence of the event holds the folded query. */
function mentions(event: RelEvent, query: string): boolean {
  const texts: (string | null)[] = [];
  for (const entity of [...event.actors, ...event.recipients, ...event.places, ...event.topics]) texts.push(entity.fa, entity.en);
  for (const claim of event.claims) texts.push(claim.sentence.text);
  return texts.some((text) => text !== null && joined(text).includes(query));
}

const folded = new Map<string, string>();

/** Folding is the dear part of a text filter, and the texts are the same at each key stroke. */
function joined(text: string): string {
  let found = folded.get(text);
  if (found === undefined) {
    found = words(text).join("");
    folded.set(text, found);
  }
  return found;
}
