import { useLingui } from '@lingui/react/macro';
import type { Engagement } from '@officina/contracts/engagements';
import { ENGAGEMENT_STAGES, ENGAGEMENT_STATUSES } from '@officina/contracts/portal';
import { date } from '../../lib/format.ts';
import { can } from '../../lib/session.ts';
import type { Column, Filter } from '../../shell/list/types.ts';
import { EngagementBadge, StageBadge } from '../../shell/portal/badges.tsx';
import { day } from '../../shell/portal/figures.ts';
import { usePortalWords } from '../../shell/portal/words.ts';

export function useEngagementColumns(): Column<Engagement>[] {
  const { t } = useLingui();
  const { stages, engagementStatuses } = usePortalWords();
  const organization: Column<Engagement> = {
    id: 'organization',
    header: t`Organisation`,
    width: 'minmax(9rem,1fr)',
    card: 'line',
    cell: (row) => row.organization.name,
  };
  return [
    {
      id: 'title',
      header: t`Engagement`,
      width: 'minmax(14rem,2fr)',
      card: 'title',
      cell: (row) => row.title,
    },
    // A client has but one organisation.
    ...(can('portal.engagements.write') ? [organization] : []),
    {
      id: 'stage',
      header: t`Stage`,
      width: '10rem',
      card: 'line',
      cell: (row) => <StageBadge stage={row.stage} />,
      text: (row) => stages[row.stage],
    },
    {
      id: 'status',
      header: t`Status`,
      width: '9rem',
      card: 'badge',
      cell: (row) => <EngagementBadge status={row.status} />,
      text: (row) => engagementStatuses[row.status],
    },
    {
      id: 'target',
      header: t`Target`,
      width: '8rem',
      card: 'end',
      cell: (row) => day(row.targetDate),
    },
    { id: 'owner', header: t`Lead`, width: '10rem', cell: (row) => row.owner?.name },
    { id: 'created', header: t`Begun`, width: '8rem', hidden: true, cell: (row) => date(row.createdAt) },
  ];
}

export function useEngagementFilters(): Filter[] {
  const { t } = useLingui();
  const { stages, engagementStatuses } = usePortalWords();
  return [
    {
      id: 'stage',
      label: t`Stage`,
      kind: 'one',
      options: ENGAGEMENT_STAGES.map((value) => ({ value, label: stages[value] })),
    },
    {
      id: 'status',
      label: t`Status`,
      kind: 'one',
      options: ENGAGEMENT_STATUSES.map((value) => ({ value, label: engagementStatuses[value] })),
    },
  ];
}
