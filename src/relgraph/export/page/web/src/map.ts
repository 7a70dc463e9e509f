// Where it happened, and between which countries. The shapes are in the page; nothing is loaded.

import type { Desk } from "./cards";
import type { Entity, RelEvent } from "./data";
import { byId, h, pressable, s } from "./dom";
import { count, nameOf, t } from "./i18n";
import { Room } from "./labels";
import { balance, directionOf } from "./looks";
import { HEIGHT, project, WIDTH } from "./project";
import type { Sieve } from "./sieve";
import { type Dealing, dealings, keyOf } from "./states";
import type { State } from "./state";

interface Box { x: number; y: number; width: number; height: number }
interface Point { readonly x: number; readonly y: number }

const ARCS = 60;
const NAMES = 40;
const LEAST = 40;
const NARROW = 600;

export class WorldMap {
  readonly #shapes: Readonly<Record<string, string>>;
  readonly #states: ReadonlyMap<string, Entity>;
  #box: Box | null = null;
  #drawn: { readonly state: State; readonly sieve: Sieve } | null = null;

  constructor(private readonly root: HTMLElement, private readonly desk: Desk) {
    this.#shapes = JSON.parse(byId("world").textContent ?? "{}") as Record<string, string>;
    this.#states = new Map(desk.data.entities.flatMap((entity) => (entity.type === "country" && entity.iso2 !== null ? [[entity.iso2, entity]] : [])));
  }

  draw(state: State, sieve: Sieve): void {
    this.#drawn = { state, sieve };
    const between = dealings(sieve.events);
    const sizes = involvement(sieve.events);
    const places = placesOf(sieve.events);
    this.#box ??= this.#home(sizes, places);
    const box = this.#fitted(this.#box);
    const unit = box.width / Math.max(1, this.root.clientWidth);
    const svg = s("svg", { viewBox: `${box.x} ${box.y} ${box.width} ${box.height}`, role: "group", "aria-label": t("view.map"), class: "world" },
      ...this.#land(sizes), ...this.#arcs(between, unit), ...this.#points(places, unit), ...this.#names(sizes, places, unit, state));
    this.#wire(svg, box);
    this.root.replaceChildren(svg, h("p", { class: "note" }, t("map.note")));
  }

  zoom(factor: number): void {
    const box = this.#box;
    if (box === null) return;
    this.#look({ x: box.x + (box.width * (1 - 1 / factor)) / 2, y: box.y + (box.height * (1 - 1 / factor)) / 2, width: box.width / factor, height: box.height / factor });
  }

  /** Back to the part of the world that the graph tells of. */
  fit(): void {
    this.#box = null;
    this.#again();
  }

  #look(box: Box): void {
    const width = Math.max(LEAST, Math.min(WIDTH * 1.4, box.width));
    const scale = width / box.width;
    const height = box.height * scale;
    this.#box = { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height };
    this.#again();
  }

  #again(): void {
    if (this.#drawn !== null) this.draw(this.#drawn.state, this.#drawn.sieve);
  }

  /** The box grown to the shape of the screen. */
  #fitted(box: Box): Box {
    const ratio = Math.max(0.2, this.root.clientWidth / Math.max(1, this.root.clientHeight));
    const width = Math.max(box.width, box.height * ratio);
    const height = width / ratio;
    // As much of the map as there is, no emptiness beside it.
    const within = (at: number, size: number, all: number): number => size >= all ? (all - size) / 2 : Math.max(0, Math.min(all - size, at));
    this.#box = {
      x: within(box.x - (width - box.width) / 2, width, WIDTH), y: within(box.y - (height - box.height) / 2, height, HEIGHT), width, height,
    };
    return this.#box;
  }

  /** Where most of it happens, with a margin. */
  #home(sizes: ReadonlyMap<Entity, number>, places: ReadonlyMap<Entity, number>): Box {
    const all = [...sizes, ...places].flatMap(([entity, size]) => {
      const at = pointOf(entity);
      return at === null ? [] : [{ at, size }];
    }).sort((a, b) => b.size - a.size);
    const most = all[0]?.size ?? 0;
    // A narrow screen would make the whole of it too small to read.
    const share = window.innerWidth < NARROW ? 5 : 20;
    const points = all.filter(({ size }) => size * share >= most).map(({ at }) => at);
    if (points.length < 2) return { x: 0, y: 0, width: WIDTH, height: HEIGHT };
    const [left, right] = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))];
    const [top, bottom] = [Math.min(...points.map(({ y }) => y)), Math.max(...points.map(({ y }) => y))];
    return { x: left - 60, y: top - 50, width: right - left + 120, height: bottom - top + 100 };
  }

  #land(sizes: ReadonlyMap<Entity, number>): SVGElement[] {
    const most = Math.max(1, ...sizes.values());
    return Object.entries(this.#shapes).map(([iso2, path]) => {
      const state = this.#states.get(iso2);
      const size = state === undefined ? 0 : sizes.get(state) ?? 0;
      if (state === undefined || size === 0) return s("path", { class: "land", d: path });
      const shade = Math.ceil(Math.sqrt(size / most) * 5);
      const label = `${nameOf(state)}: ${t("table.caption", { count: count(size) })}`;
      return s("path", { class: `land busy shade-${shade}`, d: path, "data-state": state.id, ...pressable(label, () => this.#choose(state)) }, s("title", {}, label));
    });
  }

  #choose(entity: Entity): void {
    this.desk.store.set({ selection: { kind: "node", id: entity.id } });
  }

  #arcs(between: ReadonlyMap<string, Dealing>, unit: number): SVGElement[] {
    const pairs = new Map<string, { readonly one: Entity; readonly other: Entity; readonly events: Set<RelEvent>; readonly main: Dealing }>();
    for (const dealing of between.values()) {
      const [one, other] = dealing.from.rank < dealing.to.rank ? [dealing.from, dealing.to] : [dealing.to, dealing.from];
      const back = between.get(keyOf(dealing.to, dealing.from));
      const main = back !== undefined && back.events.length > dealing.events.length ? back : dealing;
      const pair = pairs.get(keyOf(one, other)) ?? { one, other, events: new Set(), main };
      for (const event of dealing.events) pair.events.add(event);
      pairs.set(keyOf(one, other), pair);
    }
    const ranked = [...pairs.values()].sort((a, b) => b.events.size - a.events.size || a.one.rank - b.one.rank || a.other.rank - b.other.rank).slice(0, ARCS);
    return ranked.flatMap(({ one, other, events, main }) => {
      const [from, to] = [pointOf(one), pointOf(other)];
      if (from === null || to === null) return [];
      const all = [...events];
      const label = `${nameOf(one)} – ${nameOf(other)}: ${t("table.caption", { count: count(all.length) })}`;
      const open = (): void => this.desk.store.set({ selection: { kind: "states", from: main.from.id, to: main.to.id } });
      const dashes = all.every((event) => event.status !== "actual") ? `${6 * unit} ${4 * unit}` : null;
      return [s("path", { class: `arc balance-${balance(all)}`, d: arc(from, to), "stroke-width": unit * (1 + Math.min(4, 0.8 * Math.log2(all.length))),
        "stroke-dasharray": dashes, ...pressable(label, open) }, s("title", {}, label))];
    }).reverse();
  }

  #points(places: ReadonlyMap<Entity, number>, unit: number): SVGElement[] {
    return [...places].sort(([, a], [, b]) => b - a).flatMap(([place, size]) => {
      const at = pointOf(place);
      if (at === null) return [];
      const label = `${nameOf(place)}: ${t("table.caption", { count: count(size) })}`;
      return [s("circle", { class: "place", cx: at.x, cy: at.y, r: unit * (3 + Math.min(9, 1.6 * Math.sqrt(size))), "stroke-width": unit, "data-place": place.id,
        ...pressable(label, () => this.#choose(place)) }, s("title", {}, label))];
    });
  }

  #names(sizes: ReadonlyMap<Entity, number>, places: ReadonlyMap<Entity, number>, unit: number, state: State): SVGElement[] {
    const room = new Room();
    const chosen = state.selection?.kind === "node" ? state.selection.id : null;
    const ranked = [...sizes, ...places].sort(([a, one], [b, other]) => Number(b.id === chosen) - Number(a.id === chosen) || other - one || a.rank - b.rank);
    const names: SVGElement[] = [];
    for (const [entity] of ranked) {
      const at = pointOf(entity);
      if (at === null || names.length >= NAMES) continue;
      const name = nameOf(entity);
      const half = name.length * 3.6;
      const [x, y] = [at.x / unit, at.y / unit + 15];
      const box = { left: x - half, right: x + half, top: y - 9, bottom: y + 7 };
      if (!room.isFree(box)) continue;
      room.take(box);
      names.push(s("text", { class: "name", x: at.x, y: at.y + 17 * unit, "font-size": 12 * unit, "stroke-width": 3 * unit, "text-anchor": "middle", direction: directionOf(name) }, name));
    }
    return names;
  }

  /** Dragging moves the map, the wheel and two fingers zoom. */
  #wire(svg: SVGSVGElement, box: Box): void {
    const scale = (): number => box.width / Math.max(1, svg.clientWidth);
    svg.addEventListener("wheel", (event) => {
      event.preventDefault();
      const factor = event.deltaY < 0 ? 1.2 : 1 / 1.2;
      const rim = svg.getBoundingClientRect();
      const [sx, sy] = [(event.clientX - rim.left) / rim.width, (event.clientY - rim.top) / rim.height];
      this.#look({ x: box.x + box.width * sx * (1 - 1 / factor), y: box.y + box.height * sy * (1 - 1 / factor), width: box.width / factor, height: box.height / factor });
    }, { passive: false });
    svg.addEventListener("pointerdown", (event) => {
      const [x, y] = [event.clientX, event.clientY];
      let moved: Box | null = null;
      const move = (to: PointerEvent): void => {
        if (moved === null && Math.hypot(to.clientX - x, to.clientY - y) < 4) return;
        svg.setPointerCapture(event.pointerId);
        moved = { ...box, x: box.x - (to.clientX - x) * scale(), y: box.y - (to.clientY - y) * scale() };
        svg.setAttribute("viewBox", `${moved.x} ${moved.y} ${moved.width} ${moved.height}`);
      };
      svg.addEventListener("pointermove", move);
      const end = (): void => {
        svg.removeEventListener("pointermove", move);
        if (moved !== null) this.#look(moved);
      };
      svg.addEventListener("pointerup", end, { once: true });
      svg.addEventListener("pointercancel", end, { once: true });
    });
  }
}

function pointOf(entity: Entity): Point | null {
  if (entity.latitude === null || entity.longitude === null) return null;
  const [x, y] = project(entity.longitude, entity.latitude);
  return { x, y };
}

/** A bow between two points, always bent to the north, so that two of them don't cross for nothing. */
function arc(from: Point, to: Point): string {
  const bend = Math.hypot(to.x - from.x, to.y - from.y) * 0.18;
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2 - bend];
  return `M${from.x.toFixed(1)} ${from.y.toFixed(1)}Q${x.toFixed(1)} ${y.toFixed(1)} ${to.x.toFixed(1)} ${to.y.toFixed(1)}`;
}

/** In how many events each country takes part. */
function involvement(events: readonly RelEvent[]): Map<Entity, number> {
  const sizes = new Map<Entity, number>();
  for (const event of events) for (const state of event.states) sizes.set(state, (sizes.get(state) ?? 0) + 1);
  return sizes;
}

/** How many events each place that has coordinates is the scene of. */
function placesOf(events: readonly RelEvent[]): Map<Entity, number> {
  const sizes = new Map<Entity, number>();
  for (const event of events) for (const place of event.places) if (place.type !== "country" && place.latitude !== null) sizes.set(place, (sizes.get(place) ?? 0) + 1);
  return sizes;
}
