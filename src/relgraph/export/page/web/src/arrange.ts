// Places around one entity: its neighbours in rings about it, theirs outside, each in the direction where it stood.

import type { Entity } from "./data";

export interface Place { readonly x: number; readonly y: number }

const RING = 170;
const SPACE = 92;
/** Screens are wider than high. */
const WIDEN = 1.3;

/** Places for `entities` with `centre` in the middle; `isNear` tells its direct neighbours. */
export function around(centre: Entity, entities: readonly Entity[], isNear: (entity: Entity) => boolean): Map<Entity, Place> {
  const places = new Map<Entity, Place>([[centre, { x: 0, y: 0 }]]);
  const others = entities.filter((entity) => entity !== centre);
  let radius = 0;
  for (const group of [others.filter(isNear), others.filter((entity) => !isNear(entity))]) radius = rings(group, centre, radius, places);
  return places;
}

/** Sets a group on as many rings as it needs, beyond `radius`; the radius of the last one. */
function rings(group: readonly Entity[], centre: Entity, radius: number, places: Map<Entity, Place>): number {
  let at = radius;
  for (let rest = [...group].sort((a, b) => a.rank - b.rank); rest.length > 0;) {
    at += RING;
    const room = Math.max(5, Math.floor((2 * Math.PI * at) / SPACE));
    const ring = rest.slice(0, room).sort((a, b) => angle(a, centre) - angle(b, centre) || a.rank - b.rank);
    rest = rest.slice(room);
    ring.forEach((entity, number) => {
      const turn = (2 * Math.PI * (number + (at / RING) % 2 / 2)) / ring.length - Math.PI / 2;
      places.set(entity, { x: Math.round(Math.cos(turn) * at * WIDEN), y: Math.round(Math.sin(turn) * at) });
    });
  }
  return at;
}

function angle(entity: Entity, centre: Entity): number {
  return Math.atan2(entity.spot.y - centre.spot.y, entity.spot.x - centre.spot.x);
}
