// Equal Earth: continents at their true relative size. The shapes are projected with it when they are built, points here.

const [A1, A2, A3, A4] = [1.340264, -0.081106, 0.000893, 0.003796];
const M = Math.sqrt(3) / 2;
/** Half of the projected width at the equator: 180° of longitude. */
const REACH = (180 * Math.PI / 180) / (M * A1);

/** The width of the map in its own units; its height follows from the latitudes that it shows. */
export const WIDTH = 1600;
const SCALE = WIDTH / (2 * REACH);
/** The northern and southern rim: without Antarctica. */
const [NORTH, SOUTH] = [84, -57];

/** Where a point of the earth lies on the map, y downwards. */
export function project(longitude: number, latitude: number): [x: number, y: number] {
  const [x, y] = raw(longitude, latitude);
  return [WIDTH / 2 + x * SCALE, (raw(0, NORTH)[1] - y) * SCALE];
}

function raw(longitude: number, latitude: number): [number, number] {
  const theta = Math.asin(M * Math.sin(latitude * Math.PI / 180));
  const t2 = theta * theta;
  const t6 = t2 * t2 * t2;
  const x = (longitude * Math.PI / 180) * Math.cos(theta) / (M * (A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2)));
  return [x, theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2))];
}

export const HEIGHT = Math.ceil((raw(0, NORTH)[1] - raw(0, SOUTH)[1]) * SCALE);
