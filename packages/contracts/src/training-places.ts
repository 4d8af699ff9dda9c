/** A point on the globe, in degrees. */
export interface Place {
  lat: number;
  lng: number;
}

/** Metres; a position told less exactly is no proof of presence. */
export const MAX_ACCURACY_M = 50;
const EARTH_M = 6_371_000;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance in metres by the haversine formula, unrounded. */
export function distanceMetres(from: Place, to: Place): number {
  const halfLat = Math.sin(radians(to.lat - from.lat) / 2);
  const halfLng = Math.sin(radians(to.lng - from.lng) / 2);
  const a = halfLat ** 2 + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * halfLng ** 2;
  return 2 * EARTH_M * Math.atan2(Math.sqrt(a), Math.sqrt(1 - a));
}

/** Accuracy is not added: who stands at the fence is told by the position alone. */
export const isWithin = (position: Place, site: Place & { radiusM: number }): boolean =>
  distanceMetres(position, site) <= site.radiusM;
