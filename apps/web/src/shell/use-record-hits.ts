import { useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { recordProviders } from './palette-sources.ts';

const PAUSE = 120;

/** Asks every domain for records, a little after the last key; what was found stays until something better is. */
export function useRecordHits(text: string) {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  const providers = recordProviders();
  const results = useQueries({
    queries: providers.map((provider) => ({
      queryKey: ['palette', provider.id, asked],
      queryFn: ({ signal }: { signal: AbortSignal }) => provider.search(asked, signal),
      enabled: asked.length > 1,
      staleTime: 30_000,
    })),
  });
  const groups = providers.map((provider, index) => ({ provider, items: results[index]?.data ?? [] }));
  return {
    hits: asked.length > 1 ? groups.filter((group) => group.items.length > 0) : [],
    searching: text.trim() !== asked || results.some((result) => result.isFetching),
  };
}
