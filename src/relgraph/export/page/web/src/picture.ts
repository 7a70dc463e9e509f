// The network on its canvas: draws what the state lets through, and turns clicks into selections.

import type { Network as NetworkType, DataSet as DataSetType } from "vis-network/esnext";
import { around, type Place } from "./arrange";
import type { Data, Entity, Link } from "./data";
import { nameOf } from "./i18n";
import { drawNames, type Scene } from "./draw";
import { type LineLook, lineLook, palette, PATHS, radiusOf } from "./looks";
import type { Placed } from "./labels";
import type { Sieve } from "./sieve";
import type { Selection, State } from "./state";
import { type Drawn, drawn, neighbours, selectedEntities } from "./visible";

interface Item { id: string | number; [key: string]: unknown }
declare const vis: { Network: typeof NetworkType; DataSet: typeof DataSetType };

/** What of vis-network's own objects is set anew for each frame, so that sizes are those of the screen. */
interface Body {
  readonly nodes: Record<string, { shape: { width: number; height: number; radius: number } }>;
  readonly edges: Record<string, { options: { width: number; dashes: boolean | number[]; arrows: Record<"to" | "from", { scaleFactor: number }> } }>;
}

const OPTIONS = {
  autoResize: true,
  physics: { enabled: false },
  layout: { improvedLayout: false },
  interaction: { hover: true, multiselect: false, selectConnectedEdges: false, keyboard: false, hideEdgesOnDrag: false, tooltipDelay: 100 },
  nodes: { chosen: false, shadow: false, label: undefined },
  edges: { chosen: false, smooth: false, hoverWidth: 0, selectionWidth: 0, labelHighlightBold: false },
} as const;

const ARROW = 0.4;
const MAX_SCALE = 1.7;

export interface Pointed { readonly entity: Entity | null; readonly link: Link | null; readonly x: number; readonly y: number }

export class Picture {
  readonly network: NetworkType;
  /** Whether the selection is just being made on the canvas, so that what the reader points at must not move. */
  pointing = false;
  readonly #nodes: DataSetType<Item>;
  readonly #edges: DataSetType<Item>;
  #drawn: Drawn = { entities: [], links: [], weaker: 0, all: 0 };
  #places: ReadonlyMap<Entity, Place> = new Map();
  readonly #moved = new Map<Entity, Place>();
  #looks = new Map<number, LineLook>();
  #selected: ReadonlySet<Entity> = new Set();
  #lit: ReadonlySet<Entity> | null = null;
  #hovered: Entity | null = null;
  #names: readonly Placed[] = [];
  #colour = palette();
  /** On a screen that is higher than wide the picture, which is wider than high, lies on its side. */
  readonly #upright: boolean;

  constructor(private readonly box: HTMLElement, private readonly data: Data, hooks: {
    choose(selection: Selection | null): void; expand(entity: Entity): void; point(at: Pointed | null): void;
  }) {
    this.#upright = box.clientHeight > 1.15 * box.clientWidth;
    this.#nodes = new vis.DataSet<Item>();
    this.#edges = new vis.DataSet<Item>();
    const dragNodes = window.matchMedia("(pointer: fine)").matches;
    const options = { ...OPTIONS, interaction: { ...OPTIONS.interaction, dragNodes } };
    this.network = new vis.Network(box, { nodes: this.#nodes, edges: this.#edges } as never, options as never);
    // The keyboard is wired to the box around it, which says what it is.
    box.querySelector(".vis-network")?.setAttribute("tabindex", "-1");
    this.network.on("beforeDrawing", () => this.#scale());
    this.network.on("afterDrawing", (context: CanvasRenderingContext2D) => {
      this.#names = drawNames(context, this.scene());
    });
    this.network.on("click", (hit: { nodes: string[]; edges: number[]; pointer: { DOM: Place } }) => {
      this.pointing = true;
      hooks.choose(this.#selection(hit.nodes[0] ?? this.#named(hit.pointer.DOM)?.id, hit.edges[0]));
      this.pointing = false;
    });
    this.network.on("doubleClick", (hit: { nodes: string[] }) => {
      const entity = data.entity.get(hit.nodes[0] ?? "");
      if (entity !== undefined) hooks.expand(entity);
    });
    this.network.on("dragEnd", (hit: { nodes: string[] }) => {
      for (const id of hit.nodes) {
        const entity = data.entity.get(id);
        if (entity !== undefined) this.#moved.set(entity, this.network.getPosition(id));
      }
    });
    this.#wireHover(hooks.point);
  }

  #wireHover(point: (at: Pointed | null) => void): void {
    const show = (entity: Entity | null, link: Link | null, pointer: { DOM: Place }): void => {
      this.#hovered = entity;
      this.box.classList.add("pointing");
      point({ entity, link, ...pointer.DOM });
    };
    const leave = (): void => {
      this.#hovered = null;
      this.box.classList.remove("pointing");
      point(null);
    };
    this.network.on("hoverNode", (hit: { node: string; pointer: { DOM: Place } }) => show(this.data.entity.get(hit.node) ?? null, null, hit.pointer));
    this.network.on("hoverEdge", (hit: { edge: number; pointer: { DOM: Place } }) => {
      if (this.#hovered === null) show(null, this.data.links[hit.edge] ?? null, hit.pointer);
    });
    for (const name of ["blurNode", "blurEdge", "dragStart", "zoom"] as const) this.network.on(name, leave);
  }

  #selection(node: string | undefined, edge: number | undefined): Selection | null {
    if (node !== undefined) return { kind: "node", id: node };
    const link = edge === undefined ? undefined : this.data.links[edge];
    return link === undefined ? null : { kind: "link", from: link.from.id, to: link.to.id };
  }

  /** The entity whose name stands at a point. */
  #named({ x, y }: Place): Entity | undefined {
    const hit = this.#names.find((name) => Math.abs(x - name.left) <= name.width / 2 && y >= name.top && y <= name.top + name.height);
    return hit === undefined ? undefined : this.data.entity.get(hit.id);
  }

  /** What is drawn at present. */
  get drawn(): Drawn {
    return this.#drawn;
  }

  /** The names that found room in the last frame. */
  get names(): readonly Placed[] {
    return this.#names;
  }

  /** All that drawing needs, in pixels of the screen. */
  scene(): Scene {
    const scale = this.network.getScale();
    const at = (entity: Entity): Place => this.network.canvasToDOM(this.#placeOf(entity));
    return {
      nodes: this.#drawn.entities.map((entity) => ({
        entity, ...at(entity), radius: radiusOf(entity, scale), name: nameOf(entity), chosen: this.#selected.has(entity),
        faded: this.#lit !== null && !this.#lit.has(entity), hovered: entity === this.#hovered,
      })),
      lines: this.#drawn.links.flatMap(({ link }) => {
        const look = this.#looks.get(link.id);
        return look === undefined ? [] : [{ from: at(link.from), to: at(link.to), look, fromRadius: radiusOf(link.from, scale), toRadius: radiusOf(link.to, scale) }];
      }),
      colour: this.#colour, width: this.box.clientWidth, height: this.box.clientHeight,
    };
  }

  /** The place where a node was put: by the reader, around the focus, or by the builder. */
  #placeOf(entity: Entity): Place {
    const { x, y } = entity.spot;
    return this.#places.get(entity) ?? this.#moved.get(entity) ?? (this.#upright ? { x: y, y: x } : { x, y });
  }

  /** Brings nodes, lines and their looks in line with the state; whether other entities are drawn than before. */
  show(state: State, sieve: Sieve): boolean {
    this.#colour = palette();
    const before = new Set(this.#drawn.entities);
    this.#drawn = drawn(this.data, state, sieve);
    const centre = state.focus === null ? undefined : this.data.entity.get(state.focus);
    const near = centre === undefined ? null : new Set(neighbours(this.data, centre, sieve));
    this.#places = centre === undefined || near === null ? new Map() : around(centre, this.#drawn.entities, (entity) => near.has(entity));
    this.#selected = selectedEntities(this.data, state, sieve);
    this.#lit = this.#lighted(state);
    this.#looks = new Map(this.#drawn.links.map(({ link, found }) => [link.id, lineLook(link, found, !this.#isLit(link, state))]));
    this.#sync();
    return before.size !== this.#drawn.entities.length || this.#drawn.entities.some((entity) => !before.has(entity));
  }

  #lighted(state: State): ReadonlySet<Entity> | null {
    if (this.#selected.size === 0) return null;
    if (state.selection?.kind !== "node") return this.#selected;
    const near = new Set(this.#selected);
    for (const { link } of this.#drawn.links) if (this.#selected.has(link.from) || this.#selected.has(link.to)) near.add(link.from).add(link.to);
    return near;
  }

  #isLit(link: Link, state: State): boolean {
    if (this.#selected.size === 0) return true;
    const ends = Number(this.#selected.has(link.from)) + Number(this.#selected.has(link.to));
    return state.selection?.kind === "node" ? ends > 0 : ends === 2;
  }

  #sync(): void {
    const wanted = new Set<string | number>(this.#drawn.entities.map((entity) => entity.id));
    this.#nodes.remove(this.#nodes.getIds().filter((id) => !wanted.has(id)));
    this.#nodes.update(this.#drawn.entities.map((entity) => ({
      id: entity.id, ...this.#placeOf(entity), shape: "custom", ctxRenderer: this.#nodeRenderer(entity),
    })).map(({ id, x, y, shape, ctxRenderer }) => ({ id, x, y, shape, ctxRenderer })));
    const lines = new Set<string | number>(this.#drawn.links.map(({ link }) => link.id));
    this.#edges.remove(this.#edges.getIds().filter((id) => !lines.has(id)));
    this.#edges.update(this.#drawn.links.map(({ link }) => this.#edge(link)));
  }

  #edge(link: Link): Item {
    const look = this.#looks.get(link.id);
    if (look === undefined) return { id: link.id };
    return {
      id: link.id, from: link.from.id, to: link.to.id, width: look.width, dashes: look.dashes === null ? false : [...look.dashes],
      color: { color: this.#colour(look.tone), inherit: false, opacity: look.opacity },
      arrows: { to: { enabled: look.to, scaleFactor: ARROW }, from: { enabled: look.from, scaleFactor: ARROW } },
    };
  }

  /** Sizes in pixels of the screen, as the picture's own units at the present zoom. */
  #scale(): void {
    const scale = this.network.getScale();
    const { body } = this.network as unknown as { body: Body };
    for (const entity of this.#drawn.entities) {
      const shape = body.nodes[entity.id]?.shape;
      if (shape === undefined) continue;
      shape.radius = radiusOf(entity, scale) / scale;
      shape.width = shape.height = 2 * shape.radius;
    }
    for (const [id, look] of this.#looks) {
      const options = body.edges[String(id)]?.options;
      if (options === undefined) continue;
      options.width = look.width / scale;
      options.dashes = look.dashes === null ? false : look.dashes.map((length) => length / scale);
      options.arrows.to.scaleFactor = options.arrows.from.scaleFactor = ARROW / scale;
    }
  }

  #nodeRenderer(entity: Entity) {
    const shape = new Path2D(PATHS[entity.spot.shape]);
    return ({ ctx, x, y }: { ctx: CanvasRenderingContext2D; x: number; y: number }) => ({
      drawNode: (): void => {
        const scale = this.network.getScale();
        const radius = radiusOf(entity, scale) / scale;
        const chosen = this.#selected.has(entity);
        ctx.globalAlpha = this.#lit !== null && !this.#lit.has(entity) ? 0.2 : 1;
        ctx.translate(x, y);
        ctx.scale(radius / 9, radius / 9);
        ctx.translate(-12, -12);
        ctx.lineJoin = "round";
        ctx.lineWidth = ((chosen ? 8 : 3) / scale) * (9 / radius);
        ctx.strokeStyle = this.#colour(chosen ? "accent" : "paper");
        ctx.stroke(shape);
        ctx.fillStyle = this.#colour(`type-${entity.type}`);
        ctx.fill(shape);
      },
    });
  }

  /** Shows all that is drawn. */
  fit(animated = true): void {
    this.#frame(this.#drawn.entities, MAX_SCALE, animated);
  }

  /** Brings the selected entities into the middle. */
  centre(): void {
    const chosen = [...this.#selected];
    const only = chosen[0];
    if (only === undefined) return;
    this.#measure();
    const scale = Math.max(0.6, Math.min(MAX_SCALE, this.network.getScale()));
    if (chosen.length === 1) this.network.moveTo({ position: this.#placeOf(only), scale, animation: moving() } as never);
    else this.#frame(chosen, 1.3, true);
  }

  #frame(entities: readonly Entity[], most: number, animated: boolean): void {
    if (entities.length === 0) return;
    this.#measure();
    const places = entities.map((entity) => this.#placeOf(entity));
    const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const [width, height] = [this.box.clientWidth, this.box.clientHeight];
    // Room at the rim for names, which keep their size, and for the buttons.
    const scale = Math.min(most, (width - Math.min(130, width * 0.25)) / (right - left + 1), (height - Math.min(130, height * 0.3)) / (bottom - top + 1));
    this.network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 + 8 / scale }, scale, animation: animated && moving() } as never);
  }

  /** Takes the room that the panel leaves now, not after the next frame: what is aimed at would end up beside the middle. */
  #measure(): void {
    this.network.setSize("100%", "100%");
    this.network.redraw();
  }

  zoom(factor: number): void {
    this.network.moveTo({ scale: this.network.getScale() * factor, animation: moving() } as never);
  }

  pan(right: number, down: number): void {
    const { x, y } = this.network.getViewPosition();
    const scale = this.network.getScale();
    this.network.moveTo({ position: { x: x + right / scale, y: y + down / scale }, animation: moving() } as never);
  }

  /** The drawn entity that lies nearest in a direction, seen from the selected one or the middle of the view. */
  next(right: number, down: number): Entity | null {
    const from = [...this.#selected][0];
    const origin = from === undefined ? this.network.getViewPosition() : this.#placeOf(from);
    let best: Entity | null = null;
    let least = Infinity;
    for (const entity of this.#drawn.entities) {
      const place = this.#placeOf(entity);
      const [dx, dy] = [place.x - origin.x, place.y - origin.y];
      const ahead = dx * right + dy * down;
      const aside = Math.abs(dx * down) + Math.abs(dy * right);
      if (entity === from || ahead <= 0) continue;
      const far = ahead + 2 * aside;
      if (far < least) [best, least] = [entity, far];
    }
    return best ?? (from === undefined ? this.#drawn.entities[0] ?? null : null);
  }

  redraw(): void {
    this.network.redraw();
  }

  get canvas(): HTMLCanvasElement | null {
    return this.box.querySelector("canvas");
  }
}

function moving(): false | { duration: number; easingFunction: "easeInOutQuad" } {
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  return still ? false : { duration: 350, easingFunction: "easeInOutQuad" };
}
