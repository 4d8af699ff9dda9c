import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../trpc.ts';

const MOST = 100;

/** The language of the catalogue that comes nearest to the reader's. */
export function useCatalogueLocale(): 'en' | 'fr' {
  const { i18n } = useLingui();
  return i18n.locale === 'fr' ? 'fr' : 'en';
}

/** What a service is called; one that is no longer offered is told by its address. */
export function useServiceTitles(wanted = true): (slug: string) => string {
  const locale = useCatalogueLocale();
  const { data } = useQuery({
    ...trpc.catalogue.list.queryOptions({ limit: MOST, locale }),
    enabled: wanted,
    staleTime: 5 * 60_000,
  });
  return (slug) => data?.items.find((service) => service.slug === slug)?.title ?? slug;
}
