import { useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ScrollText } from 'lucide-react';
import { useCallback } from 'react';
import { dateTime } from '../../lib/format.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import type { Column, Filter } from '../../shell/list/types.ts';
import { INFINITE, PAGE_SIZE, rowOf, useList } from '../../shell/list/use-list.ts';
import { colleagueName, searchColleagues } from '../../shell/pickers.ts';
import { api, trpc } from '../../trpc.ts';
import { type Entry, subjectName } from './journal-changes.ts';
import { JournalEntry } from './journal-entry.tsx';
import { useJournalWords } from './journal-words.ts';
import { SealBadge } from './seal-badge.tsx';

const route = getRouteApi('/app/settings/journal');

/** Who did what, newest first. An entry opens at the side, and the address names it. */
export function JournalPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { verbName, actorName } = useJournalWords();
  const list = useList<Entry>({
    id: 'journal',
    search,
    columns: useColumns(),
    filters: useFilters(),
    searchable: false,
  });
  const filters = { actor: search.actor, verb: search.verb };
  const query = useInfiniteQuery(
    trpc.journal.list.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
  );
  const { actor, verb, cols } = search;
  const open = useCallback(
    ({ id: entry }: Entry) => ({ to: '/settings/journal', search: { actor, verb, cols, entry } }) as const,
    [actor, verb, cols],
  );
  const opened = rowOf(query, search.entry);
  return (
    <>
      <ListPage
        list={list}
        query={query}
        title={t`Journal`}
        nameOf={(row) => `${verbName(row.verb)} · ${actorName(row)}`}
        open={open}
        csv={{ name: t`journal`, page: (at) => api.journal.list.query({ ...filters, ...at }) }}
        empty={{
          icon: <ScrollText />,
          title: t`Nothing happened yet`,
          text: t`Every change is written down here, with who made it and what it was before.`,
        }}
      />
      {opened && (
        <JournalEntry
          entry={opened}
          onClose={() =>
            void navigate({
              to: '/settings/journal',
              search: { actor, verb, cols },
              replace: true,
              resetScroll: false,
            })
          }
        />
      )}
    </>
  );
}

function useColumns(): Column<Entry>[] {
  const { t } = useLingui();
  const { verbName, actorName } = useJournalWords();
  return [
    {
      id: 'what',
      header: t`What`,
      width: 'minmax(11rem,1.5fr)',
      card: 'title',
      cell: (row) => verbName(row.verb),
    },
    { id: 'subject', header: t`Record`, width: 'minmax(8rem,1fr)', card: 'line', cell: subjectName },
    { id: 'who', header: t`Who`, width: 'minmax(9rem,1fr)', card: 'line', cell: actorName },
    { id: 'when', header: t`When`, width: '11rem', card: 'end', cell: (row) => dateTime(row.recordedAt) },
    {
      id: 'seal',
      header: t`Seal`,
      width: '7rem',
      cell: (row) => <SealBadge seq={row.seq} />,
      text: (row) => String(row.seq ?? ''),
    },
    { id: 'request', header: t`Request`, width: '10rem', hidden: true, cell: (row) => row.requestId },
  ];
}

function useFilters(): Filter[] {
  const { t } = useLingui();
  const { options } = useJournalWords();
  return [
    { id: 'actor', label: t`Who`, kind: 'record', search: searchColleagues, nameOf: colleagueName },
    { id: 'verb', label: t`What`, kind: 'one', options },
  ];
}
