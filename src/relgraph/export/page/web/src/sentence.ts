// A text with the parts that carry a statement marked.

import type { Claim, Mark } from "./data";
import { h } from "./dom";
import { t } from "./i18n";
import { directionOf } from "./looks";

// When marks overlap the earlier in this list gives the colour: the act first, then who.
export const ROLES = ["trigger", "actor", "recipient", "place", "date", "topic", "speaker", "evidence"];

/** The sentence in its own direction, cut at the bounds of its marks. */
export function sentenceOf(claim: Claim): HTMLElement {
  const { text, article } = claim.sentence;
  const quote = h("blockquote", { ...readingOf(article?.language ?? null, text), class: "sentence" });
  for (const { piece, role } of segments(text, claim.marks)) quote.append(role === null ? piece : marked(piece, role));
  return quote;
}

/** Language and direction of a quote: as its article says, or as its letters show. */
export function readingOf(language: string | null, text: string): { dir: string; lang: string } {
  const direction = directionOf(text);
  return { dir: direction, lang: language !== null && /^[a-z]{2,3}$/.test(language) ? language : direction === "rtl" ? "fa" : "en" };
}

export function marked(piece: string, role: string): HTMLElement {
  return h("mark", { class: `mark ${ROLES.includes(role) ? role : "other"}`, title: t(`role.${role}`) }, piece);
}

export interface Segment { readonly piece: string; readonly role: string | null; readonly start: number }

/** Consecutive pieces of the text, each with the role that marks it. */
export function segments(text: string, marks: readonly Mark[]): Segment[] {
  const bounds = [...new Set([0, text.length, ...marks.flatMap(([, start, end]) => [start, end])])].sort((a, b) => a - b);
  const pieces: Segment[] = [];
  const sorted = [...marks].sort((a, b) => a[1] - b[1]);
  let open: Mark[] = [];
  let next = 0;
  for (let at = 0; at + 1 < bounds.length; at += 1) {
    const [start, end] = [bounds[at] ?? 0, bounds[at + 1] ?? 0];
    while (next < sorted.length && (sorted[next]?.[1] ?? 0) <= start) open.push(sorted[next++] as Mark);
    open = open.filter(([, , to]) => to >= end);
    const roles = new Set(open.map(([role]) => role));
    pieces.push({ piece: text.slice(start, end), role: ROLES.find((role) => roles.has(role)) ?? [...roles][0] ?? null, start });
  }
  return pieces;
}
