// The search box: a combobox over all names, in both scripts.

import type { Data, Entity } from "./data";
import { h, icon } from "./dom";
import { fit, words } from "./fold";
import { count, nameOf, otherNameOf, t } from "./i18n";
import { glyphOf } from "./looks";

const SHOWN = 12;

interface Entry { readonly entity: Entity; readonly names: readonly string[][] }

/** Wires the input and its list; `choose` is called with the entity that the reader picks. */
export function searchBox(input: HTMLInputElement, list: HTMLElement, status: HTMLElement, data: Data, choose: (entity: Entity) => void): void {
  let entries: readonly Entry[] | null = null;
  let found: Entity[] = [];
  let active = -1;

  const close = (): void => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const pick = (entity: Entity | undefined): void => {
    if (entity === undefined) return;
    close();
    input.value = "";
    choose(entity);
  };
  const mark = (place: number): void => {
    active = place;
    [...list.children].forEach((row, at) => row.setAttribute("aria-selected", String(at === place)));
    input.setAttribute("aria-activedescendant", `found-${place}`);
    list.children[place]?.scrollIntoView({ block: "nearest" });
  };
  const show = (): void => {
    const query = words(input.value).join("");
    if (query === "") {
      status.textContent = "";
      return close();
    }
    entries ??= entriesOf(data);
    found = matches(entries, query).slice(0, SHOWN);
    status.textContent = found.length === 0 ? t("search.none") : t("search.results", { count: count(found.length) });
    list.replaceChildren(...(found.length === 0 ? [h("li", { class: "none" }, t("search.none"))] : found.map((entity, place) => row(entity, place, () => pick(entity)))));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    if (found.length > 0) mark(0);
  };

  input.addEventListener("input", show);
  input.addEventListener("focus", show);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      input.value = "";
      close();
    } else if (!list.hidden && found.length > 0) {
      if (event.key === "Enter") pick(found[active]);
      else if (event.key === "ArrowDown") mark((active + 1) % found.length);
      else if (event.key === "ArrowUp") mark((active + found.length - 1) % found.length);
      else return;
      event.preventDefault();
    }
  });
}

/** Folding all names takes long on a large graph, so it waits for the first letter that is typed. */
function entriesOf(data: Data): Entry[] {
  return data.entities.map((entity) => ({
    entity,
    names: [...new Set([entity.fa, entity.en, ...entity.surfaces])].flatMap((name) => (name === null ? [] : [words(name)])),
  }));
}

/** Best fits first; among equals the heavier entity. */
function matches(entries: readonly Entry[], query: string): Entity[] {
  return entries
    .flatMap(({ entity, names }) => {
      const fits = names.flatMap((name) => fit(name, query) ?? []);
      return fits.length === 0 ? [] : [{ entity, best: Math.min(...fits) }];
    })
    .sort((a, b) => a.best - b.best || b.entity.weight - a.entity.weight || a.entity.rank - b.entity.rank)
    .map(({ entity }) => entity);
}

function row(entity: Entity, place: number, pick: () => void): HTMLElement {
  const other = otherNameOf(entity);
  const glyph = icon(glyphOf(entity.type), true);
  glyph.classList.add(`type-${entity.type}`);
  const keepFocus = (event: Event): void => {
    event.preventDefault();
    pick();
  };
  return h("li", { id: `found-${place}`, role: "option", onmousedown: keepFocus },
    glyph, h("bdi", { class: "name" }, nameOf(entity)), other === null ? null : h("bdi", { class: "other" }, other));
}
