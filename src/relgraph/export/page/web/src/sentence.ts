// A sentence with the parts that carry the statement marked.

import type { Claim, Mark } from "./data";
import { h } from "./dom";
import { t } from "./i18n";

// When marks overlap the earlier in this list gives the colour: the act first, then who.
const PRECEDENCE = ["trigger", "actor", "recipient", "place", "date", "topic", "speaker", "evidence"];

/** The sentence in its own direction, cut at the bounds of its marks. */
export function sentenceOf(claim: Claim, language: string | null): HTMLElement {
  const quote = h("blockquote", { dir: language === "en" ? "ltr" : "rtl", lang: language ?? "fa", class: "sentence" });
  for (const [text, role] of segments(claim.sentence, claim.marks)) {
    quote.append(role === null ? text : h("mark", { class: `mark ${role}`, title: t(`role.${role}`) }, text));
  }
  return quote;
}

/** Consecutive pieces of the text, each with the role that marks it. */
export function segments(text: string, marks: readonly Mark[]): [string, string | null][] {
  const bounds = [...new Set([0, text.length, ...marks.flatMap(([, start, end]) => [start, end])])].sort((a, b) => a - b);
  const pieces: [string, string | null][] = [];
  for (let at = 0; at + 1 < bounds.length; at += 1) {
    const start = bounds[at] ?? 0;
    const end = bounds[at + 1] ?? 0;
    const roles = new Set(marks.filter(([, from, to]) => from <= start && end <= to).map(([role]) => role));
    pieces.push([text.slice(start, end), PRECEDENCE.find((role) => roles.has(role)) ?? null]);
  }
  return pieces;
}
