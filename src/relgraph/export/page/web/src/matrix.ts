// Country by country: how much of what one does to another is cooperation or conflict, in words or in deeds.

import type { Desk } from "./cards";
import type { Entity } from "./data";
import { h } from "./dom";
import { count, nameOf, t } from "./i18n";
import { balance } from "./looks";
import type { Sieve } from "./sieve";
import { busiest, type Dealing, dealings, keyOf } from "./states";

const SHOWN = 16;
const STEP = 16;

export class Matrix {
  #size = SHOWN;

  constructor(private readonly root: HTMLElement, private readonly desk: Desk) {}

  draw(sieve: Sieve): void {
    const found = dealings(sieve.events);
    const ranked = busiest(found.values());
    const states = ranked.slice(0, this.#size);
    if (states.length === 0) return this.root.replaceChildren(h("p", { class: "empty" }, t("matrix.none")));
    const most = Math.max(...[...found.values()].map(({ events }) => events.length));
    const more = h("button", { type: "button", class: "wide more", onclick: () => {
      this.#size += STEP;
      this.draw(sieve);
    } }, t("action.more", { count: count(ranked.length - states.length) }));
    this.root.replaceChildren(
      h("p", { class: "caption" }, t("matrix.caption")), quadLegend(),
      h("div", { class: "scroll" }, h("table", { class: "matrix", "aria-label": t("view.matrix") },
        h("thead", {}, h("tr", {}, h("td", { class: "corner" }, t("matrix.corner")), ...states.map((state) => this.#heading(state, "col")))),
        h("tbody", {}, ...states.map((from) => h("tr", {}, this.#heading(from, "row"), ...states.map((to) => this.#cell(from, to, found.get(keyOf(from, to)), most))))))),
      ...(ranked.length > states.length ? [more] : []));
  }

  #heading(state: Entity, scope: "col" | "row"): HTMLElement {
    const choose = (): void => this.desk.store.set({ selection: { kind: "node", id: state.id } });
    return h("th", { scope }, h("button", { type: "button", class: "entity", onclick: choose }, h("bdi", {}, nameOf(state))));
  }

  #cell(from: Entity, to: Entity, dealing: Dealing | undefined, most: number): HTMLElement {
    if (dealing === undefined) return h("td", { class: from === to ? "self" : "none" });
    const { events } = dealing;
    const sizes = ([2, 1, 3, 4] as const).map((quad) => ({ quad, size: events.filter((event) => event.quad === quad).length }));
    const label = `${nameOf(from)} ${t("arrow")} ${nameOf(to)}: ${sizes.filter(({ size }) => size > 0).map(({ quad, size }) => `${t(`quad.${quad}`)} ${count(size)}`).join(t("list.comma"))}`;
    const open = (): void => this.desk.store.set({ selection: { kind: "states", from: from.id, to: to.id } });
    const bar = h("span", { class: "bar" }, ...sizes.filter(({ size }) => size > 0).map(({ quad, size }) => {
      const part = h("span", { class: `quad-${quad}` });
      part.style.flexGrow = String(size);
      return part;
    }));
    const shade = h("span", { class: `shade balance-${balance(events)}` });
    shade.style.opacity = String(0.08 + 0.34 * Math.sqrt(events.length / most));
    return h("td", {}, h("button", { type: "button", title: label, "aria-label": label, onclick: open, "data-from": from.id, "data-to": to.id },
      shade, h("span", { class: "number" }, count(events.length)), bar));
  }
}

export function quadLegend(): HTMLElement {
  return h("p", { class: "quads" }, ...([2, 1, 3, 4] as const).map((quad) => h("span", {}, h("span", { class: `swatch quad-${quad}` }), t(`quad.${quad}`))));
}
