// The reader's language: the words of the page, names of entities, digits.

import type { Entity } from "./data";
import { officeInPersian } from "./offices";
import { WORDS } from "./words";

export type Language = "fa" | "en";

let current: Language = "fa";

export const language = (): Language => current;

export function setLanguage(next: Language): void {
  current = next;
}

/** A word of the page; {slots} are filled from `values`. A key without an entry shows its last part as it is. */
export function t(key: string, values: Record<string, string> = {}): string {
  const entry = WORDS[key];
  const text = entry === undefined ? key.slice(key.indexOf(".") + 1).replaceAll("_", " ") : entry[current === "fa" ? 0 : 1];
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
}

/** What a relation is qualified by: a kind of membership, or an office. */
export function qualifierName(qualifier: string): string {
  const key = `qualifier.${qualifier}`;
  if (Object.hasOwn(WORDS, key)) return t(key);
  return current === "fa" ? officeInPersian(qualifier) ?? qualifier : qualifier;
}

/** A count in the reader's digits. */
export function count(value: number): string {
  return numbers("").format(value);
}

/** A share between 0 and 1 as a percentage. */
export function percent(value: number): string {
  return numbers("percent").format(value);
}

const made = new Map<string, Intl.NumberFormat>();

/** Making a formatter takes long, so each is made once. */
function numbers(style: "" | "percent"): Intl.NumberFormat {
  const key = current + style;
  let format = made.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(current === "fa" ? "fa-IR" : "en-GB", style === "" ? {} : { style });
    made.set(key, format);
  }
  return format;
}

/** An entity's name in the reader's language, or in the other where it has none. */
export function nameOf(entity: Entity): string {
  return (current === "fa" ? entity.fa ?? entity.en : entity.en ?? entity.fa) ?? entity.id;
}

/** Its name in the other language, if that is another name. */
export function otherNameOf(entity: Entity): string | null {
  const other = current === "fa" ? entity.en : entity.fa;
  return other === nameOf(entity) ? null : other;
}

/** Puts the words of the page into every element that names one: `data-t` for its text, `data-t-label`, `-placeholder`. */
export function translate(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>("[data-t]")) element.textContent = t(element.dataset["t"] ?? "");
  for (const element of root.querySelectorAll<HTMLElement>("[data-t-label]")) {
    const label = t(element.dataset["tLabel"] ?? "");
    element.setAttribute("aria-label", label);
    if (element.tagName === "BUTTON") element.title = label;
  }
  for (const element of root.querySelectorAll<HTMLInputElement>("[data-t-placeholder]")) {
    element.placeholder = t(element.dataset["tPlaceholder"] ?? "");
  }
}
