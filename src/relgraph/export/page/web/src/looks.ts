// How nodes and lines look: widths and dashes from what lies behind them, colours from the style sheet.

import type { Entity, EntityType, Link, RelEvent } from "./data";
import { isEmpty, type Passing } from "./sieve";

export { isEmpty };

/** The colours of the present theme, by the name of their custom property without dashes in front. */
export type Palette = (name: string) => string;

export function palette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const known = new Map<string, string>();
  return (name) => {
    let colour = known.get(name);
    if (colour === undefined) {
      colour = style.getPropertyValue(`--${name}`).trim();
      known.set(name, colour);
    }
    return colour;
  };
}

/** Five steps from cooperation to conflict, by the share of events of conflict. */
export function balance(events: readonly RelEvent[]): 0 | 1 | 2 | 3 | 4 {
  const share = events.filter((event) => event.quad > 2).length / events.length;
  if (share === 0) return 0;
  if (share < 0.4) return 1;
  if (share <= 0.6) return 2;
  return share < 1 ? 3 : 4;
}

export interface LineLook {
  /** The name of a colour of the palette. */
  readonly tone: string;
  /** In pixels of the screen, whatever the zoom; so are the dashes. */
  readonly width: number;
  readonly dashes: readonly number[] | null;
  readonly opacity: number;
  readonly to: boolean;
  readonly from: boolean;
  readonly count: number;
  /** All that it stands for is denied. */
  readonly negated: boolean;
}

const PLANNED = [8, 5];
const NEGATED = [2, 4];
const TOPIC = [1, 4];

export function lineLook(link: Link, found: Passing, faded: boolean): LineLook {
  const { events, relations } = found;
  const acts = events.length > 0;
  const negated = acts && events.every((event) => event.status === "negated");
  const open = acts && events.every((event) => event.status !== "actual");
  const dashes = negated ? NEGATED : open ? PLANNED : acts || relations.length > 0 ? null : TOPIC;
  return {
    tone: acts ? `balance-${balance(events)}` : relations.length > 0 ? "line-relation" : "line-topic",
    width: acts ? 1.4 + Math.min(5, 1.1 * Math.log2(events.length)) : 1,
    dashes, opacity: faded ? 0.13 : acts ? Math.min(0.9, 0.6 + 0.06 * events.length) : 0.7,
    to: acts && directed(events, link.to), from: acts && directed(events, link.from),
    count: faded ? 0 : events.length, negated: negated && !faded,
  };
}

/** Whether some event is done to `end`. */
function directed(events: readonly RelEvent[], end: Entity): boolean {
  return events.some((event) => !event.symmetric && event.recipients.includes(end));
}

/** The radius of a node on the screen: it grows with the zoom, but slower, so that it can be hit from afar. */
export function radiusOf(entity: Entity, scale: number): number {
  return Math.max(4.5, Math.min(24, entity.spot.size * 0.52 * Math.max(0.2, Math.min(3, scale)) ** 0.3));
}

/** The size of a name on the screen. */
export function textSize(entity: Entity): number {
  return 12 + Math.min(4, Math.log2(1 + entity.weight) * 0.6);
}

const LINE = 20;

/** A name on lines of about twenty letters. */
export function onLines(name: string): string[] {
  const lines: string[] = [];
  for (const word of name.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= 3) return lines;
  return [...lines.slice(0, 2), `${lines[2]}…`];
}

/** The direction of a text by its first letter. */
export function directionOf(text: string): "rtl" | "ltr" {
  return /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u.test(text) ? "rtl" : "ltr";
}

/** What pyvis calls the shape of a node, as a path in a box of 24 by 24. */
export const PATHS: Readonly<Record<string, string>> = {
  dot: "M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16z",
  triangle: "M12 3.500l9.200 15.800H2.800z",
  square: "M5 5h14v14H5z",
  triangleDown: "M12 20.500L2.800 4.700h18.400z",
  diamond: "M12 2.500l9.500 9.500l-9.500 9.500l-9.500-9.500z",
  hexagon: "M7 3.500h10l5 8.500l-5 8.500H7l-5-8.500z",
  star: "M12 2l3 7h7l-5.500 4.800l2 7.200l-6.500-4.300l-6.500 4.300l2-7.200L2 9h7z",
};

const SHAPES: Readonly<Record<EntityType, string>> = {
  country: "dot", person: "triangle", organization: "square", place: "triangleDown", negotiation: "diamond", agreement: "hexagon", conflict: "star",
};

export const TYPES = Object.keys(SHAPES) as EntityType[];

export function glyphOf(type: EntityType): string {
  return PATHS[SHAPES[type]] ?? "";
}
