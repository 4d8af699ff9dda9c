import { useLingui } from '@lingui/react/macro';
import { REASONS } from '@officina/contracts/training-reasons';
import type { AuditItem } from '@officina/contracts/training-staff';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ScrollText } from 'lucide-react';
import { dateTime } from '../../lib/format.ts';
import { optionsOf } from '../../lib/options.ts';
import { isElsewhere, zoneName } from '../../lib/zones.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { api, trpc } from '../../trpc.ts';
import { useAuditWords } from './audit-words.ts';

const route = getRouteApi('/app/training/audit');

/** The academy's record across learners: changes and refusals, by event and by code. */
export function AuditPage() {
  const { t } = useLingui();
  const { events, eventOf } = useAuditWords();
  const search = route.useSearch();
  const filters = { event: search.event, code: search.code };
  const query = useInfiniteQuery(
    trpc.training.audit.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
  );
  const zone = query.data?.pages[0]?.items[0]?.timeZone;
  const list = useList<AuditItem>({
    id: 'training-audit',
    search,
    searchable: false,
    columns: [
      {
        id: 'at',
        header: zone && isElsewhere(zone) ? t`When, ${zoneName(zone)}` : t`When`,
        width: '11rem',
        card: 'end',
        cell: (row) => dateTime(row.at, row.timeZone),
        text: (row) => row.at,
      },
      {
        id: 'event',
        header: t`What`,
        width: 'minmax(11rem,1fr)',
        card: 'title',
        cell: (row) => eventOf(row.event),
      },
      {
        id: 'learner',
        header: t`Learner`,
        width: 'minmax(9rem,1fr)',
        card: 'line',
        cell: (row) => row.learner,
      },
      { id: 'action', header: t`Action`, width: '9rem', cell: (row) => row.action },
      { id: 'code', header: t`Code`, width: 'minmax(9rem,1fr)', card: 'line', cell: (row) => row.code },
      { id: 'to', header: t`State`, width: '12rem', hidden: true, cell: (row) => row.toState },
      { id: 'actor', header: t`Who`, width: '9rem', cell: (row) => row.actor },
      { id: 'reason', header: t`Reason`, width: 'minmax(8rem,1fr)', cell: (row) => row.reason },
    ],
    filters: [
      { id: 'event', label: t`What`, kind: 'one', options: optionsOf(events) },
      {
        id: 'code',
        label: t`Code`,
        kind: 'one',
        options: [...Object.keys(REASONS), 'OUTSIDE_GEOFENCE'].map((value) => ({ value, label: value })),
      },
    ],
  });
  return (
    <ListPage
      list={list}
      query={query}
      title={t`Training record`}
      nameOf={(row) => eventOf(row.event)}
      open={(row) =>
        row.enrollmentId
          ? { to: '/training/learners/$id', params: { id: row.enrollmentId } }
          : { to: '/training/shops' }
      }
      csv={{ name: t`training-record`, page: (at) => api.training.audit.query({ ...filters, ...at }) }}
      empty={{
        icon: <ScrollText />,
        title: t`Nothing is recorded yet`,
        text: t`Every change of a learner and every refusal appears here.`,
      }}
    />
  );
}
