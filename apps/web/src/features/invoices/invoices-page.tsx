import { useLingui } from '@lingui/react/macro';
import { INVOICE_SORTS, INVOICE_STATES, type InvoiceListItem } from '@officina/contracts/sales';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ReceiptText } from 'lucide-react';
import { can } from '../../lib/session.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { api, trpc } from '../../trpc.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { useInvoiceColumns, useInvoiceFilters } from './invoice-columns.tsx';
import { refreshInvoices } from './refresh-invoices.ts';
import { useInvoiceBulk } from './use-invoice-bulk.tsx';

const route = getRouteApi('/app/invoices');
const open = (row: InvoiceListItem) => ({ to: '/invoices/$id', params: { id: row.id } }) as const;

export function InvoicesPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useList<InvoiceListItem>({
    id: 'invoices',
    search,
    columns: useInvoiceColumns(),
    filters: useInvoiceFilters(),
    sort: '-issueDate',
  });
  const filters = {
    search: search.q,
    status: words(search.status, INVOICE_STATES)?.[0],
    kind: search.credit ? 'credit_note' : 'invoice',
    contactId: search.contact,
    from: search.from,
    to: search.to,
  } as const;
  const order = {
    sort: words(list.sort?.by, INVOICE_SORTS)?.[0],
    dir: list.sort?.desc ? 'desc' : 'asc',
  } as const;
  const query = useInfiniteQuery(
    trpc.invoices.list.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters, ...order }, INFINITE),
  );
  const create = can('invoices.create') && ({ label: t`New invoice`, to: { to: '/invoices/new' } } as const);
  return (
    <ListPage
      list={list}
      query={query}
      title={t`Invoices`}
      nameOf={(row) => `${row.number ?? t`Draft`} · ${row.contact.name}`}
      open={open}
      create={create}
      edit={(row) =>
        row.abilities.edit && void navigate({ to: '/invoices/$id/edit', params: { id: row.id } })
      }
      csv={{ name: t`invoices`, page: (at) => api.invoices.list.query({ ...filters, ...order, ...at }) }}
      matches={() => api.invoices.matches.query(filters)}
      settled={refreshInvoices}
      bulk={useInvoiceBulk()}
      empty={{
        icon: <ReceiptText />,
        title: t`The first invoice`,
        text: t`Convert an accepted quote, and it gets the next number.`,
        actions: <LinkButton to="/quotes" search={{ status: 'accepted' }}>{t`Accepted quotes`}</LinkButton>,
      }}
    />
  );
}
