// The side panel: what is selected, and the events, relations and sentences behind it.

import { articleBody } from "./article";
import { byDate, type Desk, entityButton, eventCard, facts, relationCard } from "./cards";
import type { Article, Entity, Link, RelEvent, Relation } from "./data";
import { h, icon } from "./dom";
import { count, nameOf, otherNameOf, t } from "./i18n";
import { glyphOf } from "./looks";
import { pathBetween } from "./path";
import { isEmpty, type Sieve } from "./sieve";
import type { State } from "./state";
import { strength } from "./visible";

const BATCH = 25;
const FEW = 8;
const CLOSE = "M6 6l12 12M18 6L6 18";
const BACK = "M9 7L4 12l5 5M4 12h11a5 5 0 0 1 0 10h-3";
const MARKS = ["trigger", "actor", "recipient", "place", "date", "topic", "speaker"];

/** What the panel's buttons do to the picture. */
export interface Acts {
  expand(entity: Entity): void;
  hide(entity: Entity): void;
  focus(entity: Entity, hops: 1 | 2): void;
  leaveFocus(): void;
  findPath(from: Entity): void;
}

export class Panel {
  constructor(private readonly root: HTMLElement, private readonly desk: Desk, private readonly acts: Acts) {}

  /** Draws the panel for the state; without a selection, or with one that the graph lacks, it is closed. */
  draw(state: State, sieve: Sieve): void {
    const content = this.#content(state, sieve);
    this.root.hidden = content === null;
    document.body.classList.toggle("with-panel", content !== null);
    const top = this.root.scrollTop;
    this.root.replaceChildren(...(content ?? []));
    this.root.scrollTop = top;
  }

  /** Moves the keyboard to the panel's heading. */
  enter(): void {
    this.root.scrollTop = 0;
    this.root.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  }

  #content(state: State, sieve: Sieve): HTMLElement[] | null {
    const { selection } = state;
    const { data } = this.desk;
    if (selection === null) return null;
    switch (selection.kind) {
      case "node": return this.#node(data.entity.get(selection.id), state, sieve);
      case "event": return this.#event(data.event.get(selection.id));
      case "article": return this.#article(data.article.get(selection.id));
      case "link": return this.#link(linkBetween(this.desk, selection.from, selection.to), sieve);
      case "path": return this.#path(data.entity.get(selection.from), data.entity.get(selection.to), sieve);
      case "states": return this.#states(data.entity.get(selection.from), data.entity.get(selection.to), sieve);
    }
  }

  #node(entity: Entity | undefined, state: State, sieve: Sieve): HTMLElement[] | null {
    if (entity === undefined) return null;
    const events = (this.desk.data.eventsOf.get(entity) ?? []).filter((event) => sieve.passes(event)).sort(byDate);
    const relations = (this.desk.data.relationsOf.get(entity) ?? []).filter((relation) => sieve.passes(relation));
    return [
      this.#head(h("span", {}, icon(glyphOf(entity.type), true), t(`type.${entity.type}`)), h("bdi", {}, nameOf(entity))),
      this.#about(entity),
      this.#actions(entity, state),
      balanceBar(events),
      ...this.#neighbours(entity, sieve),
      ...this.#statements(relations, events, [], entity.weight > 0),
    ];
  }

  #about(entity: Entity): HTMLElement {
    const other = otherNameOf(entity);
    const surfaces = entity.surfaces.filter((surface) => surface !== entity.fa && surface !== entity.en);
    const wordings = surfaces.slice(0, 12).flatMap((surface, place) => [place === 0 ? "" : t("list.comma"), h("bdi", {}, surface)]);
    return h("div", { class: "about" },
      other === null ? null : h("p", { class: "other" }, h("bdi", {}, other), entity.romanised ? ` (${t("panel.romanised")})` : null),
      facts([
        ["state", entity.state === null ? null : entityButton(entity.state, this.desk)],
        ["surfaces", surfaces.length === 0 ? null : h("span", {}, ...wordings, surfaces.length > 12 ? " …" : "")],
        ["wikidata", entity.wikidata === null ? null : wikidata(entity.wikidata)],
      ]));
  }

  #actions(entity: Entity, state: State): HTMLElement {
    const button = (name: string, act: () => void, pressed: boolean | null = null): HTMLElement => {
      return h("button", { type: "button", "data-act": name, "aria-pressed": pressed === null ? null : String(pressed), onclick: act }, t(`action.${name}`));
    };
    const focused = (hops: 1 | 2): boolean => state.focus === entity.id && state.hops === hops;
    const focus = (hops: 1 | 2) => (): void => focused(hops) ? this.acts.leaveFocus() : this.acts.focus(entity, hops);
    return h("div", { class: "actions", role: "group", "aria-label": t("panel.actions") },
      button("expand", () => this.acts.expand(entity)), button("focus1", focus(1), focused(1)), button("focus2", focus(2), focused(2)),
      button("path", () => this.acts.findPath(entity)), button("hide", () => this.acts.hide(entity)));
  }

  #neighbours(entity: Entity, sieve: Sieve): HTMLElement[] {
    const found = (this.desk.data.linksOf.get(entity) ?? [])
      .map((link) => ({ link, found: sieve.of(link), other: link.from === entity ? link.to : link.from }))
      .filter((row) => !isEmpty(row.found))
      .sort((a, b) => strength(b.found) - strength(a.found) || a.other.rank - b.other.rank);
    if (found.length === 0) return [];
    const row = ({ link, other, found: behind }: (typeof found)[number]): HTMLElement => {
      const choose = (): void => this.desk.store.set({ selection: { kind: "link", from: link.from.id, to: link.to.id } });
      return h("li", {}, h("button", { type: "button", class: "neighbour", onclick: choose },
        signOf(other), h("bdi", {}, nameOf(other)),
        h("span", { class: "count" }, count(behind.events.length + behind.relations.length + behind.topics.length))));
    };
    return [section(t("panel.neighbours"), found.length, batches(found, row, FEW, "ul"))];
  }

  #link(link: Link | undefined, sieve: Sieve): HTMLElement[] | null {
    if (link === undefined) return null;
    const found = sieve.of(link);
    const events = [...found.events].sort(byDate);
    return [
      this.#head(null, entityButton(link.from, this.desk), h("span", { class: "arrow both" }), entityButton(link.to, this.desk)),
      balanceBar(events), ...this.#statements(found.relations, events, [...found.topics].sort(byDate), true),
    ];
  }

  #states(from: Entity | undefined, to: Entity | undefined, sieve: Sieve): HTMLElement[] | null {
    if (from === undefined || to === undefined) return null;
    const events = sieve.events.filter((event) => acts(event, from, to)).sort(byDate);
    const reverse = (): void => this.desk.store.set({ selection: { kind: "states", from: to.id, to: from.id } });
    return [
      this.#head(h("span", {}, t("panel.states")), entityButton(from, this.desk), h("span", { class: "arrow" }), entityButton(to, this.desk)),
      h("div", { class: "actions" }, h("button", { type: "button", "data-act": "reverse", onclick: reverse }, t("action.reverse"))),
      balanceBar(events), ...this.#statements([], events, [], true),
    ];
  }

  #path(from: Entity | undefined, to: Entity | undefined, sieve: Sieve): HTMLElement[] | null {
    if (from === undefined || to === undefined) return null;
    const path = pathBetween(this.desk.data, from.id, to.id, sieve);
    const head = this.#head(h("span", {}, t("panel.path")), entityButton(from, this.desk), h("span", { class: "arrow both" }), entityButton(to, this.desk));
    if (path === null) return [head, h("p", { class: "empty" }, t("path.none"))];
    const steps = path.steps.map(({ link, found }, place) => {
      const [one, other] = [path.entities[place], path.entities[place + 1]];
      if (one === undefined || other === undefined) return h("li", {});
      const events = [...found.events].sort(byDate);
      const title = h("h3", {}, entityButton(one, this.desk), h("span", { class: "arrow both" }), entityButton(other, this.desk));
      const best = events.slice(0, 2).map((event) => eventCard(event, this.desk));
      const ties = found.relations.slice(0, 2).map((relation) => relationCard(relation, this.desk));
      const topics = found.topics.slice(0, 2).map((event) => eventCard(event, this.desk));
      const all = h("button", { type: "button", class: "wide", onclick: () => this.desk.store.set({ selection: { kind: "link", from: link.from.id, to: link.to.id } }) },
        t("path.all", { count: count(events.length + found.relations.length + found.topics.length) }));
      return h("li", {}, title, ...(best.length + ties.length > 0 ? [...best, ...ties] : topics), all);
    });
    return [head, h("ol", { class: "path" }, ...steps), legend()];
  }

  #event(event: RelEvent | undefined): HTMLElement[] | null {
    if (event === undefined) return null;
    return [this.#head(null, t("panel.event")), eventCard(event, this.desk), legend()];
  }

  #article(article: Article | undefined): HTMLElement[] | null {
    if (article === undefined) return null;
    const title = h("bdi", {}, article.title === "" ? t("claim.untitled") : article.title);
    return [this.#head(h("span", {}, t("panel.article")), title), ...articleBody(article, this.desk), legend()];
  }

  #statements(relations: readonly Relation[], events: readonly RelEvent[], topics: readonly RelEvent[], known: boolean): HTMLElement[] {
    const parts: HTMLElement[] = [];
    const card = (event: RelEvent): HTMLElement => eventCard(event, this.desk);
    if (events.length > 0) parts.push(section(t("panel.events"), events.length, byType(events, card)));
    if (relations.length > 0) {
      parts.push(section(t("panel.relations"), relations.length, batches(relations, (relation) => relationCard(relation, this.desk))));
    }
    if (topics.length > 0) parts.push(section(t("panel.topics"), topics.length, byType(topics, card)));
    if (parts.length === 0) return [h("p", { class: "empty" }, t(known ? "filter.hidden" : "panel.nothing"))];
    return [...parts, legend()];
  }

  #head(kind: HTMLElement | null, ...title: (HTMLElement | string)[]): HTMLElement {
    const tool = (name: string, path: string, act: () => void): HTMLElement => {
      return h("button", { type: "button", class: "plain", "data-act": name, "aria-label": t(`action.${name}`), title: t(`action.${name}`), onclick: act }, icon(path));
    };
    const { store } = this.desk;
    return h("header", { class: "head" }, h("div", {}, kind, h("h2", { tabindex: -1 }, ...title)),
      h("div", { class: "head-tools" }, store.canUndo ? tool("undo", BACK, () => store.undo()) : null, tool("close", CLOSE, () => store.set({ selection: null }))));
  }
}

/** Whether a country, or who acts for it, does something to another. */
export function acts(event: RelEvent, from: Entity, to: Entity): boolean {
  const by = (side: readonly Entity[], states: readonly Entity[], country: Entity): boolean => side.includes(country) || states.includes(country);
  const one = by(event.actors, event.actorStates, from) && by(event.recipients, event.recipientStates, to);
  if (!event.symmetric) return one;
  if (event.recipients.length === 0) return from !== to && by(event.actors, event.actorStates, from) && by(event.actors, event.actorStates, to);
  return one || (by(event.actors, event.actorStates, to) && by(event.recipients, event.recipientStates, from));
}

function linkBetween(desk: Desk, from: string, to: string): Link | undefined {
  const [one, other] = [desk.data.entity.get(from), desk.data.entity.get(to)];
  if (one === undefined || other === undefined) return undefined;
  return (desk.data.linksOf.get(one) ?? []).find((link) => link.from === other || link.to === other);
}

function signOf(entity: Entity): SVGSVGElement {
  const sign = icon(glyphOf(entity.type), true);
  sign.classList.add(`type-${entity.type}`);
  return sign;
}

function wikidata(id: string): HTMLElement {
  if (!/^Q\d+$/.test(id)) return h("bdi", {}, id);
  return h("a", { href: `https://www.wikidata.org/wiki/${id}`, target: "_blank", rel: "noopener noreferrer" }, id);
}

function section(title: string, size: number, body: HTMLElement): HTMLElement {
  return h("section", {}, h("h3", {}, title, " ", h("span", { class: "count" }, count(size))), body);
}

/** How much of it is cooperation and conflict, in words and in deeds, as one bar with its numbers. */
function balanceBar(events: readonly RelEvent[]): HTMLElement {
  const sizes = ([2, 1, 3, 4] as const).map((quad) => ({ quad, size: events.filter((event) => event.quad === quad).length }));
  const bar = h("div", { class: "balance", role: "img", "aria-label": sizes.map(({ quad, size }) => `${t(`quad.${quad}`)}: ${count(size)}`).join(t("list.comma")) },
    ...sizes.filter(({ size }) => size > 0).map(({ quad, size }) => {
      const part = h("span", { class: `part quad-${quad}`, title: `${t(`quad.${quad}`)}: ${count(size)}` }, count(size));
      part.style.flexGrow = String(size);
      return part;
    }));
  bar.hidden = events.length < 2;
  return bar;
}

/** The events by type, the most frequent first; a few types at once, or one alone, stand open. */
function byType(events: readonly RelEvent[], draw: (event: RelEvent) => HTMLElement): HTMLElement {
  const groups = new Map<string, RelEvent[]>();
  for (const event of events) groups.set(event.type, [...(groups.get(event.type) ?? []), event]);
  if (groups.size === 1 || events.length <= 4) return batches(events, draw);
  const sorted = [...groups].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  return h("div", {}, ...sorted.map(([type, all], place) => {
    const open = place === 0 || all.length <= 2;
    const group = h("details", { class: "group", open, "data-type": type },
      h("summary", {}, h("span", { class: `swatch quad-${all[0]?.quad ?? 1}` }), t(`event.${type}`), " ", h("span", { class: "count" }, count(all.length))));
    const fill = (): void => group.append(batches(all, draw));
    if (open) fill();
    else group.addEventListener("toggle", fill, { once: true });
    return group;
  }));
}

/** The first few items, and a button that brings the next ones, until all are there. Each is drawn when its turn comes. */
export function batches<T>(items: readonly T[], draw: (item: T) => HTMLElement, size = BATCH, tag: "div" | "ul" | "tbody" = "div"): HTMLElement {
  const list = h(tag, {}, ...items.slice(0, size).map(draw));
  if (items.length <= size) return list;
  let next = size;
  const more = h("button", { type: "button", class: "wide more" }, t("action.more", { count: count(items.length - next) }));
  more.addEventListener("click", () => {
    const added = items.slice(next, next + Math.max(BATCH, size)).map(draw);
    const first = added[0];
    list.append(...added);
    next += added.length;
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
