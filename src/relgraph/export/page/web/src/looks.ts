// How nodes and lines look: widths and dashes from what lies behind them, colours from the style sheet.

import type { Entity, EntityType, Link, RelEvent } from "./data";
import { count, nameOf } from "./i18n";
import { eventShown, relationShown, type State } from "./state";

/** The colours of the present theme, by the name of their custom property without dashes in front. */
export type Palette = (name: string) => string;

export function palette(): Palette {
  const style = getComputedStyle(document.documentElement);
  return (name) => style.getPropertyValue(`--${name}`).trim();
}

/** What of a link passes the filters. */
export interface Passing {
  readonly events: readonly RelEvent[];
  readonly relations: Link["relations"];
  readonly topics: readonly RelEvent[];
}

export function passing(link: Link, state: State): Passing {
  const shown = (event: RelEvent): boolean => eventShown(state, event);
  return {
    events: link.events.filter(shown),
    relations: link.relations.filter((relation) => relationShown(state, relation)),
    topics: state.off.has("line.topic") ? [] : link.topics.filter(shown),
  };
}

export function isEmpty(found: Passing): boolean {
  return found.events.length + found.relations.length + found.topics.length === 0;
}

/** Five steps from cooperation to conflict, by the share of events of conflict. */
export function balance(events: readonly RelEvent[]): 0 | 1 | 2 | 3 | 4 {
  const share = events.filter((event) => event.quad > 2).length / events.length;
  if (share === 0) return 0;
  if (share < 0.4) return 1;
  if (share <= 0.6) return 2;
  return share < 1 ? 3 : 4;
}

/** Line, arrows and count of a link, as vis-network takes them. */
export function edgeLook(link: Link, found: Passing, colour: Palette, faded: boolean): Record<string, unknown> {
  const { events, relations } = found;
  const acts = events.length > 0;
  const tone = acts ? `balance-${balance(events)}` : relations.length > 0 ? "line-relation" : "line-topic";
  const open = acts ? events.every((event) => event.status !== "actual") : relations.length === 0;
  return {
    color: { color: colour(tone), inherit: false, opacity: faded ? 0.12 : events.length > 1 ? 0.95 : 0.75 },
    width: acts ? 1.4 + Math.min(6, 1.3 * Math.log2(events.length)) : 1,
    dashes: open ? (acts ? [7, 5] : [2, 5]) : false,
    arrows: { to: { enabled: acts && directed(events, link.to) }, from: { enabled: acts && directed(events, link.from) } },
    label: events.length > 1 && !faded ? count(events.length) : " ",
    font: { color: colour("ink-soft"), strokeColor: colour("paper"), strokeWidth: 4, size: 12, face: "Vazirmatn" },
  };
}

/** Whether some event is done to `end`. */
function directed(events: readonly RelEvent[], end: string): boolean {
  return events.some((event) => !event.symmetric && event.recipients.includes(end));
}

/** Colours and name of a node, as vis-network takes them; `grown` enlarges the name. */
export function nodeLook(entity: Entity, colour: Palette, grown: number, chosen: boolean, faded: boolean): Record<string, unknown> {
  return {
    label: faded ? "" : onLines(nameOf(entity)),
    color: { background: colour(`type-${entity.type}`), border: chosen ? colour("accent") : colour("paper") },
    borderWidth: chosen ? 4 : 1.5,
    opacity: faded ? 0.18 : 1,
    font: {
      face: "Vazirmatn", size: Math.round(grown * (13 + Math.min(9, Math.sqrt(entity.weight)))), color: colour("ink"),
      strokeColor: colour("paper"), strokeWidth: 4,
    },
  };
}

const LINE = 20;

/** A name on lines of about twenty letters, each kept in the direction of the whole: a canvas knows no paragraphs. */
export function onLines(name: string): string {
  const lines: string[] = [];
  for (const word of name.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const isolate = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u.test(name) ? "\u2067" : "\u2066";
  return lines.map((line) => `${isolate}${line}\u2069`).join("\n");
}

export const GLYPHS: Readonly<Record<EntityType, string>> = {
  country: "M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16z",
  person: "M12 4l9 16H3z",
  organization: "M5 5h14v14H5z",
  place: "M12 20L3 4h18z",
  negotiation: "M12 3l9 9l-9 9l-9-9z",
  agreement: "M7 4h10l5 8l-5 8H7l-5-8z",
  conflict: "M12 2l3 7h7l-5.500 4.800l2 7.200l-6.500-4.300l-6.500 4.300l2-7.200L2 9h7z",
};
