// Legend and filters in one: each line says what a colour or shape means, how often it occurs, and switches it.

import type { Data, EntityType, Quad, Status } from "./data";
import { h, icon } from "./dom";
import { count, t } from "./i18n";
import { GLYPHS } from "./looks";
import { quadKey, shownEntities, statusKey, type State, type Store, typeKey } from "./state";

const TYPES = Object.keys(GLYPHS) as EntityType[];
const QUADS: readonly Quad[] = [1, 2, 3, 4];
const STATUSES: readonly Status[] = ["actual", "planned", "conditional", "called_for", "negated"];

/** Draws the whole rail for the state. The keyboard stays on the control that it was on. */
export function drawFilters(root: HTMLElement, data: Data, state: State, store: Store): void {
  const held = document.activeElement instanceof HTMLElement && root.contains(document.activeElement) ? document.activeElement.id : "";
  root.replaceChildren(
    group("filter.entities", ...TYPES.map((type) => switchRow(typeKey(type), typed(type), tally(data.entities, (entity) => entity.type === type), state, store))),
    group("filter.acts", ...QUADS.map((quad) => switchRow(quadKey(quad), swatch(`quad-${quad}`), tally(data.events, (event) => event.quad === quad), state, store)), scale()),
    group("filter.status", ...STATUSES.map((status) => switchRow(statusKey(status), null, tally(data.events, (event) => event.status === status), state, store))),
    group("filter.lines",
      switchRow("line.relation", swatch("relation"), tally(data.links, (link) => link.relations.length > 0), state, store),
      switchRow("line.topic", swatch("topic"), tally(data.links, (link) => link.topics.length > 0), state, store)),
    ...years(data, state, store),
    ...amount(data, state, store),
    h("button", { type: "button", class: "wide", id: "reset", disabled: !isFiltered(state),
      onclick: () => store.set({ off: new Set(), from: null, to: null, top: null, focus: false }) }, t("action.reset")),
  );
  if (held !== "") document.getElementById(held)?.focus();
}

function isFiltered(state: State): boolean {
  return state.off.size > 0 || state.from !== null || state.to !== null || state.top !== null || state.focus;
}

function group(title: string, ...rows: HTMLElement[]): HTMLElement {
  return h("fieldset", {}, h("legend", {}, t(title)), ...rows);
}

function switchRow(key: string, sign: Element | null, size: number, state: State, store: Store): HTMLElement {
  const box = h("input", { type: "checkbox", id: `filter-${key}`, checked: !state.off.has(key), onchange: () => store.toggle(key) });
  return h("label", { class: size === 0 ? "row none" : "row" }, box, sign, h("span", { class: "what" }, t(key)), h("span", { class: "count" }, count(size)));
}

function typed(type: EntityType): Element {
  const sign = icon(GLYPHS[type], true);
  sign.classList.add(`type-${type}`);
  return sign;
}

function swatch(name: string): Element {
  return h("span", { class: `swatch ${name}`, "aria-hidden": "true" });
}

function scale(): HTMLElement {
  const steps = [0, 1, 2, 3, 4].map((step) => h("span", { class: `step balance-${step}` }));
  return h("div", { class: "scale" },
    h("div", {}, h("span", {}, t("scale.cooperation")), ...steps, h("span", {}, t("scale.conflict"))), h("small", {}, t("scale.dashed")));
}

function tally<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.reduce((sum, item) => sum + Number(holds(item)), 0);
}

/** The years that occur, both bounds to choose from. */
function years(data: Data, state: State, store: Store): HTMLElement[] {
  const found = [...new Set(data.events.flatMap((event) => (event.date === null ? [] : [Number(event.date.slice(0, 4))])))].sort((a, b) => a - b);
  if (found.length < 2) return [];
  const choice = (key: "from" | "to"): HTMLElement => {
    const list = h("select", { id: `filter-${key}`, onchange: (event) => {
      const value = (event.target as HTMLSelectElement).value;
      store.set({ [key]: value === "" ? null : Number(value) });
    } }, h("option", { value: "" }, t("filter.any")), ...found.map((year) => h("option", { value: year, selected: state[key] === year }, yearName(year))));
    return h("label", { class: "year" }, h("span", {}, t(`filter.${key}`)), list);
  };
  const bounded = state.from !== null || state.to !== null;
  return [group("filter.time", h("div", { class: "years" }, choice("from"), choice("to")), bounded ? h("small", {}, t("filter.undated")) : h("small", {}))];
}

function yearName(year: number): string {
  return new Intl.NumberFormat(document.documentElement.lang, { useGrouping: false }).format(year);
}

function amount(data: Data, state: State, store: Store): HTMLElement[] {
  const all = data.entities.length;
  const shown = shownEntities(data, state).size;
  if (all <= 30 && data.linked === all) return [];
  const slider = h("input", { type: "range", id: "filter-top", min: 10, max: all, step: 1, "aria-label": t("filter.amount"),
    onchange: (event) => store.set({ top: Number((event.target as HTMLInputElement).value), focus: false }) });
  slider.value = String(state.top ?? shown);
  return [group("filter.amount", slider, h("small", {}, t("filter.top", { shown: count(shown), all: count(all) })))];
}
