import { useLingui } from '@lingui/react/macro';
import { BINDER_SIGNALS, SLA_STATES, WORK_STATES } from '@officina/contracts/office';
import type { OfficeSearchHit } from '@officina/contracts/office-search';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ScanSearch } from 'lucide-react';
import { useEffect } from 'react';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { refOfLabel } from '../../shell/office/binder-label.ts';
import { api, trpc } from '../../trpc.ts';
import { type Hit, useHitColumns, useHitFilters } from './hit-columns.tsx';

const route = getRouteApi('/app/office/search');
const binderAt = (ref: number) => ({ to: '/office/binders/$ref', params: { ref: String(ref) } }) as const;
const open = (hit: Hit) =>
  hit.type === 'binder'
    ? binderAt(hit.binderRef)
    : ({ to: '/office/clients/$ref', params: { ref: String(hit.clientRef) } } as const);

/** Rows of a list have a name of their own; a hit is a client or a binder. */
const named = (hit: OfficeSearchHit): Hit => ({
  ...hit,
  id: hit.type === 'binder' ? `binder-${hit.binderRef}` : `client-${hit.clientRef}`,
});

/** Clients and binders by whatever is known of them. */
export function SearchPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const list = useList<Hit>({
    id: 'office-search',
    search,
    columns: useHitColumns(),
    filters: useHitFilters(),
  });
  const filters = {
    query: search.q,
    clientName: search.client,
    idNumber: search.idNumber,
    binderNumber: search.number,
    workState: words(search.work, WORK_STATES)?.[0],
    slaState: words(search.sla, SLA_STATES)?.[0],
    signalTypes: words(search.signal, BINDER_SIGNALS),
    hasSignals: search.signals === undefined ? undefined : search.signals === 'yes',
  };
  const query = useInfiniteQuery({
    ...trpc.search.office.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
    select: (data) => ({
      ...data,
      pages: data.pages.map((page) => ({ ...page, items: page.items.map(named) })),
    }),
  });
  const openNumber = useOpenNumber(search.q);
  return (
    <ListPage
      list={list}
      query={query}
      title={t`Search`}
      nameOf={(hit) => (hit.type === 'binder' ? `${hit.binderNumber} · ${hit.clientName}` : hit.clientName)}
      open={open}
      onSearch={(text) => void openNumber(text)}
      empty={{
        icon: <ScanSearch />,
        title: t`Type a name, an id or a binder number`,
        text: t`A scanned label, or a full number and Enter, opens its binder at once.`,
      }}
    />
  );
}

/** Opens the binder that a scanned label or a full number names; a label also without Enter, since nothing else is meant. */
function useOpenNumber(typed: string | undefined) {
  const navigate = route.useNavigate();
  const scanned = typed === undefined ? undefined : refOfLabel(typed);
  useEffect(() => {
    if (scanned !== undefined) void navigate({ ...binderAt(scanned), replace: true });
  }, [scanned, navigate]);
  return async (text: string) => {
    const ref = refOfLabel(text) ?? (await api.binders.byNumber.query({ number: text }))?.ref;
    if (ref !== undefined) await navigate(binderAt(ref));
  };
}
