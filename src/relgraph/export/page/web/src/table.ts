// The events as a table: the same data for readers who prefer, or need, text.

import { badge, type Desk, eventName, nameList } from "./cards";
import type { Data, RelEvent } from "./data";
import { shortDate } from "./dates";
import { h } from "./dom";
import { count, nameOf, t } from "./i18n";
import { batches } from "./panel";
import { eventShown, shownTypes, type State, type Store } from "./state";

type Column = "date" | "type" | "actors" | "recipients" | "place" | "status" | "articles";
const COLUMNS: readonly Column[] = ["date", "type", "actors", "recipients", "place", "status", "articles"];
const ROWS = 100;

export class Table {
  #column: Column = "date";
  #down = true;
  readonly #desk: Desk;

  constructor(private readonly root: HTMLElement, private readonly data: Data, private readonly store: Store) {
    this.#desk = { data, choose: (id) => store.set({ selection: { kind: "node", id } }) };
  }

  draw(state: State): void {
    const events = this.data.events.filter((event) => eventShown(state, event) && shownTypes(this.data, state, event));
    const sorted = [...events].sort((a, b) => this.#compare(a, b));
    const body = batches(sorted, (event) => this.#row(event), ROWS, "tbody");
    const rows = body.tagName === "TBODY" ? body : body.querySelector("tbody");
    const more = body.querySelector(":scope > .more");
    const table = h("table", {}, h("caption", {}, t("table.caption", { count: count(events.length) })),
      h("thead", {}, h("tr", {}, ...COLUMNS.map((column) => this.#heading(column)))), rows);
    this.root.replaceChildren(events.length === 0 ? h("p", { class: "empty" }, t("table.none")) : table, ...(more === null ? [] : [more]));
  }

  #heading(column: Column): HTMLElement {
    const name = t(`field.${column}`);
    const sorted = column !== this.#column ? "none" : this.#down ? "descending" : "ascending";
    const sort = (): void => {
      this.#down = column === this.#column ? !this.#down : column === "date" || column === "articles";
      this.#column = column;
      this.draw(this.store.state);
      this.root.querySelector<HTMLElement>(`th[data-column="${column}"] button`)?.focus();
    };
    return h("th", { scope: "col", "aria-sort": sorted, "data-column": column },
      h("button", { type: "button", title: t("table.sort", { column: name }), onclick: sort }, name));
  }

  #row(event: RelEvent): HTMLElement {
    const open = (): void => this.store.set({ selection: { kind: "event", id: event.id } });
    return h("tr", { "data-event": event.id },
      h("td", { class: "date" }, event.date === null ? "–" : shortDate(event.date)),
      h("th", { scope: "row" }, h("button", { type: "button", class: `what quad-${event.quad}`, title: t("action.open_event"), onclick: open }, eventName(event))),
      h("td", {}, nameList(event.actors, this.#desk)),
      h("td", {}, nameList(event.recipients, this.#desk)),
      h("td", {}, nameList(event.places, this.#desk)),
      h("td", {}, badge(event.status)),
      h("td", { class: "number" }, count(articles(event))));
  }

  #compare(a: RelEvent, b: RelEvent): number {
    const [one, other] = [this.#key(a), this.#key(b)];
    // What is unknown comes last either way.
    if (one === "" || other === "") return Number(one === "") - Number(other === "");
    const order = typeof one === "number" && typeof other === "number" ? one - other : String(one).localeCompare(String(other), document.documentElement.lang);
    return (this.#down ? -order : order) || (a.id < b.id ? -1 : 1);
  }

  #key(event: RelEvent): string | number {
    switch (this.#column) {
      case "date": return event.date ?? "";
      case "type": return eventName(event);
      case "actors": return this.#names(event.actors);
      case "recipients": return this.#names(event.recipients);
      case "place": return this.#names(event.places);
      case "status": return t(`status.${event.status}`);
      case "articles": return articles(event);
    }
  }

  #names(ids: readonly string[]): string {
    return ids.map((id) => {
      const entity = this.data.entity.get(id);
      return entity === undefined ? id : nameOf(entity);
    }).join(" ");
  }
}

function articles(event: RelEvent): number {
  return new Set(event.claims.map((claim) => claim.article)).size;
}
