import { useCallback } from 'react';
import { useStore } from './use-store.ts';

/** What a page is drawn for where there is no window to ask: on the server. */
export const assumed = { phone: false };

function matches(query: string): boolean {
  if (import.meta.env.SSR) return query.startsWith('(max-width') === assumed.phone;
  return matchMedia(query).matches;
}

export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    [query],
  );
  return useStore(subscribe, () => matches(query));
}

/** Below Tailwind's `md`: cards instead of tables, a bottom bar instead of the rail. */
export function usePhone(): boolean {
  return useMedia('(max-width: 767px)');
}
