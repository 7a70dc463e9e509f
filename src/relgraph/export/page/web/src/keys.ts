// The keyboard: single keys for the page, arrows and letters for the picture while it has the focus.

import type { Data, Entity } from "./data";
import { byId } from "./dom";
import { openHelp } from "./help";
import { nameOf, t } from "./i18n";
import type { Acts, Panel } from "./panel";
import type { Picture } from "./picture";
import { type Store, VIEWS } from "./state";

export interface Hands {
  readonly store: Store;
  readonly data: Data;
  readonly acts: Acts;
  readonly picture: Picture;
  readonly panel: Panel;
  say(text: string): void;
  zoom(factor: number): void;
  fit(): void;
  /** Gives up what was begun and waits for a choice. */
  cancel(): void;
}

const ARROWS: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
};
const PAN = 80;

export function wireKeys(hands: Hands): void {
  document.addEventListener("keydown", (event) => {
    if (byId<HTMLDialogElement>("help").open) return;
    const typing = event.target instanceof HTMLInputElement && event.target.type !== "checkbox" && event.target.type !== "range";
    if (onPage(event, typing, hands)) event.preventDefault();
  });
  byId("canvas").addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !onPicture(event, hands)) return;
    event.preventDefault();
    event.stopPropagation();
    // The panel takes the keyboard when something is selected; here the reader goes on.
    if (!AWAY.has(event.key)) byId("canvas").focus({ preventScroll: true });
  });
}

/** The keys that lead out of the picture on purpose: to the panel, and to the search. */
const AWAY: ReadonlySet<string> = new Set(["Enter", "p"]);

/** Acts on a key that works everywhere; whether it was one. */
function onPage(event: KeyboardEvent, typing: boolean, { store, cancel }: Hands): boolean {
  const { key } = event;
  if (key === "Escape") {
    cancel();
    if (store.state.selection !== null) store.set({ selection: null });
    else if (store.state.focus !== null) store.set({ focus: null, hops: 1 });
    else return false;
    return true;
  }
  if (typing) return false;
  if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === "z") return act(() => store.undo());
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (key === "/") return act(() => byId("search").focus());
  if (key === "?") return act(openHelp);
  if (key === "u") return act(() => store.undo());
  const view = VIEWS[Number(latin(key)) - 1];
  return view !== undefined && act(() => store.set({ view }));
}

function onPicture(event: KeyboardEvent, { store, data, acts, picture, panel, say, zoom, fit }: Hands): boolean {
  const { key } = event;
  const arrow = ARROWS[key];
  if (arrow !== undefined) {
    const [right, down] = arrow;
    if (event.shiftKey) return act(() => picture.pan(right * PAN, down * PAN));
    const next = picture.next(right, down);
    if (next === null) return true;
    store.set({ selection: { kind: "node", id: next.id } });
    say(`${nameOf(next)}${t("list.comma")}${t(`type.${next.type}`)}`);
    return true;
  }
  if (key === "+" || key === "=") return act(() => zoom(1.3));
  if (key === "-") return act(() => zoom(1 / 1.3));
  if (latin(key) === "0") return act(fit);
  const entity = chosen(store, data);
  if (entity === null) return false;
  switch (key) {
    case "Enter": return act(() => panel.enter());
    case "e": return act(() => acts.expand(entity));
    case "f": return act(() => store.state.focus === entity.id ? acts.leaveFocus() : acts.focus(entity, 1));
    case "p": return act(() => acts.findPath(entity));
    case "h": case "Delete": return act(() => acts.hide(entity));
    default: return false;
  }
}

function act(what: () => void): true {
  what();
  return true;
}

function chosen(store: Store, data: Data): Entity | null {
  const { selection } = store.state;
  return selection?.kind === "node" ? data.entity.get(selection.id) ?? null : null;
}

/** A digit of a Persian keyboard as the Latin one. */
function latin(key: string): string {
  return /^[۰-۹]$/.test(key) ? String(key.charCodeAt(0) - 0x06f0) : key;
}
