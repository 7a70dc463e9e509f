// The view as a picture: PNG for slides, SVG for print.

import { download, s } from "./dom";
import { BADGE, FACE, lettering, type Scene } from "./draw";
import { isolated, linesOf } from "./labels";
import { palette, PATHS } from "./looks";
import type { Picture } from "./picture";

type Format = "png" | "svg";

/** Saves the network as it is on the screen. */
export function savePicture(picture: Picture, format: Format): void {
  const drawn = pictureSvg(picture.scene());
  if (format === "svg") return save(drawn, "graph.svg");
  const { canvas } = picture;
  if (canvas === null) return;
  const copy = sheet(canvas.width, canvas.height);
  copy?.context.drawImage(canvas, 0, 0);
  copy?.canvas.toBlob((content) => content !== null && download("graph.png", content), "image/png");
}

/** Saves a view that is an SVG already, with the looks that the style sheet gives it. */
export function saveSvg(shown: SVGSVGElement, name: string, format: Format): void {
  const drawn = dressed(shown);
  if (format === "svg") return save(drawn, `${name}.svg`);
  const scale = 2;
  const copy = sheet(shown.clientWidth * scale, shown.clientHeight * scale);
  const image = new Image();
  image.addEventListener("load", () => {
    copy?.context.drawImage(image, 0, 0, shown.clientWidth * scale, shown.clientHeight * scale);
    copy?.canvas.toBlob((content) => content !== null && download(`${name}.png`, content), "image/png");
  });
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(written(drawn))}`;
}

function save(drawn: SVGSVGElement, name: string): void {
  download(name, new Blob([written(drawn)], { type: "image/svg+xml" }));
}

function written(drawn: SVGSVGElement): string {
  return new XMLSerializer().serializeToString(drawn);
}

/** An empty canvas in the colour of the paper. */
function sheet(width: number, height: number): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } | null {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  if (context === null) return null;
  context.fillStyle = palette()("paper");
  context.fillRect(0, 0, width, height);
  return { canvas, context };
}

const LOOKS = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "opacity", "font-size", "font-weight", "font-family", "paint-order", "text-anchor", "direction"];

/** A copy that needs no style sheet. */
function dressed(shown: SVGSVGElement): SVGSVGElement {
  const copy = shown.cloneNode(true) as SVGSVGElement;
  const [from, to] = [[...shown.querySelectorAll("*")], [...copy.querySelectorAll("*")]];
  from.forEach((element, at) => {
    const style = getComputedStyle(element);
    for (const look of LOOKS) to[at]?.setAttribute(look, style.getPropertyValue(look));
    for (const name of ["class", "tabindex", "role"]) to[at]?.removeAttribute(name);
  });
  copy.setAttribute("width", String(shown.clientWidth));
  copy.setAttribute("height", String(shown.clientHeight));
  const box = (copy.getAttribute("viewBox") ?? "0 0 0 0").split(" ").map(Number);
  copy.prepend(s("rect", { x: box[0] ?? 0, y: box[1] ?? 0, width: box[2] ?? 0, height: box[3] ?? 0, fill: palette()("paper") }));
  return copy;
}

/** The network drawn anew: what vis-network puts on a canvas can't be read back from it. */
function pictureSvg(scene: Scene): SVGSVGElement {
  const { colour } = scene;
  const context = document.createElement("canvas").getContext("2d");
  const widthOf = (text: string, size: number): number => {
    if (context === null) return text.length * size * 0.6;
    context.font = `450 ${size}px ${FACE}`;
    return context.measureText(text).width;
  };
  const { names, badges } = lettering(scene, widthOf);
  const text = (content: string, x: number, y: number, size: number, tone: string, direction: string): SVGElement => s("text", {
    x: x.toFixed(1), y: y.toFixed(1), "font-size": size.toFixed(1), "font-family": FACE, fill: colour(tone), stroke: colour("paper"), "stroke-width": 4, "paint-order": "stroke",
    "text-anchor": "middle", "dominant-baseline": "central", direction,
  }, content);
  return s("svg", { width: scene.width, height: scene.height, viewBox: `0 0 ${scene.width} ${scene.height}` },
    s("rect", { width: scene.width, height: scene.height, fill: colour("paper") }),
    ...scene.lines.flatMap((line) => lineSvg(line, colour)),
    ...scene.nodes.map(({ entity, x, y, radius, faded }) => s("path", {
      d: PATHS[entity.spot.shape] ?? "", fill: colour(`type-${entity.type}`), stroke: colour("paper"), "stroke-width": 2, opacity: faded ? 0.2 : 1,
      transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${(radius / 9).toFixed(3)}) translate(-12 -12)`,
    })),
    ...badges.map((badge) => text(badge.text, badge.x, badge.y, BADGE, "ink-soft", "ltr")),
    ...names.flatMap((name) => linesOf(name).map((line) => text(isolated(line.text, line.direction), line.x, line.y, name.size, "ink", line.direction))));
}

function lineSvg({ from, to, look, fromRadius, toRadius }: Scene["lines"][number], colour: (name: string) => string): SVGElement[] {
  const shared = { opacity: look.opacity, stroke: colour(look.tone) };
  const line = s("line", {
    x1: from.x.toFixed(1), y1: from.y.toFixed(1), x2: to.x.toFixed(1), y2: to.y.toFixed(1), ...shared, "stroke-width": look.width.toFixed(1),
    "stroke-dasharray": look.dashes === null ? null : look.dashes.join(" "),
  });
  const head = (at: { x: number; y: number }, away: { x: number; y: number }, radius: number): SVGElement => {
    const turn = Math.atan2(at.y - away.y, at.x - away.x);
    const [x, y] = [at.x - Math.cos(turn) * radius, at.y - Math.sin(turn) * radius];
    return s("path", { d: "M0 0L-9 4L-9 -4z", fill: colour(look.tone), opacity: look.opacity, transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${((turn * 180) / Math.PI).toFixed(1)})` });
  };
  return [line, ...(look.to ? [head(to, from, toRadius)] : []), ...(look.from ? [head(from, to, fromRadius)] : [])];
}
