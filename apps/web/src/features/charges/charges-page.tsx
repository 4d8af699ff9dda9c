import { useLingui } from '@lingui/react/macro';
import type { ChargeListItem } from '@officina/contracts/charges';
import { CHARGE_STATUSES } from '@officina/contracts/office';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { HandCoins, ReceiptText } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { can } from '../../lib/session.ts';
import { each } from '../../shell/list/bulk.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { api, trpc } from '../../trpc.ts';
import { AgingPage } from './aging-page.tsx';
import { useChargeColumns, useChargeFilters } from './charge-columns.tsx';
import { ChargeTotals } from './charge-totals.tsx';
import { refreshCharges } from './refresh-charges.ts';
import { useChargeVerbs } from './use-charge-verbs.tsx';

const ChargeForm = lazy(() =>
  import('../../shell/office/charge-form.tsx').then((module) => ({ default: module.ChargeForm })),
);

const route = getRouteApi('/app/office/charges');
const open = (row: ChargeListItem) =>
  ({ to: '/office/charges/$ref', params: { ref: String(row.ref) } }) as const;
/** `charges.list` takes the text of a month as it stands in the address. */
const monthOf = (text: string | undefined) => (/^\d{4}-(0[1-9]|1[0-2])$/.test(text ?? '') ? text : undefined);

export function ChargesPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const verbs = useChargeVerbs();
  const list = useList<ChargeListItem>({
    id: 'charges',
    search,
    columns: useChargeColumns(),
    filters: useChargeFilters(),
    searchable: false,
  });
  const filters = {
    clientRef: search.client ? Number(search.client) : undefined,
    period: monthOf(search.period),
    status: words(search.status, CHARGE_STATUSES)?.[0],
  };
  const query = useInfiniteQuery(
    trpc.charges.list.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
  );
  const amounts = can('office.charges.amounts');
  const setNew = (on: boolean) => list.set({ new: on ? '1' : undefined });
  const create = can('office.charges.write') && { label: t`New charge`, run: () => setNew(true) };
  const tabs = amounts && {
    label: t`Charges`,
    tabs: [
      { id: 'list', label: t`All charges` },
      { id: 'aging', label: t`Who owes` },
    ],
    value: search.tab === 'aging' ? 'aging' : 'list',
    onChange: (tab: string) => list.set({ tab: tab === 'list' ? undefined : tab }),
  };
  if (tabs && tabs.value === 'aging') return <AgingPage tabs={tabs} />;
  return (
    <>
      <ListPage
        list={list}
        query={query}
        title={t`Charges`}
        nameOf={(row) => `${row.client.name} · ${row.ref}`}
        open={open}
        create={create}
        tabs={tabs || undefined}
        above={
          amounts ? (
            <ChargeTotals clientRef={filters.clientRef} period={filters.period} />
          ) : (
            <p className="px-(--gutter) pt-3 text-ink-muted text-sm max-md:px-4">{t`Amounts are shown to advisors only.`}</p>
          )
        }
        rowKeys={can('office.charges.write') ? verbs.rowKeys : []}
        csv={{ name: t`charges`, page: (at) => api.charges.list.query({ ...filters, ...at }) }}
        settled={refreshCharges}
        bulk={[
          can('office.charges.write') && {
            id: 'issue',
            label: t`Issue`,
            icon: <ReceiptText aria-hidden className="size-4" />,
            run: each(api.charges.issueMany, ({ id, ref = 0 }) => ({ id, ref })),
            done: (count) => t`${count} charges issued`,
          },
        ]}
        empty={{
          icon: <HandCoins />,
          title: t`The first charge`,
          text: create
            ? t`Note what a client owes; issue it when it is due.`
            : t`Advisors note here what clients owe.`,
        }}
      />
      <Suspense>
        {search.new && create && (
          <ChargeForm
            onClose={() => setNew(false)}
            onSaved={({ ref }) => {
              void refreshCharges();
              void navigate({ to: '/office/charges/$ref', params: { ref: String(ref) } });
            }}
          />
        )}
      </Suspense>
    </>
  );
}
