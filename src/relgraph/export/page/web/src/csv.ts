// The events that pass the filters as a table for spreadsheets.

import { eventName } from "./cards";
import type { Entity, RelEvent } from "./data";
import { inFigures } from "./dates";
import { nameOf, t } from "./i18n";

const COLUMNS: readonly (readonly [string, (event: RelEvent) => string])[] = [
  ["id", (event) => event.id],
  ["date", (event) => event.date ?? ""],
  ["date_jalali", (event) => (event.date === null ? "" : inFigures(event.date, "persian"))],
  ["type", (event) => event.type],
  ["mode", (event) => event.mode ?? ""],
  ["event", eventName],
  ["quad", (event) => t(`quad.${event.quad}`)],
  ["status", (event) => event.status],
  ["actors", (event) => names(event.actors)],
  ["recipients", (event) => names(event.recipients)],
  ["places", (event) => names(event.places)],
  ["topics", (event) => names(event.topics)],
  ["confidence", (event) => String(event.confidence)],
  ["articles", (event) => String(articles(event))],
  ["speaker", (event) => { const speaker = event.claims[0]?.speaker; return speaker == null ? "" : nameOf(speaker); }],
  ["source", (event) => event.claims[0]?.sentence.article?.source ?? ""],
  ["published", (event) => event.claims[0]?.sentence.article?.published ?? ""],
  ["url", (event) => event.claims[0]?.sentence.article?.url ?? ""],
  ["sentence", (event) => event.claims[0]?.sentence.text ?? ""],
];

function names(entities: readonly Entity[]): string {
  return entities.map(nameOf).join("; ");
}

export function articles(event: RelEvent): number {
  return new Set(event.articles).size;
}

/** One row an event, with a byte order mark: without it spreadsheets take Persian for another encoding. */
export function csvOf(events: readonly RelEvent[]): Blob {
  const rows = [COLUMNS.map(([name]) => name), ...events.map((event) => COLUMNS.map(([, of]) => cell(of(event))))];
  return new Blob(["\ufeff", rows.map((row) => row.join(",")).join("\r\n"), "\r\n"], { type: "text/csv;charset=utf-8" });
}

/** Quoted where need be; what a spreadsheet would take for a formula is set off by an apostrophe. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
