import { useLingui } from '@lingui/react/macro';
import { PORTAL_INVOICE_STATES, type PortalInvoice } from '@officina/contracts/portal-invoices';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { CreditCard, ReceiptText } from 'lucide-react';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { refreshPortal } from '../../shell/portal/refresh-portal.ts';
import { api, trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { EngagementCodes } from './engagement-codes.tsx';
import { nameOfInvoice, useInvoiceColumns, useInvoiceFilters } from './invoice-columns.tsx';
import { usePay } from './use-pay.ts';

const route = getRouteApi('/app/portal/billing');

/** A client's invoices, with what is to be paid, and the codes under which they book it. */
export function BillingPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const { pay, pending } = usePay();
  const status = words(search.status, PORTAL_INVOICE_STATES)?.[0];
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
  const query = useInfiniteQuery(
    trpc.billing.invoices.infiniteQueryOptions({ limit: PAGE_SIZE, status }, INFINITE),
  );
  return (
    <ListPage
      list={list}
      query={query}
      title={t`Billing`}
      nameOf={nameOfInvoice}
      open={({ id }) => ({ to: '/portal/billing/$id', params: { id } })}
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
