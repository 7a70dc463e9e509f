// The start: reads the data, builds the parts, and keeps them, the address and the state in step.

import { readData } from "./data";
import { byId } from "./dom";
import { drawFilters } from "./filters";
import { count, t, translate } from "./i18n";
import { Panel } from "./panel";
import { Picture } from "./picture";
import { searchBox } from "./search";
import { fromHash, type State, Store, toHash } from "./state";
import { Table } from "./table";

const data = readData(byId("data").textContent ?? "");
const store = new Store(fromHash(location.hash));
const darkSystem = window.matchMedia("(prefers-color-scheme: dark)");

function isDark(state: State): boolean {
  return state.theme === null ? darkSystem.matches : state.theme === "dark";
}

/** Everything outside of the parts: language, theme, view, the line that sums up. */
function dress(state: State): void {
  const root = document.documentElement;
  root.lang = state.language;
  root.dir = state.language === "fa" ? "rtl" : "ltr";
  root.dataset["theme"] = isDark(state) ? "dark" : "light";
  translate(document);
  document.title = t("page.title");
  const all = (part: Record<string, number>): Record<string, string> => {
    return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, count(value)]));
  };
  byId("summary").textContent = t("page.summary", all(data.totals));
  const part = data.events.length < data.totals.events || data.entities.length < data.totals.nodes;
  byId("part").hidden = !part;
  byId("part").textContent = part ? t("page.part", all({ nodes: data.entities.length, events: data.events.length })) : "";
  byId("graph").hidden = state.view !== "graph";
  byId("table").hidden = state.view !== "table";
  byId("view-graph").setAttribute("aria-pressed", String(state.view === "graph"));
  byId("view-table").setAttribute("aria-pressed", String(state.view === "table"));
  byId("hint").textContent = t(data.entities.length === 0 ? "page.empty" : "hint.graph");
  byId("hint").hidden = state.selection !== null;
  byId("language").lang = state.language === "fa" ? "en" : "fa";
}

function start(): void {
  dress(store.state);
  const panel = new Panel(byId("panel"), data, store);
  const table = new Table(byId("table"), data, store);
  panel.draw(store.state);
  drawFilters(byId("filters"), data, store.state, store);
  const picture = new Picture(byId("canvas"), data, store);
  // For scripts that look at the picture from outside, as our own tests do.
  Object.assign(window, { relgraph: { network: picture.network } });
  picture.fit(store.state, false);
  if (store.state.selection !== null) picture.centre(store.state);
  if (store.state.view === "table") table.draw(store.state);

  store.listen((state, before) => {
    const chosen = state.selection !== before.selection;
    dress(state);
    panel.draw(state);
    picture.paint(state);
    drawFilters(byId("filters"), data, state, store);
    if (state.view === "table") table.draw(state);
    if (state.focus !== before.focus || state.view !== before.view || state.top !== before.top) picture.fit(state);
    else if (chosen && state.selection !== null && !picture.pointing) picture.centre(state);
    if (chosen && state.selection !== null) panel.enter();
    history.replaceState(null, "", toHash(state));
  });
  wire(picture);
}

function wire(picture: Picture): void {
  const on = (id: string, act: () => void): void => byId(id).addEventListener("click", act);
  on("language", () => store.set({ language: store.state.language === "fa" ? "en" : "fa" }));
  on("theme", () => store.set({ theme: isDark(store.state) ? "light" : "dark" }));
  on("view-graph", () => store.set({ view: "graph" }));
  on("view-table", () => store.set({ view: "table" }));
  on("zoom-in", () => picture.zoom(1.3));
  on("zoom-out", () => picture.zoom(1 / 1.3));
  on("fit", () => picture.fit(store.state));
  on("png", () => picture.save());
  on("toggle-filters", () => {
    const open = document.body.classList.toggle("with-filters");
    byId("toggle-filters").setAttribute("aria-expanded", String(open));
  });
  searchBox(byId<HTMLInputElement>("search"), byId("found"), byId("search-status"), data, (id) => {
    store.set({ selection: { kind: "node", id }, focus: false, view: "graph" });
  });
  darkSystem.addEventListener("change", () => store.set({}));
  window.addEventListener("hashchange", () => store.set(fromHash(location.hash)));
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key === "Escape" && store.state.selection !== null) store.set({ selection: null, focus: false });
    else if (event.key === "/" && !typing) {
      event.preventDefault();
      byId("search").focus();
    }
  });
}

// The canvas measures names once, so the font must be there first.
void document.fonts.load("14px Vazirmatn", "آA").then(start);
