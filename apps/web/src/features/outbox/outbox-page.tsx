import { useLingui } from '@lingui/react/macro';
import { MESSAGE_CHANNELS, type OutboxMessageView } from '@officina/contracts/messaging';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { MailOpen } from 'lucide-react';
import { useCallback } from 'react';
import { dateTime } from '../../lib/format.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import type { Column } from '../../shell/list/types.ts';
import { INFINITE, PAGE_SIZE, rowOf, useList } from '../../shell/list/use-list.ts';
import { api, trpc } from '../../trpc.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { OutboxMessage } from './outbox-message.tsx';
import { useOutboxWords } from './outbox-words.ts';

const route = getRouteApi('/app/outbox');

/** What left the firm, in a demo that sends nothing. A message opens at the side, and the address names it. */
export function OutboxPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { channels } = useOutboxWords();
  const list = useList<OutboxMessageView>({
    id: 'outbox',
    search,
    columns: useColumns(),
    filters: [
      {
        id: 'channel',
        label: t`Channel`,
        kind: 'one',
        options: MESSAGE_CHANNELS.map((value) => ({ value, label: channels[value] })),
      },
    ],
  });
  const filters = { channel: words(search.channel, MESSAGE_CHANNELS)?.[0], q: search.q };
  const query = useInfiniteQuery(
    trpc.messaging.outbox.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
  );
  const { q, channel, cols } = search;
  const open = useCallback(
    ({ id: message }: OutboxMessageView) =>
      ({ to: '/outbox', search: { q, channel, cols, message } }) as const,
    [q, channel, cols],
  );
  const opened = rowOf(query, search.message);
  const close = () =>
    void navigate({ to: '/outbox', search: { q, channel, cols }, replace: true, resetScroll: false });
  return (
    <>
      <ListPage
        list={list}
        query={query}
        title={t`Outbox`}
        nameOf={(row) => `${row.to} · ${row.subject ?? ''}`}
        open={open}
        csv={{
          name: t`outbox`,
          page: (at) => api.messaging.outbox.query({ ...filters, ...at }),
        }}
        empty={{
          icon: <MailOpen />,
          title: t`No message yet`,
          text: t`In a demo nothing leaves the house: quotes, reminders and invitations that you send arrive here, with working links.`,
        }}
      />
      {opened && <OutboxMessage message={opened} onClose={close} />}
    </>
  );
}

function useColumns(): Column<OutboxMessageView>[] {
  const { t } = useLingui();
  const { channels, statuses } = useOutboxWords();
  return [
    {
      id: 'subject',
      header: t`Subject`,
      width: 'minmax(14rem,2fr)',
      card: 'title',
      cell: (row) => row.subject ?? row.text,
    },
    { id: 'to', header: t`Recipient`, width: 'minmax(12rem,1fr)', card: 'line', cell: (row) => row.to },
    { id: 'channel', header: t`Channel`, width: '7rem', cell: (row) => channels[row.channel] },
    {
      id: 'status',
      header: t`Status`,
      width: '8rem',
      card: 'badge',
      cell: (row) => <StatusBadge tone={statuses[row.status].tone}>{statuses[row.status].label}</StatusBadge>,
      text: (row) => statuses[row.status].label,
    },
    { id: 'when', header: t`When`, width: '11rem', card: 'end', cell: (row) => dateTime(row.createdAt) },
  ];
}
