import { type ServiceView, URGENCY_CLASSES } from '@officina/contracts/catalogue';
import { useQuery } from '@tanstack/react-query';
import { useCatalogueLocale } from '../../shell/portal/service-titles.ts';
import { trpc } from '../../trpc.ts';

const MOST = 100;

/** All services: the most urgent class first, then by type and title. */
export function useCatalogue() {
  const locale = useCatalogueLocale();
  return useQuery({
    ...trpc.catalogue.list.queryOptions({ limit: MOST, locale }),
    select: ({ items }) => [...items].sort(inOrder),
    staleTime: 5 * 60_000,
  });
}

function inOrder(one: ServiceView, other: ServiceView): number {
  const urgency = (service: ServiceView) => URGENCY_CLASSES.indexOf(service.urgencyClass);
  return (
    urgency(one) - urgency(other) ||
    one.engagementType.localeCompare(other.engagementType) ||
    one.title.localeCompare(other.title)
  );
}
