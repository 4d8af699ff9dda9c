import { useLingui } from '@lingui/react/macro';
import type { ChangeRequestItem } from '@officina/contracts/change-requests';
import { CHANGE_STATUSES } from '@officina/contracts/portal';
import { date } from '../../lib/format.ts';
import type { Column, Filter } from '../../shell/list/types.ts';
import { ChangeBadge, SeverityBadge } from '../../shell/portal/badges.tsx';
import { engagementTitle, searchEngagements } from '../../shell/portal/pickers.ts';
import { usePortalWords } from '../../shell/portal/words.ts';
import { Assignee } from './assignee.tsx';

export function useChangeColumns(): Column<ChangeRequestItem>[] {
  const { t } = useLingui();
  const { changeStatuses, impacts, severities } = usePortalWords();
  return [
    {
      id: 'title',
      header: t`Change request`,
      width: 'minmax(14rem,2fr)',
      card: 'title',
      cell: (row) => row.title,
    },
    {
      id: 'engagement',
      header: t`Engagement`,
      width: 'minmax(10rem,1fr)',
      card: 'line',
      cell: (row) => row.engagement.title,
    },
    {
      id: 'status',
      header: t`Status`,
      width: '11rem',
      card: 'badge',
      cell: (row) => <ChangeBadge status={row.status} />,
      text: (row) => changeStatuses[row.status],
    },
    { id: 'impact', header: t`Touches`, width: '7rem', cell: (row) => impacts[row.impact] },
    {
      id: 'severity',
      header: t`Severity`,
      width: '7rem',
      card: 'line',
      cell: (row) => <SeverityBadge severity={row.severity} />,
      text: (row) => severities[row.severity],
    },
    { id: 'by', header: t`Asked by`, width: '10rem', cell: (row) => row.createdBy.name },
    {
      id: 'assignee',
      header: t`Assigned to`,
      width: '10rem',
      hidden: true,
      cell: (row) => row.assignedTo && <Assignee person={row.assignedTo} />,
      text: (row) => row.assignedTo?.name ?? '',
    },
    {
      id: 'requested',
      header: t`Requested`,
      width: '8rem',
      card: 'end',
      cell: (row) => date(row.requestedAt),
    },
  ];
}

export function useChangeFilters(): Filter[] {
  const { t } = useLingui();
  const { changeStatuses } = usePortalWords();
  return [
    {
      id: 'status',
      label: t`Status`,
      kind: 'one',
      options: CHANGE_STATUSES.map((value) => ({ value, label: changeStatuses[value] })),
    },
    {
      id: 'engagement',
      label: t`Engagement`,
      kind: 'record',
      search: searchEngagements,
      nameOf: engagementTitle,
    },
  ];
}
