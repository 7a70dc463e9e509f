// When it happened: a lane for each of the most involved entities, an event as a dot on it. Time runs as the reader reads.

import { type Desk, statementName } from "./cards";
import type { Entity, RelEvent } from "./data";
import { bothCalendars, isoDay, shortDate, ticks, type Period } from "./dates";
import { h, pressable, s } from "./dom";
import { extent } from "./histogram";
import { count, nameOf, t } from "./i18n";
import { quadLegend } from "./matrix";
import type { Sieve } from "./sieve";
import type { State } from "./state";

const LANE = 46;
const AXIS = 26;
const DOT = 4.5;
const COLUMN = 11;
const STACK = 4;
const LANES = 14;
const STEP = 14;

export class Timeline {
  #lanes = LANES;

  constructor(private readonly root: HTMLElement, private readonly desk: Desk) {}

  draw(state: State, sieve: Sieve): void {
    const dated = sieve.events.filter((event) => event.period !== null);
    const found = extent(dated);
    if (found === null) return this.root.replaceChildren(h("p", { class: "empty" }, t("timeline.none")));
    const margin = Math.max(3, Math.round((found.last - found.first) * 0.02));
    const span = { first: found.first - margin, last: found.last + margin };
    const ranked = involved(dated);
    const lanes: (Entity | null)[] = [null, ...ranked.slice(0, this.#lanes)];
    const more = h("button", { type: "button", class: "wide more", onclick: () => {
      this.#lanes += STEP;
      this.draw(state, sieve);
    } }, t("timeline.more"));
    const names = h("ol", { class: "lanes" }, ...lanes.map((entity) => h("li", {}, this.#laneName(entity))));
    const undated = sieve.events.length - dated.length;
    this.root.replaceChildren(
      h("p", { class: "caption" }, t("timeline.caption", { count: count(dated.length), undated: count(undated) })), quadLegend(),
      h("div", { class: "lane-box" }, names, this.#chart(lanes, dated, span)),
      ...(ranked.length > this.#lanes ? [more] : []));
  }

  #laneName(entity: Entity | null): HTMLElement {
    if (entity === null) return h("strong", {}, t("timeline.all"));
    const choose = (): void => this.desk.store.set({ selection: { kind: "node", id: entity.id } });
    return h("button", { type: "button", class: "entity", onclick: choose }, h("bdi", {}, nameOf(entity)));
  }

  #chart(lanes: readonly (Entity | null)[], events: readonly RelEvent[], span: Period): SVGSVGElement {
    const namesWidth = window.innerWidth < 760 ? 96 : 170;
    const width = Math.max(200, this.root.clientWidth - namesWidth - 40);
    const height = lanes.length * LANE + AXIS;
    const rtl = document.documentElement.dir === "rtl";
    const x = (day: number): number => {
      const share = (day - span.first) / (span.last - span.first + 1);
      return (rtl ? 1 - share : share) * width;
    };
    const axis = ticks(span.first, span.last, Math.max(2, Math.floor(width / 90))).flatMap(({ day, label }) => [
      s("line", { class: "grid", x1: x(day), x2: x(day), y1: AXIS, y2: height }),
      s("text", { class: "tick", x: Math.max(24, Math.min(width - 24, x(day))), y: AXIS - 9, "text-anchor": "middle" }, label),
    ]);
    const rules = lanes.map((_, lane) => s("line", { class: "rule", x1: 0, x2: width, y1: floor(lane), y2: floor(lane) }));
    const marks = lanes.flatMap((entity, lane) => this.#lane(entity, lane, events, x));
    return s("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": t("view.timeline") }, ...rules, ...axis, ...marks);
  }

  #lane(entity: Entity | null, lane: number, events: readonly RelEvent[], x: (day: number) => number): SVGElement[] {
    const columns = new Map<number, RelEvent[]>();
    for (const event of events) {
      if (event.period === null || (entity !== null && !event.actors.includes(entity) && !event.recipients.includes(entity))) continue;
      const column = Math.round(x((event.period.first + event.period.last + 1) / 2) / COLUMN);
      columns.set(column, [...(columns.get(column) ?? []), event]);
    }
    const size = (column: number): number => columns.get(column)?.length ?? 0;
    return [...columns].flatMap(([column, here]) => here.length > STACK
      // Numbers side by side would run into each other, so only the highest of neighbours shows its own.
      ? [this.#pile(column * COLUMN, lane, here, here.length > size(column - 1) && here.length >= size(column + 1))] : here.map((event, place) => this.#dot(event, column * COLUMN, floor(lane) - 8 - place * (2 * DOT + 1), x)));
  }

  #dot(event: RelEvent, x: number, y: number, at: (day: number) => number): SVGElement {
    const day = event.date === null ? t("table.told", { date: bothCalendars(event.told ?? "") }) : bothCalendars(event.date);
    const label = `${day}: ${statementName(event)}${t("list.comma")}${t(`status.${event.status}`)}`;
    const open = (): void => this.desk.store.set({ selection: { kind: "event", id: event.id } });
    const { period } = event;
    const [left, right] = period === null ? [x, x] : [at(period.first), at(period.last + 1)];
    // What is known to the month or the year only reaches over it.
    const reach = Math.abs(right - left) > 3 * DOT ? s("line", { class: "reach", x1: left, x2: right, y1: y, y2: y }) : null;
    return s("g", { class: `dot quad-${event.quad} told-${event.status}`, "data-event": event.id, ...pressable(label, open) },
      s("title", {}, label), reach, event.date === null
      ? s("rect", { class: "sign", x: x - DOT + 0.5, y: y - DOT + 0.5, width: 2 * DOT - 1, height: 2 * DOT - 1 })
      : s("circle", { class: "sign", cx: x, cy: y, r: DOT }));
  }

  /** Too many for dots: a column with their number, which opens the stretch that it stands for. */
  #pile(x: number, lane: number, events: readonly RelEvent[], numbered: boolean): SVGElement {
    const strain = events.filter((event) => event.quad > 2).length;
    const high = Math.min(LANE - 18, 14 + 4 * Math.log2(events.length));
    const base = floor(lane) - 4;
    const span = extent(events);
    const stretch = span === null ? "" : t("filter.span", { from: shortDate(isoDay(span.first)), to: shortDate(isoDay(span.last)) });
    const label = `${t("table.caption", { count: count(events.length) })}: ${stretch}`;
    const open = (): void => {
      if (span !== null) this.desk.store.set({ from: isoDay(span.first), to: isoDay(span.last) });
    };
    const share = (high * strain) / events.length;
    return s("g", { class: "pile", ...pressable(label, open) }, s("title", {}, label),
      s("rect", { class: "ease", x: x - 4, y: base - high + share, width: 8, height: Math.max(0, high - share) }),
      s("rect", { class: "strain", x: x - 4, y: base - high, width: 8, height: share }),
      numbered ? s("text", { x, y: base - high - 3, "text-anchor": "middle" }, count(events.length)) : null);
  }
}

/** The lower rim of a lane, below the axis. */
function floor(lane: number): number {
  return AXIS + (lane + 1) * LANE;
}

/** The parties by how many of the events they take part in. */
function involved(events: readonly RelEvent[]): Entity[] {
  const sizes = new Map<Entity, number>();
  for (const event of events) for (const party of new Set([...event.actors, ...event.recipients])) sizes.set(party, (sizes.get(party) ?? 0) + 1);
  return [...sizes].sort(([a, one], [b, other]) => other - one || a.rank - b.rank).map(([party]) => party);
}
