// What the builder put into the page, and indexes over it.

export type EntityType =
  | "country" | "person" | "organization" | "place" | "negotiation" | "agreement" | "conflict";
export type Status = "actual" | "planned" | "negated" | "conditional" | "called_for";
export type Quad = 1 | 2 | 3 | 4;

/** Role, start and end in UTF-16 units of the sentence. */
export type Mark = readonly [role: string, start: number, end: number];

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly published: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

export interface Entity {
  readonly id: string;
  readonly type: EntityType;
  readonly fa: string | null;
  readonly en: string | null;
  readonly romanised: boolean;
  readonly wikidata: string | null;
  readonly state: string | null;
  readonly surfaces: readonly string[];
  readonly weight: number;
}

export interface Claim {
  readonly id: string;
  readonly article: string;
  readonly speaker: string | null;
  readonly via: readonly string[];
  readonly stance: "asserts" | "doubts" | "endorses" | null;
  readonly confidence: number;
  readonly sentence: string;
  readonly marks: readonly Mark[];
}

export interface RelEvent {
  readonly id: string;
  readonly type: string;
  readonly quad: Quad;
  readonly symmetric: boolean;
  readonly mode: string | null;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly places: readonly string[];
  readonly date: string | null;
  readonly topics: readonly string[];
  readonly status: Status;
  readonly claims: readonly Claim[];
}

export interface Relation {
  readonly id: string;
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
  readonly qualifier: string | null;
  readonly status: Status;
  readonly start: string | null;
  readonly end: string | null;
  readonly claims: readonly Claim[];
}

interface Payload {
  readonly totals: { readonly nodes: number; readonly events: number; readonly relations: number; readonly sources: number };
  readonly sources: readonly Source[];
  readonly nodes: readonly Entity[];
  readonly events: readonly RelEvent[];
  readonly relations: readonly Relation[];
  readonly links: readonly { readonly events: number[]; readonly relations: number[]; readonly topics: number[] }[];
  readonly network: {
    readonly nodes: readonly { id: string; x: number; y: number; size: number; shape: string }[];
    readonly edges: readonly { id: number; from: string; to: string }[];
  };
}

/** All that joins two entities. */
export interface Link {
  readonly id: number;
  readonly from: string;
  readonly to: string;
  readonly events: readonly RelEvent[];
  readonly relations: readonly Relation[];
  readonly topics: readonly RelEvent[];
}

/** Where and how a node is drawn. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly shape: string;
}

export interface Data {
  readonly totals: Payload["totals"];
  /** The heaviest first, those without any line last. */
  readonly entities: readonly Entity[];
  /** How many entities have a line. */
  readonly linked: number;
  readonly entity: ReadonlyMap<string, Entity>;
  readonly rank: ReadonlyMap<string, number>;
  readonly spot: ReadonlyMap<string, Spot>;
  readonly source: ReadonlyMap<string, Source>;
  readonly events: readonly RelEvent[];
  readonly event: ReadonlyMap<string, RelEvent>;
  readonly links: readonly Link[];
  readonly linksOf: ReadonlyMap<string, readonly Link[]>;
  readonly eventsOf: ReadonlyMap<string, readonly RelEvent[]>;
  readonly relationsOf: ReadonlyMap<string, readonly Relation[]>;
}

/** Reads the JSON block of the page. */
export function readData(text: string): Data {
  const raw = JSON.parse(text) as Payload;
  const at = <T>(list: readonly T[], places: readonly number[]): T[] =>
    places.flatMap((place) => list[place] ?? []);
  const links = raw.links.map((link, number): Link => {
    const edge = raw.network.edges[number];
    if (edge === undefined) throw new Error("a link without its line");
    return {
      id: edge.id, from: edge.from, to: edge.to,
      events: at(raw.events, link.events), relations: at(raw.relations, link.relations), topics: at(raw.events, link.topics),
    };
  });
  const linksOf = index(links, (link) => [link.from, link.to]);
  const loose = (entity: Entity): number => Number(!linksOf.has(entity.id));
  const entities = [...raw.nodes].sort((a, b) => loose(a) - loose(b) || b.weight - a.weight || (a.id < b.id ? -1 : 1));
  return {
    totals: raw.totals,
    entities,
    linked: entities.filter((entity) => loose(entity) === 0).length,
    entity: new Map(entities.map((entity) => [entity.id, entity])),
    rank: new Map(entities.map((entity, place) => [entity.id, place])),
    spot: new Map(raw.network.nodes.map((node) => [node.id, node])),
    source: new Map(raw.sources.map((source) => [source.id, source])),
    events: raw.events,
    event: new Map(raw.events.map((event) => [event.id, event])),
    links,
    linksOf,
    eventsOf: index(raw.events, (event) => [...event.actors, ...event.recipients, ...event.topics, ...event.places]),
    relationsOf: index(raw.relations, (relation) => [relation.subject, relation.object]),
  };
}

function index<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const list = found.get(key);
      if (list === undefined) found.set(key, [item]);
      else list.push(item);
    }
  }
  return found;
}
