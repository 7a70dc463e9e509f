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
  const { names, badges: numbers } = lettering(scene, measurer(context));
  const ink = { ratio, paper: scene.colour("paper"), ink: scene.colour("ink"), soft: scene.colour("ink-soft") };
  for (const { x, y, text } of numbers) stamp(context, { lines: [{ text, x: 0, y: 0, direction: "ltr" }], size: BADGE, weight: 400, colour: ink.soft }, x, y, ink);
  for (const name of names) {
    const at = { left: 0, top: 0 };
    stamp(context, { lines: linesOf({ ...name, ...at }), size: name.size, weight: name.must ? 600 : 450, colour: ink.ink }, name.left, name.top, ink);
  }
  context.restore();
  return names;
}

interface Text {
  /** Around the origin, in pixels of the screen. */
  readonly lines: ReturnType<typeof linesOf>;
  readonly size: number;
  readonly weight: number;
  readonly colour: string;
}

interface Stamp { readonly image: HTMLCanvasElement; readonly left: number; readonly top: number; readonly width: number; readonly height: number }

const stamps = new Map<string, Stamp>();
const KEPT = 3_000;
const RIM = 4;

/** Puts a text down. Letters with a rim are slow to draw, so each is drawn once and copied at each frame. */
function stamp(context: CanvasRenderingContext2D, text: Text, x: number, y: number, { ratio, paper }: { ratio: number; paper: string }): void {
  const key = JSON.stringify([text.lines.map((line) => line.text), text.size, text.weight, text.colour, paper, ratio]);
  let made = stamps.get(key);
  if (made === undefined) {
    made = makeStamp(text, paper, ratio);
    if (stamps.size >= KEPT) stamps.clear();
    stamps.set(key, made);
  }
  // On whole pixels of the screen, else the copy is blurred.
  const [left, top] = [Math.round((x + made.left) * ratio) / ratio, Math.round((y + made.top) * ratio) / ratio];
  context.drawImage(made.image, left, top, made.width, made.height);
}

function makeStamp(text: Text, paper: string, ratio: number): Stamp {
  const image = document.createElement("canvas");
  const context = image.getContext("2d");
  if (context === null) return { image, left: 0, top: 0, width: 0, height: 0 };
  const font = `${text.weight} ${text.size}px ${FACE}`;
  context.font = font;
  const width = Math.ceil(Math.max(...text.lines.map((line) => context.measureText(line.text).width))) + 2 * RIM + 4;
  const ys = text.lines.map((line) => line.y);
  const [top, bottom] = [Math.min(...ys) - text.size - RIM, Math.max(...ys) + text.size + RIM];
  image.width = Math.ceil(width * ratio);
  image.height = Math.ceil((bottom - top) * ratio);
  context.scale(ratio, ratio);
  context.translate(width / 2, -top);
  Object.assign(context, { font, textBaseline: "middle", textAlign: "center", lineJoin: "round", lineWidth: RIM, strokeStyle: paper, fillStyle: text.colour });
  for (const { text: line, y, direction } of text.lines) {
    context.direction = direction;
    context.strokeText(isolated(line, direction), 0, y);
    context.fillText(isolated(line, direction), 0, y);
  }
  return { image, left: -width / 2, top, width: image.width / ratio, height: image.height / ratio };
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
