import { useLingui } from '@lingui/react/macro';
import { PORTAL_INVOICE_STATES, type PortalInvoice } from '@officina/contracts/portal-invoices';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ReceiptText } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { can } from '../../lib/session.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import { INFINITE, PAGE_SIZE, rowOf, useList } from '../../shell/list/use-list.ts';
import { engagementTitle, searchEngagements } from '../../shell/portal/pickers.ts';
import { refreshPortal } from '../../shell/portal/refresh-portal.ts';
import { api, trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { nameOfInvoice, useInvoiceColumns, useInvoiceFilters } from './invoice-columns.tsx';
import { useInvoiceActions } from './use-invoice-actions.tsx';

const InvoiceForm = lazy(() =>
  import('./invoice-form.tsx').then((module) => ({ default: module.InvoiceForm })),
);

const route = getRouteApi('/app/portal/finance');
const open = (row: PortalInvoice) =>
  ({ to: '/portal/finance', search: (before: object) => ({ ...before, invoice: row.id }) }) as const;

/** Every client's invoices, as staff write them and book their payments. */
export function FinancePage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const { markPaid, unpay, pending } = useInvoiceActions(can('portal.billing.unpay'));
  const filters = {
    status: words(search.status, PORTAL_INVOICE_STATES)?.[0],
    engagementId: search.engagement,
  };
  const list = useList<PortalInvoice>({
    id: 'finance',
    search,
    columns: useInvoiceColumns({
      organization: true,
      act: (row) =>
        row.abilities.markPaid ? (
          <Button size="sm" disabled={pending} onClick={() => void markPaid(row)}>
            {t`Mark paid`}
          </Button>
        ) : (
          row.abilities.unpay && (
            <Button size="sm" variant="ghost" disabled={pending} onClick={() => void unpay(row)}>
              {t`Un-pay`}
            </Button>
          )
        ),
    }),
    filters: [
      ...useInvoiceFilters(),
      {
        id: 'engagement',
        label: t`Engagement`,
        kind: 'record',
        search: searchEngagements,
        nameOf: engagementTitle,
      },
    ],
    searchable: false,
  });
  const query = useInfiniteQuery(
    trpc.billing.invoices.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
  );
  const edited = rowOf(query, search.invoice);
  const close = () => list.set({ new: undefined, invoice: undefined });
  const create = { label: t`New invoice`, run: () => list.set({ new: '1' }) };
  return (
    <>
      <ListPage
        list={list}
        query={query}
        title={t`Finance`}
        nameOf={nameOfInvoice}
        open={open}
        create={create}
        csv={{ name: t`invoices`, page: (at) => api.billing.invoices.query({ ...filters, ...at }) }}
        settled={refreshPortal}
        empty={{
          icon: <ReceiptText />,
          title: t`The first invoice`,
          text: t`Bill an engagement: its organisation sees the invoice at once and can pay it by card.`,
        }}
      />
      <Suspense>
        {(search.new || edited) && (
          <InvoiceForm
            key={edited?.id}
            invoice={edited}
            onClose={close}
            onSaved={async () => {
              close();
              await refreshPortal();
            }}
          />
        )}
      </Suspense>
    </>
  );
}
