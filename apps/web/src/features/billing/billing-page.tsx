import { useLingui } from '@lingui/react/macro';
import { PORTAL_INVOICE_STATES, type PortalInvoice } from '@officina/contracts/portal-invoices';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { CreditCard, ReceiptText } from 'lucide-react';
import { useEffect, useState } from 'react';
import { toastDone } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { refreshPortal } from '../../shell/portal/refresh-portal.ts';
import { api, trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { EngagementCodes } from './engagement-codes.tsx';
import { nameOfInvoice, useInvoiceColumns, useInvoiceFilters } from './invoice-columns.tsx';

const route = getRouteApi('/app/portal/billing');
/** Polls a little after a payment: the provider's word may come after its page has sent us back. */
const SOON_MS = 2000;

/** A client's invoices, with what is to be paid, and the codes under which they book it. */
export function BillingPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const { act, pending } = useAct();
  // The address forgets it at once, so that a bookmark does not thank again.
  const [paid] = useState(search.paid);
  const status = words(search.status, PORTAL_INVOICE_STATES)?.[0];
  const pay = (row: PortalInvoice) =>
    act({
      run: async () => location.assign((await api.billing.pay.mutate({ invoiceId: row.id })).redirectUrl),
      settled: refreshPortal,
    });
  const list = useList<PortalInvoice>({
    id: 'billing',
    search,
    columns: useInvoiceColumns({
      organization: false,
      act: (row) =>
        row.abilities.pay && (
          <Button
            size="sm"
            variant="primary"
            busy={pending}
            icon={<CreditCard aria-hidden className="size-3.5" />}
            onClick={() => void pay(row)}
          >
            {t({ context: 'invoice', message: 'Pay' })}
          </Button>
        ),
    }),
    filters: useInvoiceFilters(),
    searchable: false,
  });
  const query = useInfiniteQuery({
    ...trpc.billing.invoices.infiniteQueryOptions({ limit: PAGE_SIZE, status }, INFINITE),
    refetchInterval: ({ state: { data } }) => {
      const waited = data?.pages.flatMap(({ items }) => items).find(({ id }) => id === paid);
      return waited && !waited.paidAt ? SOON_MS : false;
    },
  });
  const { set } = list;
  useEffect(() => {
    if (!search.paid) return;
    void toastDone(t`Thank you. Your payment is being booked.`);
    set({ paid: undefined });
  }, [search.paid, set, t]);
  return (
    <ListPage
      list={list}
      query={query}
      title={t`Billing`}
      nameOf={nameOfInvoice}
      open={({ engagementId }) =>
        engagementId
          ? { to: '/portal/engagements/$id', params: { id: engagementId } }
          : { to: '/portal/billing' }
      }
      above={<EngagementCodes />}
      csv={{ name: t`invoices`, page: (at) => api.billing.invoices.query({ status, ...at }) }}
      settled={refreshPortal}
      empty={{
        icon: <ReceiptText />,
        title: t`No invoices yet`,
        text: t`Once something is billed, you find it here and can pay it by card.`,
        actions: <LinkButton to="/portal/engagements">{t`See your engagements`}</LinkButton>,
      }}
    />
  );
}
