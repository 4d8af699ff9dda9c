import { useLingui } from '@lingui/react/macro';
import type { OfficeClientListItem } from '@officina/contracts/office-clients';
import { date } from '../../lib/format.ts';
import { optionsOf } from '../../lib/options.ts';
import type { Column, Filter } from '../../shell/list/types.ts';
import { ClientStatusBadge, Signals } from '../../shell/office/badges.tsx';
import { useOfficeWords } from '../../shell/office/words.ts';

export function useClientColumns(): Column<OfficeClientListItem>[] {
  const { t } = useLingui();
  const { clientTypes, clientStatuses, signals, documents } = useOfficeWords();
  return [
    {
      id: 'name',
      header: t`Name`,
      width: 'minmax(11rem,1fr)',
      card: 'title',
      cell: (row) => row.fullName,
      text: (row) => row.fullName,
    },
    {
      id: 'idNumber',
      header: t`Id number`,
      width: '9rem',
      cell: (row) => <bdi className="tabular">{row.idNumber}</bdi>,
      text: (row) => row.idNumber,
    },
    { id: 'type', header: t`Type`, width: '9rem', card: 'line', cell: (row) => clientTypes[row.clientType] },
    {
      id: 'status',
      header: t`Status`,
      width: '7rem',
      card: 'badge',
      cell: (row) => <ClientStatusBadge status={row.status} />,
      text: (row) => clientStatuses[row.status],
    },
    {
      id: 'phone',
      header: t`Phone`,
      width: '9rem',
      card: 'line',
      cell: (row) => row.phone && <bdi className="tabular">{row.phone}</bdi>,
      text: (row) => row.phone ?? '',
    },
    {
      id: 'binders',
      header: t`Open binders`,
      width: '7rem',
      align: 'end',
      card: 'end',
      cell: (row) => row.openBinders || null,
      text: (row) => String(row.openBinders),
    },
    {
      id: 'missing',
      header: t`Missing documents`,
      width: '9rem',
      hidden: true,
      align: 'end',
      cell: (row) => row.missingDocuments.length || null,
      text: (row) => row.missingDocuments.map((type) => documents[type]).join(', '),
    },
    {
      id: 'signals',
      header: t`Signals`,
      width: 'minmax(17rem,2fr)',
      cell: (row) => <Signals signals={row.signals} most={2} />,
      text: (row) => row.signals.map((signal) => signals[signal]).join(', '),
    },
    {
      id: 'since',
      header: t`Client since`,
      width: '8rem',
      hidden: true,
      cell: (row) => date(row.openedAt),
    },
    { id: 'email', header: t`E-mail`, width: '14rem', hidden: true, cell: (row) => row.email },
  ];
}

export function useClientFilters(): Filter[] {
  const { t } = useLingui();
  const { clientStatuses } = useOfficeWords();
  return [
    { id: 'status', label: t`Status`, kind: 'one', options: optionsOf(clientStatuses) },
    { id: 'signals', label: t`With signals`, kind: 'flag' },
  ];
}
