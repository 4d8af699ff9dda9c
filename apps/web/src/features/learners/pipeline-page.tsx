import { useLingui } from '@lingui/react/macro';
import { ENROLLMENT_STATES } from '@officina/contracts/training';
import type { LearnerItem } from '@officina/contracts/training-staff';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { GraduationCap } from 'lucide-react';
import { ago, date, number } from '../../lib/format.ts';
import { optionsOf } from '../../lib/options.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import type { Column } from '../../shell/list/types.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { api, trpc } from '../../trpc.ts';
import { StateBadge, useLearnerWords } from './learner-words.tsx';
import { PipelineFigures } from './pipeline-figures.tsx';
import { refreshTraining } from './refresh-training.ts';

const route = getRouteApi('/app/training');
const open = (row: LearnerItem) => ({ to: '/training/learners/$id', params: { id: row.id } }) as const;

function useColumns(): Column<LearnerItem>[] {
  const { t } = useLingui();
  const { states } = useLearnerWords();
  return [
    { id: 'name', header: t`Learner`, width: 'minmax(11rem,1.5fr)', card: 'title', cell: (row) => row.name },
    {
      id: 'state',
      header: t`State`,
      width: '12rem',
      card: 'badge',
      cell: (row) => <StateBadge state={row.state} />,
      text: (row) => states[row.state],
    },
    {
      id: 'since',
      header: t`Since`,
      width: '9rem',
      card: 'line',
      cell: (row) => ago(row.stateChangedAt),
      text: (row) => row.stateChangedAt,
    },
    { id: 'shop', header: t`Shop`, width: 'minmax(9rem,1fr)', card: 'line', cell: (row) => row.shopName },
    {
      id: 'hours',
      header: t`Hours`,
      width: '8rem',
      align: 'end',
      card: 'end',
      cell: (row) => row.totalHours !== null && `${number(row.totalHours, 1)} / ${number(row.requiredHours)}`,
      text: (row) => String(row.totalHours ?? ''),
    },
    {
      id: 'pastDue',
      header: t`Days past due`,
      width: '8rem',
      align: 'end',
      cell: (row) => row.daysPastDue !== null && <span className="text-danger">{row.daysPastDue}</span>,
      text: (row) => String(row.daysPastDue ?? ''),
    },
    {
      id: 'start',
      header: t`Start`,
      width: '8rem',
      cell: (row) => row.programStartDate && date(row.programStartDate),
      text: (row) => row.programStartDate ?? '',
    },
    {
      id: 'enrolled',
      header: t`Enrolled on`,
      width: '9rem',
      hidden: true,
      cell: (row) => date(row.enrolledAt),
    },
    { id: 'email', header: t`E-mail`, width: '14rem', hidden: true, cell: (row) => row.email },
  ];
}

/** Learners by state, with what waits for staff above them. */
export function PipelinePage() {
  const { t } = useLingui();
  const { states } = useLearnerWords();
  const search = route.useSearch();
  const list = useList<LearnerItem>({
    id: 'training-learners',
    search,
    columns: useColumns(),
    filters: [{ id: 'state', label: t`State`, kind: 'one', options: optionsOf(states) }],
  });
  const filters = { q: search.q, state: words(search.state, ENROLLMENT_STATES)?.[0] };
  const query = useInfiniteQuery(
    trpc.training.learners.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
  );
  return (
    <ListPage
      list={list}
      query={query}
      title={t`Training`}
      nameOf={(row) => row.name}
      open={open}
      above={<PipelineFigures chosen={filters.state} choose={(state) => list.set({ state })} />}
      csv={{ name: t`learners`, page: (at) => api.training.learners.query({ ...filters, ...at }) }}
      settled={refreshTraining}
      empty={{
        icon: <GraduationCap />,
        title: t`The first learner`,
        text: t`Learners appear here once they have paid for their place on the page of the programme.`,
      }}
    />
  );
}
