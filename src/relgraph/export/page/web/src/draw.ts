// What we draw over vis-network's picture: names, and how many events a line stands for.

import type { Entity } from "./data";
import { count } from "./i18n";
import { isolated, linesOf, place, type Placed, Room, type Wish } from "./labels";
import { type LineLook, onLines, type Palette, textSize } from "./looks";

interface Point { readonly x: number; readonly y: number }

export interface Scene {
  readonly nodes: readonly {
    readonly entity: Entity; readonly x: number; readonly y: number; readonly radius: number; readonly name: string;
    readonly chosen: boolean; readonly faded: boolean; readonly hovered: boolean;
  }[];
  readonly lines: readonly { readonly from: Point; readonly to: Point; readonly look: LineLook; readonly fromRadius: number; readonly toRadius: number }[];
  readonly colour: Palette;
  readonly width: number;
  readonly height: number;
}

export const FACE = "Vazirmatn, system-ui, sans-serif";
const MARGIN = 60;

export interface Badge { readonly x: number; readonly y: number; readonly text: string }

/** The names that find room on the screen, and the counts of lines between them. */
export function lettering(scene: Scene, widthOf: (text: string, size: number) => number): { names: Placed[]; badges: Badge[] } {
  const seen = ({ x, y }: Point): boolean => x > -MARGIN && y > -MARGIN && x < scene.width + MARGIN && y < scene.height + MARGIN;
  const wishes = scene.nodes.filter((node) => !node.faded || node.hovered).filter(seen).map((node): Wish => ({
    x: node.x, y: node.y, radius: node.radius, lines: onLines(node.name), size: textSize(node.entity), weight: -node.entity.rank,
    must: node.chosen || node.hovered, id: node.entity.id,
  }));
  const room = new Room();
  const names = place(wishes, widthOf, room, scene.width);
  return { names, badges: badges(scene, room, widthOf).filter(seen) };
}

/** Numbers in the middle of lines that stand for several events, a cross on those that are denied. */
function badges(scene: Scene, room: Room, widthOf: (text: string, size: number) => number): Badge[] {
  const found: Badge[] = [];
  const ranked = [...scene.lines].filter(({ look }) => look.count > 1 || look.negated).sort((a, b) => b.look.count - a.look.count);
  for (const { from, to, look } of ranked) {
    if (Math.hypot(to.x - from.x, to.y - from.y) < 64) continue;
    const text = look.negated ? (look.count > 1 ? `× ${count(look.count)}` : "×") : count(look.count);
    const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
    const half = widthOf(text, BADGE) / 2 + 3;
    const box = { left: x - half, right: x + half, top: y - 8, bottom: y + 8 };
    if (!room.isFree(box)) continue;
    room.take(box);
    found.push({ x, y, text });
  }
  return found;
}

export const BADGE = 11.5;

/** Draws the lettering in pixels of the screen, whatever the zoom. */
export function drawNames(context: CanvasRenderingContext2D, scene: Scene): readonly Placed[] {
  const ratio = scene.width === 0 ? 1 : context.canvas.width / scene.width;
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textBaseline = "middle";
  context.textAlign = "center";
  context.lineJoin = "round";
  context.strokeStyle = scene.colour("paper");
  const { names, badges: numbers } = lettering(scene, measurer(context));
  context.lineWidth = 4;
  context.fillStyle = scene.colour("ink-soft");
  context.font = `${BADGE}px ${FACE}`;
  for (const { x, y, text } of numbers) write(context, text, x, y);
  context.fillStyle = scene.colour("ink");
  for (const name of names) {
    context.font = `${name.must ? 600 : 450} ${name.size}px ${FACE}`;
    for (const { text, x, y, direction } of linesOf(name)) {
      context.direction = direction;
      write(context, isolated(text, direction), x, y);
    }
  }
  context.restore();
  return names;
}

function write(context: CanvasRenderingContext2D, text: string, x: number, y: number): void {
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
}

const widths = new Map<string, number>();

/** Measuring is slow, and the same names come at each frame. */
function measurer(context: CanvasRenderingContext2D): (text: string, size: number) => number {
  return (text, size) => {
    const key = `${size} ${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      context.font = `450 ${size}px ${FACE}`;
      width = context.measureText(text).width;
      widths.set(key, width);
    }
    return width;
  };
}
