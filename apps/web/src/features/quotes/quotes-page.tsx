import { useLingui } from '@lingui/react/macro';
import type { QuoteListItem } from '@officina/contracts/sales';
import { QUOTE_STATES } from '@officina/contracts/sales';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { FileText, Trash2 } from 'lucide-react';
import { can } from '../../lib/session.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { api, trpc } from '../../trpc.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { useQuoteColumns, useQuoteFilters } from './quote-columns.tsx';

const route = getRouteApi('/app/quotes');
const open = (row: QuoteListItem) => ({ to: '/quotes/$id', params: { id: row.id } }) as const;

export function QuotesPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useList<QuoteListItem>({
    id: 'quotes',
    search,
    columns: useQuoteColumns(),
    filters: useQuoteFilters(),
  });
  const query = useInfiniteQuery(
    trpc.quotes.list.infiniteQueryOptions(
      {
        limit: PAGE_SIZE,
        search: search.q,
        status: words(search.status, QUOTE_STATES)?.[0],
        contactId: search.contact,
        from: search.from,
        to: search.to,
      },
      INFINITE,
    ),
  );
  const create = can('quotes.create') && ({ label: t`New quote`, to: { to: '/quotes/new' } } as const);
  return (
    <ListPage
      list={list}
      query={query}
      title={t`Quotes`}
      nameOf={(row) => `${row.number} · ${row.contact.name}`}
      open={open}
      create={create}
      edit={(row) => row.abilities.edit && void navigate({ to: '/quotes/$id/edit', params: { id: row.id } })}
      csv={`${t`quotes`}.csv`}
      bulk={[
        can('quotes.delete') && {
          id: 'delete',
          label: t`Delete`,
          icon: <Trash2 aria-hidden className="size-4" />,
          danger: true,
          run: (row) => api.quotes.delete.mutate({ id: row.id }),
          undo: (row) => api.quotes.restore.mutate({ id: row.id }),
          done: (count) => t`${count} quotes deleted`,
        },
      ]}
      empty={{
        icon: <FileText />,
        title: t`The first quote`,
        text: t`Pick a customer and write the first line.`,
        actions: create && <LinkButton to="/quotes/new" variant="primary">{t`Write a quote`}</LinkButton>,
      }}
    />
  );
}
