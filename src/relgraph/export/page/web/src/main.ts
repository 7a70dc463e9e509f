// The start: reads the data, builds the parts, and keeps them, the address and the state in step.

import type { Desk } from "./cards";
import { type Entity, readData } from "./data";
import { byId, h } from "./dom";
import { Filters } from "./filters";
import { openHelp } from "./help";
import { count, nameOf, t, translate } from "./i18n";
import { wireKeys } from "./keys";
import { WorldMap } from "./map";
import { Matrix } from "./matrix";
import { type Acts, Panel } from "./panel";
import { Picture, type Pointed } from "./picture";
import { savePicture, saveSvg } from "./save";
import { searchBox } from "./search";
import { isEmpty, Sieve } from "./sieve";
import { fromHash, isFiltered, START, type State, Store, toHash, toggled, VIEWS } from "./state";
import { Table } from "./table";
import { Timeline } from "./timeline";
import { drawn, type Drawn, neighbours, STEP } from "./visible";

const data = readData(byId("data").textContent ?? "");
const begin: State = { ...START, language: data.start.language, focus: data.start.focus };
const store = new Store(fromHash(location.hash, begin));
const desk: Desk = { data, store };
const darkSystem = window.matchMedia("(prefers-color-scheme: dark)");
let sieve = new Sieve(data, store.state);
/** The entity from which the reader looks for a path, until the other end is chosen. */
let pathFrom: Entity | null = null;

function isDark(state: State): boolean {
  return state.theme === null ? darkSystem.matches : state.theme === "dark";
}

/** Everything outside of the parts: language, theme, view, the line that sums up. */
function dress(state: State): void {
  const root = document.documentElement;
  root.lang = state.language;
  root.dir = state.language === "fa" ? "rtl" : "ltr";
  root.dataset["theme"] = isDark(state) ? "dark" : "light";
  document.body.dataset["view"] = state.view;
  translate(document);
  document.title = t("page.title");
  const { totals } = data;
  byId("summary").textContent = isFiltered(state)
    ? t("page.filtered", { events: count(sieve.events.length), all: count(totals.events) })
    : t("page.summary", { nodes: count(totals.nodes), events: count(totals.events), relations: count(totals.relations), sources: count(totals.sources) });
  const part = data.events.length < totals.events || data.entities.length < totals.nodes;
  byId("part").hidden = !part;
  byId("part").textContent = part ? t("page.part", { nodes: count(data.entities.length), events: count(data.events.length) }) : "";
  for (const view of VIEWS) {
    byId(view).hidden = state.view !== view;
    byId(`view-${view}`).setAttribute("aria-pressed", String(state.view === view));
  }
  byId("undo").toggleAttribute("disabled", !store.canUndo);
  byId("language").lang = state.language === "fa" ? "en" : "fa";
}

/** What the picture leaves out, or what to do; nothing while something is selected. */
function hint(state: State, picture: Drawn): void {
  const { entities, all, weaker } = picture;
  const about = pathFrom !== null ? t("hint.path", { name: nameOf(pathFrom) })
    : data.entities.length === 0 ? t("page.empty")
      : entities.length === 0 ? t("hint.none")
        : state.focus !== null ? t("hint.focus", { name: nameOf(data.entity.get(state.focus) ?? entities[0] as Entity), shown: count(entities.length) })
          : entities.length < all || weaker > 0 ? t("hint.backbone", { shown: count(entities.length), all: count(all) })
            : t("hint.graph");
  byId("hint").textContent = about;
  byId("hint").hidden = state.selection !== null && pathFrom === null;
}

const acts: Acts = {
  expand(entity) {
    const shown = new Set(picture.drawn.entities);
    const further = neighbours(data, entity, sieve).filter((other) => !shown.has(other)).slice(0, STEP);
    const added = new Set([...store.state.added, entity.id, ...further.map(({ id }) => id)]);
    const hidden = new Set([...store.state.hidden].filter((id) => !added.has(id)));
    say(t("said.expanded", { count: count(further.length), name: nameOf(entity) }));
    store.set({ added, hidden, selection: { kind: "node", id: entity.id }, view: "graph" });
  },
  hide(entity) {
    say(t("said.hidden", { name: nameOf(entity) }));
    store.set({ hidden: toggled(store.state.hidden, entity.id), selection: null, ...(store.state.focus === entity.id ? { focus: null } : {}) });
  },
  focus(entity, hops) {
    store.set({ focus: entity.id, hops, view: "graph", selection: { kind: "node", id: entity.id } });
  },
  leaveFocus() {
    store.set({ focus: null, hops: 1 });
  },
  findPath(from) {
    pathFrom = from;
    hint(store.state, picture.drawn);
    say(t("hint.path", { name: nameOf(from) }));
    byId("search").focus();
  },
};

/** An entity was chosen by name: as the other end of a path that is looked for, or to be shown. */
function found(entity: Entity): void {
  const from = pathFrom;
  pathFrom = null;
  if (from !== null && from !== entity) return store.set({ selection: { kind: "path", from: from.id, to: entity.id }, view: "graph" });
  const hidden = new Set([...store.state.hidden].filter((id) => id !== entity.id));
  const added = new Set([...store.state.added, ...(picture.drawn.entities.includes(entity) ? [] : [entity.id])]);
  store.set({ selection: { kind: "node", id: entity.id }, hidden, added });
}

/** Tells those who don't see the picture. */
function say(text: string): void {
  byId("said").textContent = text;
}

/** The name of what the pointer is on, beside it. */
function point(at: Pointed | null): void {
  const tip = byId("tip");
  tip.hidden = at === null || (at.entity === null && at.link === null);
  if (at === null || tip.hidden) return;
  const link = at.link === null ? null : sieve.of(at.link);
  if (at.entity !== null) {
    tip.replaceChildren(h("bdi", {}, nameOf(at.entity)), ` · ${t(`type.${at.entity.type}`)}`);
  } else if (at.link !== null && link !== null && !isEmpty(link)) {
    const size = link.events.length + link.relations.length + link.topics.length;
    tip.replaceChildren(h("bdi", {}, nameOf(at.link.from)), " – ", h("bdi", {}, nameOf(at.link.to)), ` · ${t("tip.statements", { count: count(size) })}`);
  }
  tip.style.left = `${Math.max(8, Math.min(byId("graph").clientWidth - tip.offsetWidth - 8, at.x + 14))}px`;
  tip.style.top = `${at.y + 16}px`;
}

const panel = new Panel(byId("panel"), desk, acts);
const filters = new Filters(byId("filters"), data, store);
const table = new Table(byId("table"), desk);
const timeline = new Timeline(byId("timeline"), desk);
const matrix = new Matrix(byId("matrix"), desk);
const map = new WorldMap(byId("map"), desk);
let picture: Picture;

/** Draws the view that is open; whether the picture shows other entities than before. */
function show(state: State): boolean {
  switch (state.view) {
    case "graph": {
      const changed = picture.show(state, sieve);
      hint(state, picture.drawn);
      return changed;
    }
    case "table": table.draw(state, sieve); break;
    case "timeline": timeline.draw(state, sieve); break;
    case "map": map.draw(state, sieve); break;
    case "matrix": matrix.draw(sieve); break;
  }
  return false;
}

const FILTERS = ["off", "from", "to", "confidence", "outlets", "countries", "text"] as const;

function follow(state: State, before: State): void {
  if (FILTERS.some((key) => state[key] !== before[key])) sieve = new Sieve(data, state);
  const chosen = state.selection !== before.selection;
  if (chosen) pathFrom = null;
  dress(state);
  panel.draw(state, sieve);
  const changed = show(state);
  filters.draw(state, sieve, state.view === "graph" ? picture.drawn : drawn(data, state, sieve));
  if (state.view === "graph") {
    const path = chosen && state.selection?.kind === "path";
    if (state.focus !== before.focus || state.hops !== before.hops || state.view !== before.view || (changed && !picture.pointing && !chosen)) picture.fit();
    else if (path || (chosen && state.selection !== null && !picture.pointing)) picture.centre();
  }
  if (chosen && state.selection !== null) panel.enter();
  history.replaceState(null, "", toHash(state, begin));
}

function start(): void {
  dress(store.state);
  picture = new Picture(byId("canvas"), data, {
    choose: (selection) => {
      if (selection?.kind === "node" && pathFrom !== null) return found(data.entity.get(selection.id) as Entity);
      store.set({ selection });
    },
    expand: acts.expand, point,
  });
  panel.draw(store.state, sieve);
  show(store.state);
  filters.draw(store.state, sieve, store.state.view === "graph" ? picture.drawn : drawn(data, store.state, sieve));
  if (store.state.view === "graph") {
    picture.fit(false);
    if (store.state.selection !== null && store.state.focus === null) picture.centre();
  }
  // For scripts that look at the page from outside, as our own tests do.
  Object.assign(window, { relgraph: { network: picture.network, picture, data, store } });
  store.listen(follow);
  wire();
  document.documentElement.dataset["ready"] = "";
}

function wire(): void {
  const on = (id: string, act: () => void): void => byId(id).addEventListener("click", act);
  on("language", () => store.set({ language: store.state.language === "fa" ? "en" : "fa" }));
  on("theme", () => store.set({ theme: isDark(store.state) ? "light" : "dark" }));
  for (const view of VIEWS) on(`view-${view}`, () => store.set({ view }));
  const zoom = (factor: number): void => store.state.view === "map" ? map.zoom(factor) : picture.zoom(factor);
  on("zoom-in", () => zoom(1.4));
  on("zoom-out", () => zoom(1 / 1.4));
  on("fit", () => store.state.view === "map" ? map.fit() : picture.fit());
  on("undo", () => store.undo());
  on("png", () => save("png"));
  on("svg", () => save("svg"));
  on("open-help", openHelp);
  on("toggle-filters", () => {
    const open = document.body.classList.toggle("with-filters");
    byId("toggle-filters").setAttribute("aria-expanded", String(open));
  });
  searchBox(byId<HTMLInputElement>("search"), byId("found"), byId("search-status"), data, found);
  wireKeys({ store, data, acts, picture, panel, say, zoom, fit: () => byId("fit").click(), cancel: () => {
    pathFrom = null;
    hint(store.state, picture.drawn);
  } });
  // Paper is light.
  window.addEventListener("beforeprint", () => {
    document.documentElement.dataset["theme"] = "light";
    show(store.state);
    picture.redraw();
  });
  window.addEventListener("afterprint", () => follow(store.state, store.state));
  darkSystem.addEventListener("change", () => follow(store.state, store.state));
  window.addEventListener("hashchange", () => store.set(fromHash(location.hash, begin)));
  let waiting = 0;
  window.addEventListener("resize", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => {
      if (store.state.view === "timeline" || store.state.view === "map") show(store.state);
    });
  });
}

function save(format: "png" | "svg"): void {
  const { view } = store.state;
  if (view === "graph") return savePicture(picture, format);
  const shown = byId(view).querySelector<SVGSVGElement>(":scope svg.world, :scope .lane-box > svg");
  if (shown !== null) saveSvg(shown, view, format);
}

// The canvas measures names once, so the font must be there first.
void document.fonts.load("14px Vazirmatn", "آA").then(start);
