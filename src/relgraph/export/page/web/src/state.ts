// What the reader sees: language, view, selection and filters. The address keeps it, so that a link shows the same.

import type { Data, EntityType, Quad, RelEvent, Relation, Status } from "./data";
import { type Language, setLanguage } from "./i18n";

export type Selection =
  | { readonly kind: "node"; readonly id: string }
  | { readonly kind: "link"; readonly from: string; readonly to: string }
  | { readonly kind: "event"; readonly id: string };

export interface State {
  readonly language: Language;
  readonly theme: "light" | "dark" | null;
  readonly view: "graph" | "table";
  readonly selection: Selection | null;
  readonly focus: boolean;
  /** Filter keys that are switched off: "type.person", "quad.4", "status.planned", "line.topic". */
  readonly off: ReadonlySet<string>;
  readonly from: number | null;
  readonly to: number | null;
  /** How many of the heaviest entities are drawn; null for the page's own choice. */
  readonly top: number | null;
}

export const START: State = {
  language: "fa", theme: null, view: "graph", selection: null, focus: false, off: new Set(), from: null, to: null, top: null,
};

/** The state that an address names; what it doesn't name is as at the start. */
export function fromHash(hash: string): State {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const theme = given.get("theme");
  return {
    language: given.get("lang") === "en" ? "en" : "fa",
    theme: theme === "light" || theme === "dark" ? theme : null,
    view: given.get("view") === "table" ? "table" : "graph",
    selection: selectionFrom(given),
    focus: given.has("focus"),
    off: new Set((given.get("off") ?? "").split(",").filter((key) => key !== "")),
    from: wholeNumber(given.get("from")),
    to: wholeNumber(given.get("to")),
    top: wholeNumber(given.get("top")),
  };
}

function selectionFrom(given: URLSearchParams): Selection | null {
  const node = given.get("node");
  const other = given.get("with");
  const event = given.get("event");
  if (event !== null) return { kind: "event", id: event };
  if (node === null) return null;
  return other === null ? { kind: "node", id: node } : { kind: "link", from: node, to: other };
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null;
}

/** The address of a state, without what is as at the start. */
export function toHash(state: State): string {
  const named = new URLSearchParams();
  named.set("lang", state.language);
  if (state.theme !== null) named.set("theme", state.theme);
  if (state.view !== "graph") named.set("view", state.view);
  if (state.selection?.kind === "event") named.set("event", state.selection.id);
  if (state.selection?.kind === "node") named.set("node", state.selection.id);
  if (state.selection?.kind === "link") {
    named.set("node", state.selection.from);
    named.set("with", state.selection.to);
  }
  if (state.focus) named.set("focus", "1");
  if (state.off.size > 0) named.set("off", [...state.off].sort().join(","));
  for (const key of ["from", "to", "top"] as const) if (state[key] !== null) named.set(key, String(state[key]));
  return `#${named.toString()}`;
}

/** Holds the one state and tells those who show it. */
export class Store {
  #state: State;
  readonly #listeners: ((state: State, before: State) => void)[] = [];

  constructor(state: State) {
    this.#state = state;
    setLanguage(state.language);
  }

  get state(): State {
    return this.#state;
  }

  listen(listener: (state: State, before: State) => void): void {
    this.#listeners.push(listener);
  }

  set(change: Partial<State>): void {
    const before = this.#state;
    this.#state = { ...before, ...change };
    setLanguage(this.#state.language);
    for (const listener of this.#listeners) listener(this.#state, before);
  }

  toggle(key: string): void {
    const off = new Set(this.#state.off);
    if (!off.delete(key)) off.add(key);
    this.set({ off });
  }
}

// ---- what the filters let through

export const typeKey = (type: EntityType): string => `type.${type}`;
export const quadKey = (quad: Quad): string => `quad.${quad}`;
export const statusKey = (status: Status): string => `status.${status}`;

export function eventShown(state: State, event: RelEvent): boolean {
  if (state.off.has(quadKey(event.quad)) || state.off.has(statusKey(event.status))) return false;
  return inYears(state, event.date);
}

export function relationShown(state: State, relation: Relation): boolean {
  return !state.off.has("line.relation") && !state.off.has(statusKey(relation.status));
}

function inYears(state: State, date: string | null): boolean {
  if (state.from === null && state.to === null) return true;
  if (date === null) return false;
  const year = Number(date.slice(0, 4));
  return year >= (state.from ?? 0) && year <= (state.to ?? 9999);
}

/** How many of the entities with lines are drawn at first: few enough to read. */
export const BACKBONE = 120;

/** The entities that may be drawn: heavy enough, of a type that is on, and in ego view near the selected one. */
export function shownEntities(data: Data, state: State): Set<string> {
  const selected = selectedEntities(data, state);
  const near = state.focus ? neighbourhood(data, selected) : null;
  const shown = new Set<string>();
  const top = state.top ?? Math.min(BACKBONE, data.linked);
  data.entities.forEach((entity, rank) => {
    if (selected.has(entity.id)) shown.add(entity.id);
    else if (state.off.has(typeKey(entity.type))) return;
    else if (near === null ? rank < top : near.has(entity.id)) shown.add(entity.id);
  });
  return shown;
}

/** The entities that the selection is about. */
export function selectedEntities(data: Data, state: State): Set<string> {
  const selection = state.selection;
  if (selection === null) return new Set();
  if (selection.kind === "node") return new Set([selection.id]);
  if (selection.kind === "link") return new Set([selection.from, selection.to]);
  const event = data.event.get(selection.id);
  return new Set(event === undefined ? [] : [...event.actors, ...event.recipients]);
}

export function neighbourhood(data: Data, ids: ReadonlySet<string>): Set<string> {
  const near = new Set(ids);
  for (const id of ids) {
    for (const link of data.linksOf.get(id) ?? []) near.add(link.from).add(link.to);
  }
  return near;
}

/** Whether the types of an event's parties are all on. */
export function shownTypes(data: Data, state: State, event: RelEvent): boolean {
  return [...event.actors, ...event.recipients].every((id) => {
    const entity = data.entity.get(id);
    return entity === undefined || !state.off.has(typeKey(entity.type));
  });
}
