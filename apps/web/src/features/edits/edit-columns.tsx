import { useLingui } from '@lingui/react/macro';
import type { Edit } from '@officina/contracts/edits';
import { EDIT_STATUSES } from '@officina/contracts/portal';
import { date } from '../../lib/format.ts';
import type { Column, Filter } from '../../shell/list/types.ts';
import { EditBadge } from '../../shell/portal/edit-badge.tsx';
import { useEditWords } from '../../shell/portal/edit-words.ts';
import { engagementTitle, searchEngagements } from '../../shell/portal/pickers.ts';

export function useEditColumns(): Column<Edit>[] {
  const { t } = useLingui();
  const { entities, statuses, fieldWord } = useEditWords();
  const fieldsOf = (row: Edit) => row.diff.map(({ field }) => fieldWord(field)).join(', ');
  return [
    { id: 'fields', header: t`What changes`, width: 'minmax(9rem,2fr)', card: 'title', cell: fieldsOf },
    {
      id: 'record',
      header: t`Of`,
      width: 'minmax(10rem,3fr)',
      card: 'line',
      cell: (row) => `${entities[row.entityType]}: ${row.entityTitle}`,
    },
    {
      id: 'status',
      header: t`Status`,
      width: '11rem',
      card: 'badge',
      cell: (row) => <EditBadge status={row.status} />,
      text: (row) => statuses[row.status],
    },
    {
      id: 'change',
      header: t`Change request`,
      width: 'minmax(8rem,1fr)',
      cell: (row) => row.changeRequest?.title,
    },
    { id: 'by', header: t`By`, width: '8rem', card: 'line', cell: (row) => row.createdBy.name },
    { id: 'created', header: t`Asked`, width: '8rem', card: 'end', cell: (row) => date(row.createdAt) },
  ];
}

export function useEditFilters(): Filter[] {
  const { t } = useLingui();
  const { statuses } = useEditWords();
  return [
    {
      id: 'status',
      label: t`Status`,
      kind: 'one',
      options: EDIT_STATUSES.map((value) => ({ value, label: statuses[value] })),
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
