// How many events fall in each stretch of time, and a brush over it that filters by time.

import type { Data, RelEvent } from "./data";
import { isoDay, type Period, periodOf, shortDate, ticks } from "./dates";
import { h, s } from "./dom";
import { count, t } from "./i18n";
import type { Sieve } from "./sieve";
import type { State, Store } from "./state";

const WIDTH = 216;
const HEIGHT = 54;
const BINS = 36;

/** From the first to the last day that an event is known to have happened on; null where none has a date. */
export function extent(events: readonly RelEvent[]): Period | null {
  let [first, last] = [Infinity, -Infinity];
  for (const { period } of events) {
    if (period === null) continue;
    first = Math.min(first, period.first);
    last = Math.max(last, period.last);
  }
  return first > last ? null : { first, last };
}

export class TimeBrush {
  readonly #span: Period | null;

  constructor(private readonly data: Data, private readonly store: Store) {
    this.#span = extent(data.events);
  }

  draw(state: State, sieve: Sieve): (HTMLElement | null)[] {
    const span = this.#span;
    if (span === null || span.first === span.last) return [h("small", {}, t("filter.no_dates"))];
    const chosen = { first: this.#day(state.from, "first") ?? span.first, last: this.#day(state.to, "last") ?? span.last };
    const events = this.data.events.filter((event) => sieve.passesBut(event, "time"));
    const undated = events.filter((event) => event.period === null).length;
    const told = events.filter((event) => event.period !== null && event.date === null).length;
    const bounded = state.from !== null || state.to !== null;
    return [
      h("div", { class: "histogram" }, this.#bars(events, span, chosen)),
      this.#slider("from", chosen.first, span), this.#slider("to", chosen.last, span),
      h("small", { id: "span" }, t("filter.span", { from: shortDate(isoDay(chosen.first)), to: shortDate(isoDay(chosen.last)) })),
      told === 0 ? null : h("small", {}, t("filter.by_telling", { count: count(told) })),
      h("small", {}, undated === 0 ? "" : t(bounded ? "filter.undated_out" : "filter.undated_in", { count: count(undated) })),
    ];
  }

  #day(date: string | null, end: "first" | "last"): number | null {
    return date === null ? null : periodOf(date)?.[end] ?? null;
  }

  #set(first: number, last: number): void {
    const span = this.#span;
    if (span === null) return;
    const [from, to] = first <= last ? [first, last] : [last, first];
    this.store.set({ from: from <= span.first ? null : isoDay(from), to: to >= span.last ? null : isoDay(to) });
  }

  #slider(end: "from" | "to", day: number, span: Period): HTMLElement {
    const slider = h("input", { type: "range", id: `filter-${end}`, min: span.first, max: span.last, step: 1, "aria-label": t(`filter.${end}`),
      "aria-valuetext": shortDate(isoDay(day)),
      onchange: () => {
        const other = document.getElementById(end === "from" ? "filter-to" : "filter-from");
        if (other instanceof HTMLInputElement) this.#set(Number(slider.value), Number(other.value));
      } });
    slider.value = String(day);
    return slider;
  }

  #bars(events: readonly RelEvent[], span: Period, chosen: Period): SVGSVGElement {
    const days = span.last - span.first + 1;
    const rtl = document.documentElement.dir === "rtl";
    const x = (day: number): number => {
      const share = (day - span.first) / days;
      return (rtl ? 1 - share : share) * WIDTH;
    };
    const bins = binned(events, span);
    const most = Math.max(1, ...bins.map(({ ease, strain }) => ease + strain));
    const high = (size: number): number => (size / most) * (HEIGHT - 14);
    const wide = WIDTH / BINS;
    const bars = bins.flatMap(({ ease, strain }, place) => {
      const left = rtl ? WIDTH - (place + 1) * wide : place * wide;
      const base = HEIGHT - 12;
      return [
        s("rect", { class: "ease", x: left + 0.5, y: base - high(ease), width: wide - 1, height: high(ease) }),
        s("rect", { class: "strain", x: left + 0.5, y: base - high(ease) - high(strain), width: wide - 1, height: high(strain) }),
      ];
    });
    const [left, right] = [Math.min(x(chosen.first), x(chosen.last + 1)), Math.max(x(chosen.first), x(chosen.last + 1))];
    const shade = [s("rect", { class: "shade", x: 0, y: 0, width: Math.max(0, left), height: HEIGHT - 12 }), s("rect", { class: "shade", x: right, y: 0, width: Math.max(0, WIDTH - right), height: HEIGHT - 12 })];
    const marks = ticks(span.first, span.last, 4).map(({ day, label }) => s("text", { x: Math.max(12, Math.min(WIDTH - 12, x(day))), y: HEIGHT - 1, "text-anchor": "middle" }, label));
    const svg = s("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true", id: "brush" }, ...bars, ...shade, ...marks);
    this.#wire(svg, span, rtl);
    return svg;
  }

  /** Dragging over the bars chooses a stretch; a click without dragging takes it back. */
  #wire(svg: SVGSVGElement, span: Period, rtl: boolean): void {
    const dayAt = (event: PointerEvent): number => {
      const box = svg.getBoundingClientRect();
      const share = Math.max(0, Math.min(1, (event.clientX - box.left) / box.width));
      return Math.round(span.first + (rtl ? 1 - share : share) * (span.last - span.first));
    };
    const drawn = s("rect", { class: "drawn", x: 0, y: 0, width: 0, height: HEIGHT - 12 });
    svg.addEventListener("pointerdown", (event) => {
      const begin = event.clientX;
      const first = dayAt(event);
      svg.append(drawn);
      svg.setPointerCapture(event.pointerId);
      const box = svg.getBoundingClientRect();
      const scale = WIDTH / box.width;
      const move = (to: PointerEvent): void => {
        drawn.setAttribute("x", String((Math.min(begin, to.clientX) - box.left) * scale));
        drawn.setAttribute("width", String(Math.abs(to.clientX - begin) * scale));
      };
      svg.addEventListener("pointermove", move);
      svg.addEventListener("pointerup", (end) => {
        svg.removeEventListener("pointermove", move);
        if (Math.abs(end.clientX - begin) < 4) this.store.set({ from: null, to: null });
        else this.#set(first, dayAt(end));
      }, { once: true });
    });
  }
}

/** Events of cooperation and of conflict in each of the bins; one that lasts longer counts where it begins. */
function binned(events: readonly RelEvent[], span: Period): { ease: number; strain: number }[] {
  const bins = Array.from({ length: BINS }, () => ({ ease: 0, strain: 0 }));
  const days = span.last - span.first + 1;
  for (const { period, quad } of events) {
    if (period === null) continue;
    const bin = bins[Math.min(BINS - 1, Math.floor(((period.first - span.first) / days) * BINS))];
    if (bin !== undefined) bin[quad > 2 ? "strain" : "ease"] += 1;
  }
  return bins;
}
