// What the builder put into the page, and indexes over it. The rows have the columns of `payload.py`, in its order.

import { type Period, periodOf } from "./dates";

export type EntityType =
  | "country" | "person" | "organization" | "place" | "negotiation" | "agreement" | "conflict";
export type Status = "actual" | "planned" | "negated" | "conditional" | "called_for";
export type Quad = 1 | 2 | 3 | 4;

/** Role, start and end in UTF-16 units of the sentence. */
export type Mark = readonly [role: string, start: number, end: number];

export interface Article {
  readonly id: string;
  readonly title: string;
  readonly published: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly language: string | null;
  /** Title and text as all offsets count in them; null where the page has only the quoted sentences. */
  readonly text: string | null;
  /** The article whose text this one repeats. */
  copyOf: Article | null;
}

export interface Sentence {
  readonly article: Article | null;
  /** Where it begins in its article. */
  readonly start: number;
  readonly text: string;
}

export interface Entity {
  readonly id: string;
  readonly type: EntityType;
  readonly fa: string | null;
  readonly en: string | null;
  readonly romanised: boolean;
  readonly wikidata: string | null;
  readonly iso2: string | null;
  state: Entity | null;
  readonly surfaces: readonly string[];
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly spot: Spot;
  weight: number;
  /** Its place when entities are ordered by weight. */
  rank: number;
}

/** Where and how a node is drawn. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly shape: string;
}

export interface Claim {
  readonly sentence: Sentence;
  readonly speaker: Entity | null;
  readonly via: readonly Entity[];
  readonly stance: string | null;
  readonly confidence: number;
  readonly rule: string;
  readonly marks: readonly Mark[];
  /** The numbers of the events that it says did not happen, or whose charge it rejects. */
  readonly denies: readonly number[];
}

/** A relation that the seed tables know. */
export interface Known {
  readonly subject: Entity;
  readonly predicate: string;
  readonly object: Entity;
  readonly qualifier: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly open: boolean;
  readonly source: string | null;
}

interface Told {
  readonly id: string;
  readonly status: Status;
  readonly claims: readonly Claim[];
  /** The articles of its claims. */
  readonly articles: readonly (Article | null)[];
  /** The highest confidence of its claims. */
  readonly confidence: number;
  /** Its articles' outlets; "" for articles that name none. */
  readonly outlets: readonly string[];
  /** When it happened, or held; what has no date of its own stands when it was told. Null where nothing is known. */
  readonly period: Period | null;
  /** The countries that take part, themselves or by somebody who acts for them. */
  readonly states: readonly Entity[];
  /** The first day on which an article told it. */
  readonly told: string | null;
}

export interface RelEvent extends Told {
  readonly kind: "event";
  readonly type: string;
  readonly quad: Quad;
  readonly symmetric: boolean;
  readonly mode: string | null;
  readonly actors: readonly Entity[];
  readonly recipients: readonly Entity[];
  readonly actorStates: readonly Entity[];
  readonly recipientStates: readonly Entity[];
  readonly places: readonly Entity[];
  readonly topics: readonly Entity[];
  readonly date: string | null;
  /** The numbers of the events that its claims deny. */
  readonly denies: readonly number[];
}

export interface Relation extends Told {
  readonly kind: "relation";
  readonly subject: Entity;
  readonly predicate: string;
  readonly object: Entity;
  readonly qualifier: string | null;
  readonly start: string | null;
  readonly end: string | null;
  /** What the tables know that bears it out, or speaks against it. */
  readonly agrees: readonly Known[];
  readonly contradicts: readonly Known[];
}

export type Statement = RelEvent | Relation;

/** All that joins two entities. */
export interface Link {
  readonly id: number;
  readonly from: Entity;
  readonly to: Entity;
  readonly events: readonly RelEvent[];
  readonly relations: readonly Relation[];
  readonly topics: readonly RelEvent[];
}

export interface Data {
  readonly start: { readonly language: "fa" | "en"; readonly focus: string | null };
  readonly totals: { readonly nodes: number; readonly events: number; readonly relations: number; readonly sources: number };
  /** The heaviest first, those without any line last. */
  readonly entities: readonly Entity[];
  /** How many entities have a line. */
  readonly linked: number;
  readonly entity: ReadonlyMap<string, Entity>;
  readonly articles: readonly Article[];
  readonly article: ReadonlyMap<string, Article>;
  readonly events: readonly RelEvent[];
  readonly event: ReadonlyMap<string, RelEvent>;
  readonly relations: readonly Relation[];
  readonly links: readonly Link[];
  readonly linksOf: ReadonlyMap<Entity, readonly Link[]>;
  readonly eventsOf: ReadonlyMap<Entity, readonly RelEvent[]>;
  readonly relationsOf: ReadonlyMap<Entity, readonly Relation[]>;
  readonly statementsOf: (article: Article) => readonly Statement[];
  /** The statements with a claim that denies an event. */
  readonly deniers: (event: RelEvent) => readonly RelEvent[];
}

type Index = number | null;
type ClaimRow = [sentence: number, speaker: Index, via: number[], stance: Index, confidence: number, rule: number, marks: number[], denies: number[]];
type NodeRow = [
  id: string, type: number, fa: string | null, en: string | null, romanised: number, wikidata: string | null, iso2: string | null,
  state: Index, surfaces: string[], latitude: number | null, longitude: number | null,
];
type EventRow = [
  id: string, type: string, mode: Index, mutual: number, actors: number[], recipients: number[], actorStates: number[], recipientStates: number[],
  places: number[], date: string | null, topics: number[], status: number, claims: ClaimRow[],
];
type RelationRow = [
  id: string, subject: number, predicate: number, object: number, qualifier: string | null, status: number,
  start: string | null, end: string | null, claims: ClaimRow[], agrees: number[], contradicts: number[],
];
type KnownRow = [
  subject: number, predicate: number, object: number, qualifier: string | null, start: string | null, end: string | null, open: number, source: Index,
];
type SourceRow = [id: string, title: string, published: string | null, source: Index, url: string | null, language: string | null, text: string | null, copyOf: Index];

interface Payload {
  readonly start: Data["start"];
  readonly totals: Data["totals"];
  readonly nodes: readonly NodeRow[];
  readonly events: readonly EventRow[];
  readonly relations: readonly RelationRow[];
  readonly known: readonly KnownRow[];
  readonly sources: readonly SourceRow[];
  /** Article, start, and the text or its length in the article's own. */
  readonly sentences: readonly [article: Index, start: number, text: string | number][];
  readonly strings: readonly string[];
  readonly types: Readonly<Record<string, Quad>>;
  readonly links: readonly [events: number[], relations: number[], topics: number[]][];
  readonly network: {
    readonly nodes: readonly [x: number, y: number, size: number, shape: string][];
    readonly edges: readonly [from: number, to: number][];
  };
}

/** Reads the JSON block of the page. */
export function readData(text: string): Data {
  const raw = JSON.parse(text) as Payload;
  const reader = new Reader(raw);
  const events = raw.events.map((row) => reader.event(row));
  const relations = raw.relations.map((row) => reader.relation(row));
  const links = raw.links.map(([acts, ties, topics], id): Link => {
    const [from, to] = raw.network.edges[id] ?? [-1, -1];
    return { id, from: must(reader.nodes[from]), to: must(reader.nodes[to]), events: pick(events, acts), relations: pick(relations, ties), topics: pick(events, topics) };
  });
  const linksOf = index(links, (link) => [link.from, link.to]);
  const eventsOf = index(events, (event) => [...event.actors, ...event.recipients, ...event.topics, ...event.places]);
  const relationsOf = index(relations, (relation) => [relation.subject, relation.object]);
  const entities = ranked(reader.nodes, linksOf, eventsOf, relationsOf);
  let told: Map<Article, Statement[]> | null = null;
  let denied: Map<RelEvent, RelEvent[]> | null = null;
  let byEvent: Map<string, RelEvent> | null = null;
  return {
    start: raw.start, totals: raw.totals, entities, linked: linksOf.size, entity: byId(entities), articles: reader.articles,
    article: byId(reader.articles), events, relations, links, linksOf, eventsOf, relationsOf,
    get event() {
      byEvent ??= byId(events);
      return byEvent;
    },
    statementsOf: (article) => {
      told ??= index<Article, Statement>([...events, ...relations], (said) => said.articles.flatMap((article) => article ?? []));
      return told.get(article) ?? [];
    },
    deniers: (event) => {
      denied ??= index<RelEvent, RelEvent>(events, (other) => other.denies.flatMap((place) => events[place] ?? []));
      return denied.get(event) ?? [];
    },
  };
}

/** The entities by weight, which is in how many statements they stand; those without any line come last. */
function ranked(
  nodes: readonly Entity[], linksOf: ReadonlyMap<Entity, unknown>, eventsOf: ReadonlyMap<Entity, readonly unknown[]>,
  relationsOf: ReadonlyMap<Entity, readonly unknown[]>,
): Entity[] {
  for (const node of nodes) node.weight = (eventsOf.get(node)?.length ?? 0) + (relationsOf.get(node)?.length ?? 0);
  const loose = (node: Entity): number => Number(!linksOf.has(node));
  const sorted = [...nodes].sort((a, b) => loose(a) - loose(b) || b.weight - a.weight || (a.id < b.id ? -1 : 1));
  sorted.forEach((node, rank) => {
    node.rank = rank;
  });
  return sorted;
}

class Reader {
  readonly nodes: readonly Entity[];
  readonly articles: readonly Article[];
  readonly #sentences: readonly Sentence[];
  readonly #raw: Payload;

  constructor(raw: Payload) {
    this.#raw = raw;
    this.articles = raw.sources.map(([id, title, published, source, url, language, text]) => ({
      id, title, published, source: this.#string(source), url, language, text, copyOf: null,
    }));
    raw.sources.forEach((row, place) => {
      const copied = row[7];
      if (copied !== null) must(this.articles[place]).copyOf = this.articles[copied] ?? null;
    });
    this.nodes = raw.nodes.map((row, place) => this.#node(row, place));
    raw.nodes.forEach((row, place) => {
      const state = row[7];
      if (state !== null) must(this.nodes[place]).state = this.nodes[state] ?? null;
    });
    this.#sentences = raw.sentences.map(([place, start, held]) => {
      const article = place === null ? null : this.articles[place] ?? null;
      return { article, start, text: typeof held === "string" ? held : (article?.text ?? "").slice(start, start + held) };
    });
  }

  #string(place: Index): string | null {
    return place === null ? null : this.#raw.strings[place] ?? null;
  }

  #node(row: NodeRow, place: number): Entity {
    const [id, type, fa, en, romanised, wikidata, iso2, , surfaces, latitude, longitude] = row;
    const [x, y, size, shape] = must(this.#raw.network.nodes[place]);
    return {
      id, type: this.#string(type) as EntityType, fa, en, romanised: romanised === 1, wikidata, iso2, state: null, surfaces,
      latitude, longitude, spot: { x, y, size, shape }, weight: 0, rank: 0,
    };
  }

  event(row: EventRow): RelEvent {
    return new EventOfRow(this, row, must(this.#raw.types[row[1]]));
  }

  relation(row: RelationRow): Relation {
    return new RelationOfRow(this, row);
  }

  string(place: Index): string | null {
    return this.#string(place);
  }

  /** Where a sentence stands: told of without making the claim, since many are never looked at. */
  articleOf(row: ClaimRow): Article | null {
    return must(this.#sentences[row[0]]).article;
  }

  claim([sentence, speaker, via, stance, confidence, rule, flat, denies]: ClaimRow): Claim {
    const marks: Mark[] = [];
    for (let at = 0; at + 2 < flat.length; at += 3) marks.push([this.#string(flat[at] ?? null) ?? "", flat[at + 1] ?? 0, flat[at + 2] ?? 0]);
    return {
      sentence: must(this.#sentences[sentence]), speaker: speaker === null ? null : this.nodes[speaker] ?? null,
      via: pick(this.nodes, via), stance: this.#string(stance), confidence, rule: this.#string(rule) ?? "", marks, denies,
    };
  }

  known(places: readonly number[]): readonly Known[] {
    return places.map((place) => {
      const [subject, predicate, object, qualifier, start, end, open, source] = must(this.#raw.known[place]);
      return {
        subject: must(this.nodes[subject]), predicate: this.#string(predicate) ?? "", object: must(this.nodes[object]), qualifier, start, end,
        open: open === 1, source: this.#string(source),
      };
    });
  }
}

/** What events and relations have in common. Claims and what follows from them are made when they are asked for. */
abstract class OfRow {
  abstract readonly id: string;
  readonly status: Status;
  readonly confidence: number;
  readonly told: string | null;
  readonly outlets: readonly string[];
  #claims: readonly Claim[] | null = null;

  constructor(protected readonly reader: Reader, status: number, private readonly rows: readonly ClaimRow[]) {
    this.status = reader.string(status) as Status;
    let [best, first] = [0, ""];
    const outlets: string[] = [];
    for (const row of rows) {
      best = Math.max(best, row[4]);
      const article = reader.articleOf(row);
      const day = article?.published?.slice(0, 10) ?? "";
      if (day !== "" && (first === "" || day < first)) first = day;
      const outlet = article?.source ?? "";
      if (!outlets.includes(outlet)) outlets.push(outlet);
    }
    this.confidence = best;
    this.told = first === "" ? null : first;
    this.outlets = outlets;
  }

  get claims(): readonly Claim[] {
    this.#claims ??= this.rows.map((row) => this.reader.claim(row));
    return this.#claims;
  }

  /** What its claims deny. */
  get denies(): readonly number[] {
    return this.rows.flatMap((row) => row[7]);
  }

  /** The articles that tell it, as often as they do. */
  get articles(): readonly (Article | null)[] {
    return this.rows.map((row) => this.reader.articleOf(row));
  }
}

class EventOfRow extends OfRow implements RelEvent {
  readonly kind = "event";
  readonly id: string;
  readonly type: string;
  readonly symmetric: boolean;
  readonly mode: string | null;
  readonly actors: readonly Entity[];
  readonly recipients: readonly Entity[];
  readonly actorStates: readonly Entity[];
  readonly recipientStates: readonly Entity[];
  readonly places: readonly Entity[];
  readonly topics: readonly Entity[];
  readonly date: string | null;
  readonly period: Period | null;

  constructor(reader: Reader, row: EventRow, readonly quad: Quad) {
    super(reader, row[11], row[12]);
    const [id, type, mode, mutual, actors, recipients, actorStates, recipientStates, places, date, topics] = row;
    [this.id, this.type, this.mode, this.symmetric, this.date] = [id, type, reader.string(mode), mutual === 1, date];
    this.actors = pick(reader.nodes, actors);
    this.recipients = pick(reader.nodes, recipients);
    this.actorStates = pick(reader.nodes, actorStates);
    this.recipientStates = pick(reader.nodes, recipientStates);
    this.places = pick(reader.nodes, places);
    this.topics = pick(reader.nodes, topics);
    this.period = (date === null ? null : periodOf(date)) ?? (this.told === null ? null : periodOf(this.told));
  }

  get states(): readonly Entity[] {
    return countries([...this.actors, ...this.recipients, ...this.actorStates, ...this.recipientStates]);
  }
}

class RelationOfRow extends OfRow implements Relation {
  readonly kind = "relation";
  readonly id: string;
  readonly subject: Entity;
  readonly predicate: string;
  readonly object: Entity;
  readonly qualifier: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly period: Period | null;
  readonly agrees: readonly Known[];
  readonly contradicts: readonly Known[];

  constructor(reader: Reader, row: RelationRow) {
    super(reader, row[5], row[8]);
    const [id, subject, predicate, object, qualifier, , start, end] = row;
    [this.id, this.predicate, this.qualifier, this.start, this.end] = [id, reader.string(predicate) ?? "", qualifier, start, end];
    this.agrees = reader.known(row[9]);
    this.contradicts = reader.known(row[10]);
    this.subject = must(reader.nodes[subject]);
    this.object = must(reader.nodes[object]);
    const [from, to] = [start === null ? null : periodOf(start), end === null ? null : periodOf(end)];
    const told = this.told === null ? null : periodOf(this.told);
    this.period = from === null && to === null ? told : { first: from?.first ?? -Infinity, last: to?.last ?? Infinity };
  }

  get states(): readonly Entity[] {
    return countries([this.subject, this.subject.state, this.object, this.object.state]);
  }
}

function countries(parties: readonly (Entity | null)[]): Entity[] {
  const found: Entity[] = [];
  for (const party of parties) if (party?.type === "country" && !found.includes(party)) found.push(party);
  return found;
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("the page's data is damaged");
  return value;
}

const NONE: readonly never[] = [];

function pick<T>(list: readonly T[], places: readonly number[]): readonly T[] {
  return places.length === 0 ? NONE : places.map((place) => must(list[place]));
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function index<K, T>(items: readonly T[], keysOf: (item: T) => readonly K[]): Map<K, T[]> {
  const found = new Map<K, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const list = found.get(key);
      if (list === undefined) found.set(key, [item]);
      // An item that names a key twice has just been put there.
      else if (list[list.length - 1] !== item) list.push(item);
    }
  }
  return found;
}
