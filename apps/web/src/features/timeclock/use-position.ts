import type { Position } from '@officina/contracts/training';
import { useEffect, useState } from 'react';

export type Whereabouts =
  | { state: 'searching' | 'denied' | 'unavailable' }
  | { state: 'found'; position: Position };

/** Where the device is, live, as exactly as it can tell. */
export function usePosition(): Whereabouts {
  const [where, setWhere] = useState<Whereabouts>({ state: 'searching' });
  useEffect(() => {
    if (!('geolocation' in navigator)) return setWhere({ state: 'unavailable' });
    const watch = navigator.geolocation.watchPosition(
      ({ coords }) =>
        setWhere({
          state: 'found',
          position: { lat: coords.latitude, lng: coords.longitude, accuracyM: coords.accuracy },
        }),
      ({ code, PERMISSION_DENIED }) =>
        setWhere({ state: code === PERMISSION_DENIED ? 'denied' : 'unavailable' }),
      { enableHighAccuracy: true, maximumAge: 5000, timeout: 30_000 },
    );
    return () => navigator.geolocation.clearWatch(watch);
  }, []);
  return where;
}
