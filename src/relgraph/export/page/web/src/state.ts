// What the reader sees: language, view, selection and filters. The address keeps it, so that a link shows the same.

import { type Language, setLanguage } from "./i18n";

export type View = "graph" | "table" | "timeline" | "map" | "matrix";
export const VIEWS: readonly View[] = ["graph", "table", "timeline", "map", "matrix"];

export type Selection =
  | { readonly kind: "node"; readonly id: string }
  | { readonly kind: "link"; readonly from: string; readonly to: string }
  | { readonly kind: "event"; readonly id: string }
  | { readonly kind: "article"; readonly id: string }
  /** The shortest way between two entities. */
  | { readonly kind: "path"; readonly from: string; readonly to: string }
  /** All that one country does to another. */
  | { readonly kind: "states"; readonly from: string; readonly to: string };

export interface State {
  readonly language: Language;
  readonly theme: "light" | "dark" | null;
  readonly view: View;
  readonly selection: Selection | null;
  /** The entity that the picture shows the surroundings of, as far as `hops` lines. */
  readonly focus: string | null;
  readonly hops: 1 | 2;
  /** Filter keys that are switched off: "type.person", "quad.4", "event.ACCUSE", "status.planned", "line.topic". */
  readonly off: ReadonlySet<string>;
  /** First and last day as ISO dates. */
  readonly from: string | null;
  readonly to: string | null;
  /** Percent. */
  readonly confidence: number;
  /** Where not empty: only what one of these outlets tells, and one of these countries takes part in. */
  readonly outlets: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
  /** How many of the heaviest entities are drawn; null for the page's own choice. */
  readonly top: number | null;
  /** Entities that the reader brought into the picture, and took out of it. */
  readonly added: ReadonlySet<string>;
  readonly hidden: ReadonlySet<string>;
  /** What the events of table and timeline must mention. */
  readonly text: string;
  /** The column that the table is sorted by, with a minus in front for descending. */
  readonly sort: string;
}

const NONE: ReadonlySet<string> = new Set();

export const START: State = {
  language: "fa", theme: null, view: "graph", selection: null, focus: null, hops: 1, off: NONE, from: null, to: null, confidence: 0,
  outlets: NONE, countries: NONE, top: null, added: NONE, hidden: NONE, text: "", sort: "-date",
};

/** What filters as they are at the start. */
export const UNFILTERED = {
  off: NONE, from: null, to: null, confidence: 0, outlets: NONE, countries: NONE, text: "",
} as const satisfies Partial<State>;

/** What of the picture as it is at the start. */
export const UNTOUCHED = { top: null, added: NONE, hidden: NONE, focus: null, hops: 1 } as const satisfies Partial<State>;

export function isFiltered(state: State): boolean {
  return state.off.size + state.outlets.size + state.countries.size + state.confidence > 0
    || state.from !== null || state.to !== null || state.text !== "";
}

export function isTouched(state: State): boolean {
  return state.added.size + state.hidden.size > 0 || state.top !== null || state.focus !== null;
}

const SETS = ["off", "outlets", "countries", "added", "hidden"] as const;

/** The state that an address names; what it doesn't name is as in `start`. */
export function fromHash(hash: string, start: State = START): State {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const theme = given.get("theme");
  const language = given.get("lang");
  const view = VIEWS.find((name) => name === given.get("view"));
  const sets = Object.fromEntries(SETS.map((key) => [key, listOf(given.get(key))])) as Pick<State, (typeof SETS)[number]>;
  return {
    language: language === "en" || language === "fa" ? language : start.language,
    theme: theme === "light" || theme === "dark" ? theme : null,
    view: view ?? "graph",
    selection: selectionFrom(given),
    focus: given.get("focus") ?? (given.has("all") ? null : start.focus),
    hops: given.get("hops") === "2" ? 2 : 1,
    ...sets,
    from: dayFrom(given.get("from")),
    to: dayFrom(given.get("to")),
    confidence: Math.min(100, wholeNumber(given.get("confidence")) ?? 0),
    top: wholeNumber(given.get("top")),
    text: given.get("text") ?? "",
    sort: given.get("sort") ?? START.sort,
  };
}

/** Names that may hold commas themselves. */
function listOf(text: string | null): ReadonlySet<string> {
  if (text === null || text === "") return NONE;
  return new Set(text.split(",").map((name) => name.replaceAll("%2C", ",").replaceAll("%25", "%")));
}

function listed(names: ReadonlySet<string>): string {
  return [...names].sort().map((name) => name.replaceAll("%", "%25").replaceAll(",", "%2C")).join(",");
}

function selectionFrom(given: URLSearchParams): Selection | null {
  const [node, other] = [given.get("node"), given.get("with")];
  for (const kind of ["event", "article"] as const) {
    const id = given.get(kind);
    if (id !== null) return { kind, id };
  }
  if (node === null) return null;
  if (other === null) return { kind: "node", id: node };
  const kind = given.has("path") ? "path" : given.has("states") ? "states" : "link";
  return { kind, from: node, to: other };
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null;
}

function dayFrom(text: string | null): string | null {
  return text !== null && /^\d{4}-\d\d-\d\d$/.test(text) ? text : null;
}

/** The address of a state, without what is as at the start. */
export function toHash(state: State, start: State = START): string {
  const named = new URLSearchParams();
  named.set("lang", state.language);
  if (state.theme !== null) named.set("theme", state.theme);
  if (state.view !== "graph") named.set("view", state.view);
  nameSelection(state.selection, named);
  if (state.focus !== null) named.set("focus", state.focus);
  else if (start.focus !== null) named.set("all", "1");
  if (state.hops !== 1) named.set("hops", String(state.hops));
  for (const key of SETS) if (state[key].size > 0) named.set(key, listed(state[key]));
  for (const key of ["from", "to", "top"] as const) if (state[key] !== null) named.set(key, String(state[key]));
  if (state.confidence > 0) named.set("confidence", String(state.confidence));
  if (state.text !== "") named.set("text", state.text);
  if (state.sort !== START.sort) named.set("sort", state.sort);
  return `#${named.toString()}`;
}

function nameSelection(selection: Selection | null, named: URLSearchParams): void {
  if (selection === null) return;
  if (selection.kind === "event" || selection.kind === "article") return named.set(selection.kind, selection.id);
  if (selection.kind === "node") return named.set("node", selection.id);
  named.set("node", selection.from);
  named.set("with", selection.to);
  if (selection.kind !== "link") named.set(selection.kind, "1");
}

type Listener = (state: State, before: State) => void;
const REMEMBERED = 100;

/** Holds the one state, tells those who show it, and can take back what the reader did. */
export class Store {
  #state: State;
  readonly #past: State[] = [];
  readonly #listeners: Listener[] = [];

  constructor(state: State) {
    this.#state = state;
    setLanguage(state.language);
  }

  get state(): State {
    return this.#state;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  listen(listener: Listener): void {
    this.#listeners.push(listener);
  }

  set(change: Partial<State>): void {
    const before = this.#state;
    const next = { ...before, ...change };
    // Language and theme are no steps that one would want to take back.
    if (toHash({ ...next, language: before.language, theme: before.theme }) !== toHash(before)) {
      this.#past.push(before);
      if (this.#past.length > REMEMBERED) this.#past.shift();
    }
    this.#become(next);
  }

  /** Takes the last step back; language and theme stay. */
  undo(): void {
    const last = this.#past.pop();
    if (last !== undefined) this.#become({ ...last, language: this.#state.language, theme: this.#state.theme });
  }

  #become(next: State): void {
    const before = this.#state;
    this.#state = next;
    setLanguage(next.language);
    for (const listener of this.#listeners) listener(next, before);
  }

  /** Puts a name into one of the state's sets, or takes it out. */
  toggle(set: (typeof SETS)[number], name: string): void {
    this.set({ [set]: toggled(this.#state[set], name) });
  }
}

export function toggled(names: ReadonlySet<string>, name: string): ReadonlySet<string> {
  const next = new Set(names);
  if (!next.delete(name)) next.add(name);
  return next;
}
