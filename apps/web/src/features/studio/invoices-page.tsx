import { useLingui } from '@lingui/react/macro';
import { INVOICE_STATES } from '@officina/contracts/sales';
import type { StudioInvoiceListItem } from '@officina/contracts/studio';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ReceiptText } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { date, money } from '../../lib/format.ts';
import { can } from '../../lib/session.ts';
import { InvoiceBadge, useDocumentWords } from '../../shell/document-state.tsx';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import type { Column } from '../../shell/list/types.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { api, trpc } from '../../trpc.ts';
import { clientName, searchClients } from './pickers.ts';
import { refreshStudio } from './studio-words.tsx';

const InvoiceForm = lazy(() =>
  import('./invoice-form.tsx').then((module) => ({ default: module.InvoiceForm })),
);

const route = getRouteApi('/app/invoices/studio');
const open = (row: StudioInvoiceListItem) =>
  ({ to: '/invoices/studio/$id', params: { id: row.id } }) as const;

function useColumns(): Column<StudioInvoiceListItem>[] {
  const { t } = useLingui();
  const { invoiceState } = useDocumentWords();
  return [
    { id: 'number', header: t`Number`, width: '9rem', card: 'title', cell: (row) => row.number },
    {
      id: 'client',
      header: t`Client`,
      width: 'minmax(12rem,2fr)',
      card: 'line',
      cell: (row) => row.client.name,
    },
    {
      id: 'project',
      header: t`Project`,
      width: 'minmax(9rem,1fr)',
      cell: (row) => row.project?.name,
    },
    {
      id: 'status',
      header: t`Status`,
      width: '8rem',
      card: 'badge',
      cell: (row) => <InvoiceBadge state={row.status} />,
      text: (row) => invoiceState(row.status),
    },
    {
      id: 'due',
      header: t`Due`,
      width: '8rem',
      card: 'line',
      cell: (row) => row.dueDate && date(row.dueDate),
    },
    {
      id: 'open',
      header: t`Open`,
      width: '9rem',
      align: 'end',
      hidden: true,
      cell: (row) => money(row.openCents, row.currency),
    },
    {
      id: 'total',
      header: t`Total`,
      width: '9rem',
      align: 'end',
      card: 'end',
      cell: (row) => money(row.totalCents, row.currency),
    },
  ];
}

/** The studio's invoices, newest first. */
export function StudioInvoicesPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const { invoiceStates } = useDocumentWords();
  const list = useList<StudioInvoiceListItem>({
    id: 'studio-invoices',
    search,
    columns: useColumns(),
    filters: [
      { id: 'status', label: t`Status`, kind: 'one', options: invoiceStates },
      ...(can('studio.clients.read')
        ? [
            {
              id: 'client',
              label: t`Client`,
              kind: 'record' as const,
              search: searchClients,
              nameOf: clientName,
            },
          ]
        : []),
    ],
  });
  const filters = {
    search: search.q,
    status: words(search.status, INVOICE_STATES)?.[0],
    clientId: search.new ? undefined : search.client,
  };
  const query = useInfiniteQuery(
    trpc.studioInvoices.list.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
  );
  const create = can('studio.invoices.write') && {
    label: t`New invoice`,
    run: () => list.set({ new: '1' }),
  };
  return (
    <>
      <ListPage
        list={list}
        query={query}
        title={t`Invoices`}
        nameOf={(row) => row.number}
        open={open}
        create={create}
        csv={{ name: t`invoices`, page: (at) => api.studioInvoices.list.query({ ...filters, ...at }) }}
        settled={refreshStudio}
        empty={
          create
            ? {
                icon: <ReceiptText />,
                title: t`The first invoice`,
                text: t`Save a draft, look at it, send it: the client gets a link under which it can be paid.`,
              }
            : {
                icon: <ReceiptText />,
                title: t`No invoice yet`,
                text: t`Invoices stand here once they are sent.`,
              }
        }
      />
      {search.new && create && <NewInvoice />}
    </>
  );
}

function NewInvoice() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQuery({
    ...trpc.clients.get.queryOptions({ id: search.client ?? '' }),
    enabled: Boolean(search.client),
  });
  const project = useQuery({
    ...trpc.projects.get.queryOptions({ id: search.project ?? '' }),
    enabled: Boolean(search.project),
  });
  if ((search.client && client.isPending) || (search.project && project.isPending)) return null;
  return (
    <Suspense>
      <InvoiceForm
        client={client.data ? { id: client.data.id, label: client.data.name } : null}
        project={project.data ? { id: project.data.id, label: project.data.name } : null}
        onClose={() =>
          void navigate({
            to: '/invoices/studio',
            search: { ...search, new: undefined, client: undefined, project: undefined },
            replace: true,
          })
        }
        onSaved={async ({ id }) => {
          await refreshStudio();
          await navigate({ to: '/invoices/studio/$id', params: { id } });
        }}
      />
    </Suspense>
  );
}
