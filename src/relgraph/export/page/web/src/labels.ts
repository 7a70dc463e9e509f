// Names on the picture: the same size on the screen at any zoom, the most important first, none over another.

import { directionOf } from "./looks";

/** Something that wants its name shown; places and sizes are in pixels of the screen. */
export interface Wish {
  readonly x: number;
  readonly y: number;
  /** How far the middle of its sign is from its rim. */
  readonly radius: number;
  readonly lines: readonly string[];
  readonly size: number;
  readonly weight: number;
  /** Whether it is shown even where it covers others. */
  readonly must: boolean;
  readonly id: string;
}

export interface Placed extends Wish {
  /** The middle of the block of lines, and its top. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Box { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** Boxes that are taken, found by a coarse grid. */
export class Room {
  readonly #cells = new Map<number, Box[]>();
  static readonly #CELL = 80;
  /** More than any screen has; a name far outside of it may meet another one's cell, which costs a comparison. */
  static readonly #ROWS = 10_007;

  isFree(box: Box): boolean {
    for (const cell of this.#cellsOf(box)) {
      for (const other of this.#cells.get(cell) ?? []) {
        if (box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom) return false;
      }
    }
    return true;
  }

  take(box: Box): void {
    for (const cell of this.#cellsOf(box)) {
      const list = this.#cells.get(cell);
      if (list === undefined) this.#cells.set(cell, [box]);
      else list.push(box);
    }
  }

  #cellsOf(box: Box): number[] {
    const cells: number[] = [];
    for (let x = Math.floor(box.left / Room.#CELL); x * Room.#CELL <= box.right; x += 1) {
      for (let y = Math.floor(box.top / Room.#CELL); y * Room.#CELL <= box.bottom; y += 1) cells.push(x * Room.#ROWS + y);
    }
    return cells;
  }
}

const LEADING = 1.25;
const GAP = 3;

/** Where names find room: below their sign, else above, or beside it. Who finds none stays without a name. */
export function place(wishes: readonly Wish[], widthOf: (text: string, size: number) => number, room: Room, screen: number): Placed[] {
  for (const { x, y, radius } of wishes) room.take({ left: x - radius * 0.7, top: y - radius * 0.7, right: x + radius * 0.7, bottom: y + radius * 0.7 });
  const placed: Placed[] = [];
  for (const wish of [...wishes].sort((a, b) => Number(b.must) - Number(a.must) || b.weight - a.weight || (a.id < b.id ? -1 : 1))) {
    const width = Math.max(...wish.lines.map((line) => widthOf(line, wish.size)));
    const height = wish.lines.length * wish.size * LEADING;
    const spots = [
      [wish.x - width / 2, wish.y + wish.radius + GAP], [wish.x - width / 2, wish.y - wish.radius - GAP - height],
      [wish.x + wish.radius + GAP + 2, wish.y - height / 2], [wish.x - wish.radius - GAP - 2 - width, wish.y - height / 2],
    ] as const;
    const boxes = spots.map(([left, top]) => ({ left, top, right: left + width, bottom: top + height }));
    const free = boxes.filter((candidate) => room.isFree(candidate));
    // Rather whole on another side than cut by the rim of the screen.
    const box = free.find(({ left, right }) => left >= 0 && right <= screen) ?? free[0] ?? (wish.must ? boxes[0] : undefined);
    if (box === undefined) continue;
    room.take({ left: box.left - 2, top: box.top - 1, right: box.right + 2, bottom: box.bottom + 1 });
    placed.push({ ...wish, left: box.left + width / 2, top: box.top, width, height });
  }
  return placed;
}

/** The middle of each line of a placed name. */
export function linesOf(name: Placed): { readonly text: string; readonly x: number; readonly y: number; readonly direction: "rtl" | "ltr" }[] {
  const direction = directionOf(name.lines.join(" "));
  return name.lines.map((text, number) => ({ text, x: name.left, y: name.top + (number + 0.5) * name.size * LEADING, direction }));
}

/** A line kept in its own direction, so that nothing in a name turns what stands around it. */
export function isolated(text: string, direction: "rtl" | "ltr"): string {
  return `${direction === "rtl" ? "\u2067" : "\u2066"}${text}\u2069`;
}
