// The events as a table: the same data for readers who prefer, or need, text.

import { badge, type Desk, eventName, nameList } from "./cards";
import { articles, csvOf } from "./csv";
import type { Entity, RelEvent } from "./data";
import { bothCalendars, shortDate } from "./dates";
import { download, h } from "./dom";
import { count, nameOf, percent, t } from "./i18n";
import { batches } from "./panel";
import type { Sieve } from "./sieve";
import type { State } from "./state";

type Column = "date" | "type" | "actors" | "recipients" | "place" | "status" | "confidence" | "articles";
const COLUMNS: readonly Column[] = ["date", "type", "actors", "recipients", "place", "status", "confidence", "articles"];
const ROWS = 100;

export class Table {
  #sorted: readonly RelEvent[] = [];
  readonly #rows = h("div", { class: "rows" });
  readonly #caption = h("p", { class: "caption", role: "status" });
  readonly #field: HTMLInputElement;

  constructor(root: HTMLElement, private readonly desk: Desk) {
    this.#field = h("input", { type: "search", id: "table-text", dir: "auto", "data-t-label": "table.filter", "data-t-placeholder": "table.filter",
      oninput: () => desk.store.set({ text: this.#field.value }) });
    const save = (): void => download("events.csv", csvOf(this.#sorted));
    root.append(
      h("div", { class: "table-head" }, this.#caption, this.#field, h("button", { type: "button", id: "csv", "data-t": "action.csv", onclick: save })),
      this.#rows);
  }

  draw(state: State, sieve: Sieve): void {
    const [column, down] = sortOf(state);
    this.#sorted = [...sieve.events].sort((a, b) => compare(a, b, column, down));
    if (this.#field.value !== state.text) this.#field.value = state.text;
    this.#caption.textContent = t("table.caption", { count: count(this.#sorted.length) });
    const body = batches(this.#sorted, (event) => this.#row(event), ROWS, "tbody");
    const rows = body.tagName === "TBODY" ? body : body.querySelector("tbody");
    const more = body.querySelector(":scope > .more");
    const table = h("table", { "aria-label": t("view.table") }, h("thead", {}, h("tr", {}, ...COLUMNS.map((name) => this.#heading(name, column, down)))), rows);
    this.#rows.replaceChildren(this.#sorted.length === 0 ? h("p", { class: "empty" }, t("table.none")) : table, ...(more === null ? [] : [more]));
  }

  #heading(column: Column, by: Column, down: boolean): HTMLElement {
    const name = t(`field.${column}`);
    const sorted = column !== by ? "none" : down ? "descending" : "ascending";
    const sort = (): void => {
      const downwards = column === by ? !down : column === "date" || column === "articles" || column === "confidence";
      this.desk.store.set({ sort: `${downwards ? "-" : ""}${column}` });
      this.#rows.querySelector<HTMLElement>(`th[data-column="${column}"] button`)?.focus();
    };
    return h("th", { scope: "col", "aria-sort": sorted, "data-column": column },
      h("button", { type: "button", title: t("table.sort", { column: name }), onclick: sort }, name));
  }

  #row(event: RelEvent): HTMLElement {
    const open = (): void => this.desk.store.set({ selection: { kind: "event", id: event.id } });
    return h("tr", { "data-event": event.id },
      dateCell(event),
      h("th", { scope: "row" }, h("button", { type: "button", class: `what quad-${event.quad}`, title: t("action.open_event"), onclick: open }, eventName(event))),
      h("td", {}, nameList(event.actors, this.desk)),
      h("td", {}, nameList(event.recipients, this.desk)),
      h("td", {}, nameList(event.places, this.desk)),
      h("td", {}, badge(event.status)),
      h("td", { class: "number" }, percent(event.confidence)),
      h("td", { class: "number" }, count(articles(event))));
  }
}

/** The day of the event; where it isn't known that of its telling, marked as such. */
function dateCell(event: RelEvent): HTMLElement {
  if (event.date !== null) return h("td", { class: "date", title: bothCalendars(event.date) }, shortDate(event.date));
  if (event.told === null) return h("td", { class: "date" }, "–");
  return h("td", { class: "date told", title: bothCalendars(event.told) }, t("table.told", { date: shortDate(event.told) }));
}

function sortOf(state: State): [Column, boolean] {
  const down = state.sort.startsWith("-");
  const column = COLUMNS.find((name) => name === state.sort.replace(/^-/, ""));
  return column === undefined ? ["date", true] : [column, down];
}

function compare(a: RelEvent, b: RelEvent, column: Column, down: boolean): number {
  const [one, other] = [keyOf(a, column), keyOf(b, column)];
  // What is unknown comes last either way.
  if (one === "" || other === "") return Number(one === "") - Number(other === "") || (a.id < b.id ? -1 : 1);
  const order = typeof one === "number" && typeof other === "number" ? one - other : inOrder(String(one), String(other));
  return (down ? -order : order) || (a.id < b.id ? -1 : 1);
}

const collators = new Map<string, Intl.Collator>();

function inOrder(a: string, b: string): number {
  const { lang } = document.documentElement;
  let collator = collators.get(lang);
  if (collator === undefined) {
    collator = new Intl.Collator(lang);
    collators.set(lang, collator);
  }
  return collator.compare(a, b);
}

function keyOf(event: RelEvent, column: Column): string | number {
  switch (column) {
    case "date": return event.date ?? event.told ?? "";
    case "type": return eventName(event);
    case "actors": return names(event.actors);
    case "recipients": return names(event.recipients);
    case "place": return names(event.places);
    case "status": return t(`status.${event.status}`);
    case "confidence": return event.confidence;
    case "articles": return articles(event);
  }
}

function names(entities: readonly Entity[]): string {
  return entities.map(nameOf).join(" ");
}
