// The network on its canvas: draws what the state lets through, and turns clicks into selections.

import type { Network as NetworkType, DataSet as DataSetType } from "vis-network/esnext";
import type { Data, Link } from "./data";
import { edgeLook, isEmpty, nodeLook, palette, passing } from "./looks";
import { neighbourhood, selectedEntities, shownEntities, type Selection, type State, type Store } from "./state";

interface Item { id: string | number; [key: string]: unknown }
declare const vis: { Network: typeof NetworkType; DataSet: typeof DataSetType };

const OPTIONS = {
  autoResize: true,
  physics: { enabled: false },
  layout: { improvedLayout: false },
  interaction: { hover: true, dragNodes: false, multiselect: false, selectConnectedEdges: false, keyboard: false },
  nodes: { chosen: false, scaling: { label: { drawThreshold: 8 } }, shadow: false },
  edges: {
    chosen: false, smooth: false, hoverWidth: 0, selectionWidth: 0,
    scaling: { label: { drawThreshold: 9 } },
    arrows: { to: { scaleFactor: 0.55 }, from: { scaleFactor: 0.55 } },
  },
} as const;

// The names of so many of the heaviest entities stay readable when the reader zooms out.
const HUBS = 18;

export class Picture {
  readonly network: NetworkType;
  /** Whether the selection is just being made on the canvas, so that what the reader points at must not move. */
  pointing = false;
  #grown = 1;
  readonly #nodes: DataSetType<Item>;
  readonly #edges: DataSetType<Item>;

  constructor(private readonly box: HTMLElement, private readonly data: Data, private readonly store: Store) {
    this.#nodes = new vis.DataSet<Item>(data.entities.map((entity) => ({ hidden: true, ...data.spot.get(entity.id), id: entity.id })));
    this.#edges = new vis.DataSet<Item>(data.links.map((link) => ({ id: link.id, from: link.from, to: link.to, hidden: true })));
    this.paint(store.state);
    this.network = new vis.Network(box, { nodes: this.#nodes, edges: this.#edges } as never, OPTIONS as never);
    this.network.on("click", (hit: { nodes: string[]; edges: number[] }) => {
      this.pointing = true;
      this.store.set({ selection: this.#selection(hit.nodes[0], hit.edges[0]) });
      this.pointing = false;
    });
    this.network.on("afterDrawing", () => this.#keepHubsReadable());
    const cursor = (shape: string) => () => this.box.classList.toggle("pointing", shape === "pointer");
    for (const name of ["hoverNode", "hoverEdge"] as const) this.network.on(name, cursor("pointer"));
    for (const name of ["blurNode", "blurEdge"] as const) this.network.on(name, cursor("default"));
  }

  #selection(node: string | undefined, edge: number | undefined): Selection | null {
    if (node !== undefined) return { kind: "node", id: node };
    const link = edge === undefined ? undefined : this.data.links[edge];
    return link === undefined ? null : { kind: "link", from: link.from, to: link.to };
  }

  /** Brings names, colours, widths and visibility in line with the state. */
  paint(state: State): void {
    const colour = palette();
    const shown = shownEntities(this.data, state);
    const selected = selectedEntities(this.data, state);
    const lit = selected.size === 0 ? null : state.selection?.kind === "node" ? neighbourhood(this.data, selected) : selected;
    this.#nodes.update(this.data.entities.map((entity) => shown.has(entity.id)
      ? { id: entity.id, hidden: false, ...nodeLook(entity, colour, this.#growthOf(entity.id), selected.has(entity.id), lit !== null && !lit.has(entity.id)) }
      : { id: entity.id, hidden: true }));
    this.#edges.update(this.data.links.map((link) => {
      const found = passing(link, state);
      if (isEmpty(found) || !shown.has(link.from) || !shown.has(link.to)) return { id: link.id, hidden: true };
      return { id: link.id, hidden: false, ...edgeLook(link, found, colour, !this.#isLit(link, state, selected)) };
    }));
  }

  #growthOf(id: string): number {
    return (this.data.rank.get(id) ?? HUBS) < HUBS ? this.#grown : 1;
  }

  #keepHubsReadable(): void {
    const wanted = Math.min(4, Math.max(1, 0.85 / this.network.getScale()));
    if (Math.abs(wanted / this.#grown - 1) < 0.12) return;
    this.#grown = wanted;
    requestAnimationFrame(() => this.paint(this.store.state));
  }

  #isLit(link: Link, state: State, selected: ReadonlySet<string>): boolean {
    if (selected.size === 0) return true;
    const ends = Number(selected.has(link.from)) + Number(selected.has(link.to));
    return state.selection?.kind === "node" ? ends > 0 : ends === 2;
  }

  /** Shows all that is drawn. */
  fit(state: State, animated = true): void {
    const nodes = [...shownEntities(this.data, state)];
    if (nodes.length === 0) return;
    this.#measure();
    this.network.fit({ nodes, maxZoomLevel: 1.4, animation: animated && moving() });
    // A little room at the rim, for names that grow as the picture shrinks.
    if (!animated) this.network.moveTo({ scale: this.network.getScale() * 0.92 });
  }

  /** Brings the selected entities into the middle. */
  centre(state: State): void {
    const nodes = [...selectedEntities(this.data, state)].filter((id) => this.data.entity.has(id));
    this.#measure();
    if (nodes.length === 1) this.network.focus(nodes[0] ?? "", { scale: Math.max(0.9, this.network.getScale()), animation: moving() });
    else if (nodes.length > 1) this.network.fit({ nodes, maxZoomLevel: 1.2, animation: moving() });
  }

  /** Takes the room that the panel leaves now, not after the next frame: what is aimed at would end up beside the middle. */
  #measure(): void {
    this.network.setSize("100%", "100%");
    this.network.redraw();
  }

  zoom(factor: number): void {
    this.network.moveTo({ scale: this.network.getScale() * factor, animation: moving() });
  }

  /** Saves what the canvas shows as a PNG on the paper's colour. */
  save(): void {
    const canvas = this.box.querySelector("canvas");
    if (canvas === null) return;
    const copy = document.createElement("canvas");
    copy.width = canvas.width;
    copy.height = canvas.height;
    const context = copy.getContext("2d");
    if (context === null) return;
    context.fillStyle = palette()("paper");
    context.fillRect(0, 0, copy.width, copy.height);
    context.drawImage(canvas, 0, 0);
    const link = document.createElement("a");
    link.download = "graph.png";
    link.href = copy.toDataURL("image/png");
    link.click();
  }
}

function moving(): false | { duration: number; easingFunction: "easeInOutQuad" } {
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  return still ? false : { duration: 350, easingFunction: "easeInOutQuad" };
}
