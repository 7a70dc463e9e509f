// Makes ../vendor/natural-earth/world.json: the shapes of the countries as SVG paths, projected, in whole units.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { build } from "esbuild";
import { feature } from "topojson-client";

const require = createRequire(import.meta.url);
const atlas = require("world-atlas/countries-110m.json");
const codes = require("i18n-iso-countries/codes.json");
const bundled = await build({ entryPoints: [new URL("src/project.ts", import.meta.url).pathname], bundle: true, format: "esm", write: false });
const { project } = await import(`data:text/javascript,${encodeURIComponent(bundled.outputFiles[0].text)}`);

const iso2 = new Map(codes.map(([two, , number]) => [number, two]));
const ANTARCTICA = "010";
// docs/names-and-territories.md: a contested place is in no state. Where its shape is a ring of its own it is drawn apart.
const CONTESTED = [{ name: "Crimea", longitude: 34.2, latitude: 45.3 }];

function holds(ring, { longitude, latitude }) {
  let inside = false;
  ring.forEach(([x, y], at) => {
    const [px, py] = ring[(at + ring.length - 1) % ring.length];
    if (y > latitude !== py > latitude && longitude < ((px - x) * (latitude - y)) / (py - y) + x) inside = !inside;
  });
  return inside;
}

/** A ring that crosses the antimeridian, as one ring on each side of it. */
function split(ring) {
  let turn = 0;
  const unwrapped = ring.map(([x, y], at) => {
    const step = at === 0 ? 0 : x - ring[at - 1][0];
    if (step > 180) turn -= 360;
    if (step < -180) turn += 360;
    return [x + turn, y];
  });
  return [-360, 0, 360].map((shift) => clip(clip(unwrapped.map(([x, y]) => [x + shift, y]), 180, 1), -180, -1)).filter((part) => part.length > 2);
}

/** What of a ring lies west of a meridian (side 1), or east of it (side -1). */
function clip(ring, meridian, side) {
  const kept = [];
  ring.forEach(([x, y], at) => {
    const [px, py] = ring[(at + ring.length - 1) % ring.length];
    const [inside, before] = [side * x <= side * meridian, side * px <= side * meridian];
    if (inside !== before) kept.push([meridian, py + ((y - py) * (meridian - px)) / (x - px)]);
    if (inside) kept.push([x, y]);
  });
  return kept;
}

function path(ring) {
  let text = "";
  let last = null;
  for (const [longitude, latitude] of ring) {
    const [x, y] = project(longitude, latitude).map(Math.round);
    if (last === null) text += `M${x} ${y}l`;
    else if (x !== last[0] || y !== last[1]) text += `${text.endsWith("l") ? "" : x - last[0] < 0 ? "" : " "}${x - last[0]}${y - last[1] < 0 ? "" : " "}${y - last[1]}`;
    else continue;
    last = [x, y];
  }
  return text.endsWith("l") ? "" : `${text}z`;
}

const shapes = new Map();
const add = (key, text) => shapes.set(key, (shapes.get(key) ?? "") + text);
for (const country of feature(atlas, atlas.objects.countries).features) {
  if (country.id === ANTARCTICA) continue;
  const key = iso2.get(country.id) ?? (country.properties.name === "Kosovo" ? "XK" : "");
  const polygons = country.geometry.type === "Polygon" ? [country.geometry.coordinates] : country.geometry.coordinates;
  for (const polygon of polygons) {
    const contested = CONTESTED.some((place) => holds(polygon[0], place) && polygon[0].length < 40);
    add(contested ? "" : key, polygon.flatMap(split).map(path).join(""));
  }
}
const folder = new URL("../vendor/natural-earth/", import.meta.url);
mkdirSync(folder, { recursive: true });
const sorted = Object.fromEntries([...shapes].filter(([, text]) => text !== "").sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(new URL("world.json", folder), `${JSON.stringify(sorted)}\n`);
writeFileSync(new URL("world-atlas.txt", folder), readFileSync(require.resolve("world-atlas/LICENSE")));
