import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { QuoteListItem } from '@officina/contracts/sales';
import { QUOTE_STATES } from '@officina/contracts/sales';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { FileText, Send, Trash2 } from 'lucide-react';
import { can } from '../../lib/session.ts';
import { each } from '../../shell/list/bulk.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { api, trpc } from '../../trpc.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { useQuoteColumns, useQuoteFilters } from './quote-columns.tsx';
import { refreshQuotes } from './refresh-quotes.ts';

const route = getRouteApi('/app/quotes');
const open = (row: QuoteListItem) => ({ to: '/quotes/$id', params: { id: row.id } }) as const;

export function QuotesPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const confirm = useConfirm();
  const list = useList<QuoteListItem>({
    id: 'quotes',
    search,
    columns: useQuoteColumns(),
    filters: useQuoteFilters(),
  });
  const filters = {
    search: search.q,
    status: words(search.status, QUOTE_STATES)?.[0],
    contactId: search.contact,
    from: search.from,
    to: search.to,
  };
  const query = useInfiniteQuery(
    trpc.quotes.list.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
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
      csv={{ name: t`quotes`, page: (at) => api.quotes.list.query({ ...filters, ...at }) }}
      matches={() => api.quotes.matches.query(filters)}
      settled={refreshQuotes}
      bulk={[
        can('quotes.send') && {
          id: 'send',
          label: t`Send`,
          icon: <Send aria-hidden className="size-4" />,
          ask: (count) =>
            confirm({
              title: plural(count, { one: 'Send # quote by e-mail?', other: 'Send # quotes by e-mail?' }),
              text: t`Each goes to its customer with the standard text and its PDF. What cannot be sent is listed afterwards.`,
              confirm: t`Send`,
            }),
          run: each(api.quotes.sendMany, ({ id }) => ({ id, channel: 'email' as const })),
          done: (count) =>
            plural(count, { one: '# quote is on its way', other: '# quotes are on their way' }),
        },
        can('quotes.delete') && {
          id: 'delete',
          label: t`Delete`,
          icon: <Trash2 aria-hidden className="size-4" />,
          danger: true,
          run: each(api.quotes.deleteMany, ({ id }) => ({ id })),
          undo: each(api.quotes.restoreMany, ({ id }) => ({ id })),
          done: (count) => plural(count, { one: '# quote deleted', other: '# quotes deleted' }),
        },
      ]}
      empty={{
        icon: <FileText />,
        title: t`The first quote`,
        text: t`Pick a customer and write the first line.`,
      }}
    />
  );
}
