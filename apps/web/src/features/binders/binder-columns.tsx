import { useLingui } from '@lingui/react/macro';
import type { BinderTab, BinderView } from '@officina/contracts/binders';
import { date } from '../../lib/format.ts';
import { optionsOf } from '../../lib/options.ts';
import type { Column, Filter } from '../../shell/list/types.ts';
import { AgeBar } from '../../shell/office/age-bar.tsx';
import { BinderStatusBadge, Signals } from '../../shell/office/badges.tsx';
import { clientName, searchClients } from '../../shell/office/pickers.ts';
import { useOfficeWords } from '../../shell/office/words.ts';

/** Columns of a tab: of returned binders it matters when and to whom, of all others by when and what is the matter. */
export function useBinderColumns(tab: BinderTab): Column<BinderView>[] {
  const { t } = useLingui();
  const { signals, workStates, binderStatuses } = useOfficeWords();
  const common: Column<BinderView>[] = [
    {
      id: 'number',
      header: t`Number`,
      width: '8rem',
      card: 'title',
      cell: (row) => <bdi className="tabular">{row.binderNumber}</bdi>,
      text: (row) => row.binderNumber,
    },
    {
      id: 'client',
      header: t`Client`,
      width: 'minmax(9rem,1fr)',
      card: 'line',
      cell: (row) => row.client.name,
    },
    {
      id: 'status',
      header: t`Status`,
      width: '10rem',
      card: 'badge',
      cell: (row) => <BinderStatusBadge status={row.status} />,
      text: (row) => binderStatuses[row.status],
    },
    {
      id: 'received',
      header: t`Received`,
      width: '8rem',
      sort: 'receivedAt',
      cell: (row) => date(row.receivedAt),
    },
  ];
  if (tab === 'returned') {
    return [
      ...common,
      {
        id: 'returned',
        header: t({ context: 'column', message: 'Returned' }),
        width: '8rem',
        sort: 'returnedAt',
        card: 'end',
        cell: (row) => row.returnedAt && date(row.returnedAt),
      },
      {
        id: 'pickup',
        header: t`Collected by`,
        width: 'minmax(8rem,1fr)',
        card: 'line',
        cell: (row) => row.pickupPersonName,
      },
    ];
  }
  return [
    ...common,
    {
      id: 'age',
      header: t`Age`,
      width: '9rem',
      cell: (row) => <AgeBar days={row.daysInOffice} />,
      text: (row) => String(row.daysInOffice),
    },
    {
      id: 'due',
      header: t`Due`,
      width: '8rem',
      sort: 'expectedReturnAt',
      card: 'end',
      cell: (row) => date(row.expectedReturnAt),
    },
    {
      id: 'work',
      header: t`Work`,
      width: '9rem',
      hidden: true,
      cell: (row) => workStates[row.workState],
    },
    {
      id: 'signals',
      header: t`Signals`,
      width: 'minmax(17rem,2fr)',
      card: 'line',
      cell: (row) => <Signals signals={row.signals} most={2} />,
      text: (row) => row.signals.map((signal) => signals[signal]).join(', '),
    },
  ];
}

export function useBinderFilters(): Filter[] {
  const { t } = useLingui();
  const { workStates, slaStates, signals } = useOfficeWords();
  return [
    { id: 'client', label: t`Client`, kind: 'record', search: searchClients, nameOf: clientName },
    { id: 'work', label: t`Work`, kind: 'one', options: optionsOf(workStates) },
    { id: 'sla', label: t`Promise`, kind: 'one', options: optionsOf(slaStates) },
    { id: 'signal', label: t`Signal`, kind: 'many', options: optionsOf(signals) },
  ];
}
