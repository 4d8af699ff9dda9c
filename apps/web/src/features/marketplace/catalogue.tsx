import { useLingui } from '@lingui/react/macro';
import {
  ENGAGEMENT_TYPES,
  SERVICE_DOMAINS,
  SERVICE_INDUSTRIES,
  type ServiceView,
  URGENCY_CLASSES,
} from '@officina/contracts/catalogue';
import { foldText } from '@officina/contracts/text';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Input } from '../../ui/input.tsx';
import { Select } from '../../ui/select.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { ServiceCard } from './service-card.tsx';
import { useServiceWords } from './service-words.ts';
import { useCatalogue } from './use-catalogue.ts';

const route = getRouteApi('/marketplace');
type Wanted = ReturnType<typeof route.useSearch>;

const NOTHING = { q: undefined, domain: undefined, type: undefined, industry: undefined, urgency: undefined };

function fits(service: ServiceView, { q, domain, type, industry, urgency }: Wanted): boolean {
  const text = foldText(
    `${service.title} ${service.oneLine} ${service.problemStatement} ${service.tags.join(' ')}`,
  );
  return (
    (!domain || service.domains.some((word) => word === domain)) &&
    (!industry || service.industries.some((word) => word === industry)) &&
    (!type || service.engagementType === type) &&
    (!urgency || service.urgencyClass === urgency) &&
    (!q || text.includes(foldText(q)))
  );
}

/** Everything that is sold, narrowed by filters that stand in the address. */
export function Catalogue() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = useNavigate();
  const { types, domains, industries, urgencies } = useServiceWords();
  const query = useCatalogue();
  const found = query.data?.filter((service) => fits(service, search));
  const set = (patch: Partial<Wanted>) =>
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({ ...before, ...patch }) as never,
      replace: true,
      resetScroll: false,
    });
  const choices = [
    { id: 'domain', label: t`Domain`, words: SERVICE_DOMAINS, labels: domains },
    { id: 'type', label: t`Type`, words: ENGAGEMENT_TYPES, labels: types },
    { id: 'industry', label: t`Industry`, words: SERVICE_INDUSTRIES, labels: industries },
    { id: 'urgency', label: t`How soon`, words: URGENCY_CLASSES, labels: urgencies },
  ] as const;
  const narrowed = Object.values(search).some(Boolean);
  const count = found?.length ?? 0;
  return (
    <section aria-labelledby="catalogue">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="catalogue" className="font-semibold text-xl tracking-tight">
          {t`All services`}
        </h2>
        {found && (
          <p aria-live="polite" className="text-ink-muted text-sm">
            {t`${count} shown`}
          </p>
        )}
      </div>
      <div className="mt-4 grid grid-cols-2 gap-2 md:grid-cols-[2fr_repeat(4,1fr)]">
        <div className="max-md:col-span-2">
          <Input
            type="search"
            aria-label={t`Search services`}
            placeholder={t`Search services`}
            before={<Search aria-hidden className="size-4" />}
            value={search.q ?? ''}
            onChange={(event) => set({ q: event.target.value || undefined })}
          />
        </div>
        {choices.map(({ id, label, words, labels }) => (
          <Select
            key={id}
            aria-label={label}
            placeholder={label}
            options={words.map((value) => ({ value, label: labels[value as never] as string }))}
            value={search[id] ?? ''}
            onChange={(value) => set({ [id]: value || undefined })}
          />
        ))}
      </div>
      <div className="mt-5">
        {query.error ? (
          <ErrorCard error={query.error} retry={() => query.refetch()} />
        ) : !found ? (
          <SkeletonText lines={8} />
        ) : count === 0 ? (
          <EmptyState
            icon={<Search />}
            title={narrowed ? t`No service fits these filters` : t`No service is offered yet`}
            actions={narrowed && <Button onClick={() => set(NOTHING)}>{t`Reset`}</Button>}
          >
            {narrowed
              ? t`Widen them, or describe your problem above.`
              : t`Tell us what you need: we answer with a scope and a price.`}
          </EmptyState>
        ) : (
          <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {found.map((service) => (
              <ServiceCard key={service.id} service={service} />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
