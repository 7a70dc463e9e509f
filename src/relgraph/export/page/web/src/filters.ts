// Legend and filters in one: each line says what a colour or shape means, how often it occurs, and switches it.

import type { Data, Entity, EntityType, Quad, RelEvent, Status } from "./data";
import { h, icon } from "./dom";
import { words } from "./fold";
import { TimeBrush } from "./histogram";
import { count, nameOf, percent, t } from "./i18n";
import { glyphOf, TYPES } from "./looks";
import { actKey, quadKey, type Sieve, statusKey, typeKey } from "./sieve";
import { isFiltered, isTouched, type State, type Store, UNFILTERED, UNTOUCHED } from "./state";
import type { Drawn } from "./visible";

const QUADS: readonly Quad[] = [1, 2, 3, 4];
const STATUSES: readonly Status[] = ["actual", "planned", "conditional", "called_for", "negated"];
const LONG = 10;

export class Filters {
  readonly #brush: TimeBrush;
  /** The lists that the reader opened, and what was typed to shorten them. */
  readonly #open = new Set<string>();
  readonly #typed = new Map<string, string>();

  constructor(private readonly root: HTMLElement, private readonly data: Data, private readonly store: Store) {
    this.#brush = new TimeBrush(data, store);
  }

  /** Draws the whole rail for the state. The keyboard stays on the control that it was on. */
  draw(state: State, sieve: Sieve, picture: Drawn): void {
    const active = document.activeElement;
    const held = active instanceof HTMLElement && this.root.contains(active) ? active.id : "";
    const top = this.root.scrollTop;
    this.root.replaceChildren(
      h("div", { class: "rail-head" }, h("h2", {}, t("action.filters")), this.#reset(state)),
      this.#entities(state, sieve), this.#acts(state, sieve), this.#time(state, sieve), this.#statuses(state, sieve),
      this.#confidence(state), ...this.#outlets(state, sieve), ...this.#countries(state, sieve), this.#lines(state), ...this.#amount(state, picture),
    );
    this.root.scrollTop = top;
    if (held !== "") document.getElementById(held)?.focus({ preventScroll: true });
  }

  #reset(state: State): HTMLElement {
    return h("button", { type: "button", id: "reset", disabled: !isFiltered(state) && !isTouched(state),
      onclick: () => this.store.set({ ...UNFILTERED, ...UNTOUCHED }) }, t("action.reset"));
  }

  #entities(state: State, sieve: Sieve): HTMLElement {
    const seen = partakers(this.data, sieve, isFiltered(state));
    return group("filter.entities", ...TYPES.map((type) => {
      return this.#switch(typeKey(type), typed(type), tally(seen, (entity) => entity.type === type), state);
    }));
  }

  #acts(state: State, sieve: Sieve): HTMLElement {
    const events = this.data.events.filter((event) => sieve.passesBut(event, "act"));
    return group("filter.acts", ...QUADS.flatMap((quad) => {
      const row = this.#switch(quadKey(quad), swatch(`quad-${quad}`), tally(events, (event) => event.quad === quad), state);
      const types = [...new Set(this.data.events.filter((event) => event.quad === quad).map((event) => event.type))].sort();
      if (types.length === 0) return [row];
      const rows = types.map((type) => this.#switch(actKey(type), null, tally(events, (event) => event.type === type), state));
      return this.#fold(quadKey(quad), row, rows);
    }), scale());
  }

  /** A list that a button at the end of its line opens, and that stays open. */
  #fold(key: string, row: HTMLElement, rows: readonly HTMLElement[]): HTMLElement[] {
    const list = h("div", { class: "inner", id: `inner-${key}`, role: "group", "aria-label": t(key) }, ...rows);
    const button = h("button", { type: "button", class: "fold", id: `fold-${key}`, "aria-controls": `inner-${key}`, "aria-label": `${t(key)}: ${t("filter.types")}` });
    const set = (): void => {
      list.hidden = !this.#open.has(key);
      button.setAttribute("aria-expanded", String(!list.hidden));
    };
    button.addEventListener("click", () => {
      if (!this.#open.delete(key)) this.#open.add(key);
      set();
    });
    set();
    return [h("div", { class: "with-fold" }, row, button), list];
  }

  #time(state: State, sieve: Sieve): HTMLElement {
    return group("filter.time", ...this.#brush.draw(state, sieve));
  }

  #statuses(state: State, sieve: Sieve): HTMLElement {
    const events = this.data.events.filter((event) => sieve.passesBut(event, "status"));
    return group("filter.status", ...STATUSES.map((status) => {
      return this.#switch(statusKey(status), swatch(`status-${status}`), tally(events, (event) => event.status === status), state);
    }));
  }

  #confidence(state: State): HTMLElement {
    const share = h("output", { for: "filter-confidence" }, percent(state.confidence / 100));
    const slider = h("input", { type: "range", id: "filter-confidence", min: 0, max: 100, step: 5, "aria-label": t("filter.confidence"),
      oninput: (event) => { share.textContent = percent(Number((event.target as HTMLInputElement).value) / 100); },
      onchange: (event) => this.store.set({ confidence: Number((event.target as HTMLInputElement).value) }) });
    slider.value = String(state.confidence);
    return group("filter.confidence", h("div", { class: "slider" }, slider, share));
  }

  #outlets(state: State, sieve: Sieve): HTMLElement[] {
    const sizes = tallies(this.data.events.filter((event) => sieve.passesBut(event, "outlet")), (event) => event.outlets);
    const names = [...new Set(this.data.articles.map((article) => article.source ?? ""))];
    if (names.length < 2) return [];
    const rows = names.map((name) => ({ key: name, name: name === "" ? t("filter.no_outlet") : name, size: sizes.get(name) ?? 0 }));
    return [this.#only("outlets", rows, state.outlets)];
  }

  #countries(state: State, sieve: Sieve): HTMLElement[] {
    const sizes = tallies(this.data.events.filter((event) => sieve.passesBut(event, "country")), (event) => event.states);
    const all = this.data.entities.filter((entity) => entity.type === "country");
    const rows = all.map((entity) => ({ key: entity.id, name: nameOf(entity), size: sizes.get(entity) ?? 0 })).filter(({ key, size }) => size > 0 || state.countries.has(key));
    return rows.length < 2 ? [] : [this.#only("countries", rows, state.countries)];
  }

  /** A list of which nothing chosen means everything. */
  #only(set: "outlets" | "countries", rows: readonly { key: string; name: string; size: number }[], chosen: ReadonlySet<string>): HTMLElement {
    const sorted = [...rows].sort((a, b) => Number(chosen.has(b.key)) - Number(chosen.has(a.key)) || b.size - a.size || (a.key < b.key ? -1 : 1));
    const list = h("div", { class: "long" }, ...sorted.map(({ key, name, size }) => {
      const box = h("input", { type: "checkbox", id: `filter-${set}-${key}`, checked: chosen.has(key), onchange: () => this.store.toggle(set, key) });
      return h("label", { class: size === 0 ? "row none" : "row" }, box, h("bdi", { class: "what" }, name), h("span", { class: "count" }, count(size)));
    }));
    const parts: HTMLElement[] = [list];
    if (rows.length > LONG) {
      const field = h("input", { type: "text", id: `shorten-${set}`, class: "shorten", "aria-label": t("action.search"), placeholder: t("action.search"), dir: "auto" });
      field.value = this.#typed.get(set) ?? "";
      const shorten = (): void => {
        this.#typed.set(set, field.value);
        const query = words(field.value).join("");
        [...list.children].forEach((row, at) => { (row as HTMLElement).hidden = !words(sorted[at]?.name ?? "").join("").includes(query); });
      };
      field.addEventListener("input", shorten);
      shorten();
      parts.unshift(field);
    }
    return group(`filter.${set}`, h("small", {}, t(chosen.size === 0 ? "filter.all" : "filter.only", { count: count(chosen.size) })), ...parts);
  }

  #lines(state: State): HTMLElement {
    return group("filter.lines",
      this.#switch("line.relation", swatch("relation"), tally(this.data.links, (link) => link.relations.length > 0), state),
      this.#switch("line.topic", swatch("topic"), tally(this.data.links, (link) => link.topics.length > 0), state));
  }

  #amount(state: State, picture: Drawn): HTMLElement[] {
    const all = this.data.entities.length;
    if (all <= 30) return [];
    const shown = h("output", { for: "filter-top" }, t("filter.top", { shown: count(picture.entities.length), all: count(all) }));
    const slider = h("input", { type: "range", id: "filter-top", min: 10, max: Math.min(all, 2000), step: 10, "aria-label": t("filter.amount"),
      oninput: (event) => { shown.textContent = t("filter.top", { shown: count(Number((event.target as HTMLInputElement).value)), all: count(all) }); },
      onchange: (event) => this.store.set({ top: Number((event.target as HTMLInputElement).value), focus: null }) });
    slider.value = String(state.top ?? picture.entities.length);
    return [group("filter.amount", h("div", { class: "slider" }, slider), shown)];
  }

  #switch(key: string, sign: Element | null, size: number, state: State): HTMLElement {
    const box = h("input", { type: "checkbox", id: `filter-${key}`, checked: !state.off.has(key), onchange: () => this.store.toggle("off", key) });
    return h("label", { class: size === 0 ? "row none" : "row" }, box, sign, h("span", { class: "what" }, t(key)), h("span", { class: "count" }, count(size)));
  }
}

/** The entities that take part in what passes, whatever their own type's switch says; all of them where nothing is filtered. */
function partakers(data: Data, sieve: Sieve, filtered: boolean): readonly Entity[] {
  if (!filtered) return data.entities;
  const found = new Set<Entity>();
  for (const event of data.events) {
    if (!sieve.passesBut(event, "entity")) continue;
    for (const entity of event.actors) found.add(entity);
    for (const entity of event.recipients) found.add(entity);
    for (const entity of event.topics) found.add(entity);
    for (const entity of event.places) found.add(entity);
  }
  for (const relation of data.relations) if (sieve.passesBut(relation, "entity")) found.add(relation.subject).add(relation.object);
  return [...found];
}

function group(title: string, ...rows: (HTMLElement | null)[]): HTMLElement {
  return h("fieldset", {}, h("legend", {}, t(title)), ...rows);
}

function typed(type: EntityType): Element {
  const sign = icon(glyphOf(type), true);
  sign.classList.add(`type-${type}`);
  return sign;
}

function swatch(name: string): Element {
  return h("span", { class: `swatch ${name}`, "aria-hidden": "true" });
}

function scale(): HTMLElement {
  const steps = [0, 1, 2, 3, 4].map((step) => h("span", { class: `step balance-${step}` }));
  return h("div", { class: "scale", "aria-hidden": "true" },
    h("div", {}, h("span", {}, t("scale.cooperation")), ...steps, h("span", {}, t("scale.conflict"))));
}

function tally<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.reduce((sum, item) => sum + Number(holds(item)), 0);
}

function tallies<K>(events: readonly RelEvent[], keysOf: (event: RelEvent) => readonly K[]): Map<K, number> {
  const sizes = new Map<K, number>();
  for (const event of events) for (const key of keysOf(event)) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  return sizes;
}
