// The side panel: what is selected, and the events, relations and sentences behind it.

import { byDate, type Desk, entityButton, eventCard, relationCard } from "./cards";
import type { Data, Entity, Link, RelEvent, Relation } from "./data";
import { h, icon } from "./dom";
import { count, nameOf, otherNameOf, t } from "./i18n";
import { GLYPHS, isEmpty, passing } from "./looks";
import { eventShown, relationShown, type State, type Store } from "./state";

const BATCH = 25;
const CLOSE = "M6 6l12 12M18 6L6 18";
const MARKS = ["trigger", "actor", "recipient", "place", "date", "topic", "speaker"];

export class Panel {
  readonly #desk: Desk;

  constructor(private readonly root: HTMLElement, private readonly data: Data, private readonly store: Store) {
    this.#desk = { data, choose: (id) => store.set({ selection: { kind: "node", id } }) };
  }

  /** Draws the panel for the state; without a selection, or with one that the graph lacks, it is closed. */
  draw(state: State): void {
    const content = this.#content(state);
    this.root.hidden = content === null;
    document.body.classList.toggle("with-panel", content !== null);
    this.root.replaceChildren(...(content ?? []));
    this.root.scrollTop = 0;
  }

  /** Moves the keyboard to the panel's heading. */
  enter(): void {
    this.root.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  }

  #content(state: State): HTMLElement[] | null {
    const selection = state.selection;
    if (selection === null) return null;
    if (selection.kind === "node") return this.#node(this.data.entity.get(selection.id), state);
    if (selection.kind === "event") return this.#event(this.data.event.get(selection.id));
    const link = (this.data.linksOf.get(selection.from) ?? []).find(({ from, to }) => {
      return (from === selection.from && to === selection.to) || (from === selection.to && to === selection.from);
    });
    return this.#link(link, state);
  }

  #node(entity: Entity | undefined, state: State): HTMLElement[] | null {
    if (entity === undefined) return null;
    const events = (this.data.eventsOf.get(entity.id) ?? []).filter((event) => eventShown(state, event)).sort(byDate);
    const relations = (this.data.relationsOf.get(entity.id) ?? []).filter((relation) => relationShown(state, relation));
    return [
      this.#head(h("span", {}, icon(GLYPHS[entity.type], true), t(`type.${entity.type}`)), h("bdi", {}, nameOf(entity))),
      this.#about(entity),
      h("button", { type: "button", class: "wide", "aria-pressed": String(state.focus), onclick: () => this.store.set({ focus: !state.focus }) },
        t(state.focus ? "action.unfocus" : "action.focus")),
      ...this.#neighbours(entity, state),
      ...this.#statements(relations, events, [], this.#known(entity)),
    ];
  }

  #known(entity: Entity): boolean {
    return this.data.eventsOf.has(entity.id) || this.data.relationsOf.has(entity.id);
  }

  #about(entity: Entity): HTMLElement {
    const other = otherNameOf(entity);
    const surfaces = entity.surfaces.filter((surface) => surface !== entity.fa && surface !== entity.en);
    const rows: [string, HTMLElement][] = [];
    if (entity.state !== null) rows.push([t("field.state"), entityButton(entity.state, this.#desk)]);
    if (surfaces.length > 0) {
      const shown = surfaces.slice(0, 12).flatMap((surface, place) => [place === 0 ? "" : t("list.comma"), h("bdi", {}, surface)]);
      rows.push([t("field.surfaces"), h("span", {}, ...shown, surfaces.length > 12 ? " …" : "")]);
    }
    if (entity.wikidata !== null) rows.push(["Wikidata", wikidata(entity.wikidata)]);
    return h("div", { class: "about" },
      other === null ? null : h("p", { class: "other" }, h("bdi", {}, other), entity.romanised ? ` (${t("panel.romanised")})` : null),
      rows.length === 0 ? null : h("dl", {}, ...rows.flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)])));
  }

  #neighbours(entity: Entity, state: State): HTMLElement[] {
    const found = (this.data.linksOf.get(entity.id) ?? [])
      .map((link) => ({ link, found: passing(link, state), other: link.from === entity.id ? link.to : link.from }))
      .filter((row) => !isEmpty(row.found))
      .sort((a, b) => weight(b.found) - weight(a.found) || (a.other < b.other ? -1 : 1));
    if (found.length === 0) return [];
    const row = ({ link, other, found: behind }: (typeof found)[number]): HTMLElement => {
      const name = this.data.entity.get(other);
      const choose = (): void => this.store.set({ selection: { kind: "link", from: link.from, to: link.to }, focus: false });
      return h("li", {}, h("button", { type: "button", class: "neighbour", onclick: choose },
        h("bdi", {}, name === undefined ? other : nameOf(name)),
        h("span", { class: "count" }, count(behind.events.length + behind.relations.length + behind.topics.length))));
    };
    return [section(t("panel.neighbours"), found.length, batches(found, row, 8, "ul"))];
  }

  #link(link: Link | undefined, state: State): HTMLElement[] | null {
    if (link === undefined) return null;
    const found = passing(link, state);
    const both = link.events.some((event) => event.recipients.includes(link.to) && !event.symmetric);
    const [first, second] = both ? [link.from, link.to] : [link.to, link.from];
    const title = [entityButton(first, this.#desk), h("span", { class: "arrow both" }), entityButton(second, this.#desk)];
    const statements = this.#statements(found.relations, [...found.events].sort(byDate), [...found.topics].sort(byDate), true);
    return [this.#head(null, ...title), ...statements];
  }

  #event(event: RelEvent | undefined): HTMLElement[] | null {
    if (event === undefined) return null;
    return [this.#head(null, t("panel.event")), eventCard(event, this.#desk), legend()];
  }

  #statements(relations: readonly Relation[], events: readonly RelEvent[], topics: readonly RelEvent[], known: boolean): HTMLElement[] {
    const parts: HTMLElement[] = [];
    const card = (event: RelEvent): HTMLElement => eventCard(event, this.#desk);
    if (events.length > 0) parts.push(section(t("panel.events"), events.length, batches(events, card)));
    if (relations.length > 0) {
      parts.push(section(t("panel.relations"), relations.length, batches(relations, (relation) => relationCard(relation, this.#desk))));
    }
    if (topics.length > 0) parts.push(section(t("panel.topics"), topics.length, batches(topics, card)));
    if (parts.length === 0) return [h("p", { class: "empty" }, t(known ? "filter.hidden" : "panel.nothing"))];
    return [...parts, legend()];
  }

  #head(kind: HTMLElement | null, ...title: (HTMLElement | string)[]): HTMLElement {
    const close = h("button", { type: "button", class: "plain", "aria-label": t("action.close"), title: t("action.close"),
      onclick: () => this.store.set({ selection: null, focus: false }) }, icon(CLOSE));
    return h("header", { class: "head" }, h("div", {}, kind, h("h2", { tabindex: -1 }, ...title)), close);
  }
}

function weight(found: ReturnType<typeof passing>): number {
  return found.events.length * 100 + found.relations.length * 10 + found.topics.length;
}

function wikidata(id: string): HTMLElement {
  if (!/^Q\d+$/.test(id)) return h("bdi", {}, id);
  return h("a", { href: `https://www.wikidata.org/wiki/${id}`, target: "_blank", rel: "noopener noreferrer" }, id);
}

function section(title: string, size: number, body: HTMLElement): HTMLElement {
  return h("section", {}, h("h3", {}, title, " ", h("span", { class: "count" }, count(size))), body);
}

/** The first few items, and a button that brings the next ones, until all are there. Each is drawn when its turn comes. */
export function batches<T>(items: readonly T[], draw: (item: T) => HTMLElement, size = BATCH, tag: "div" | "ul" | "tbody" = "div"): HTMLElement {
  const list = h(tag, {}, ...items.slice(0, size).map(draw));
  if (items.length <= size) return list;
  let next = size;
  const more = h("button", { type: "button", class: "wide more" }, t("action.more", { count: count(items.length - next) }));
  more.addEventListener("click", () => {
    const added = items.slice(next, next + BATCH).map(draw);
    const first = added[0];
    list.append(...added);
    next += BATCH;
    more.textContent = t("action.more", { count: count(items.length - next) });
    if (next >= items.length) more.remove();
    (first?.querySelector<HTMLElement>("button") ?? first)?.focus();
  });
  return h("div", {}, list, more);
}

function legend(): HTMLElement {
  return h("p", { class: "marks" }, h("span", {}, t("panel.marks"), ": "),
    ...MARKS.flatMap((role) => [h("span", { class: `mark ${role}` }, t(`role.${role}`)), " "]));
}
