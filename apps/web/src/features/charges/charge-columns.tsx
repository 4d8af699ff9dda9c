import { useLingui } from '@lingui/react/macro';
import type { ChargeListItem } from '@officina/contracts/charges';
import { date } from '../../lib/format.ts';
import { optionsOf } from '../../lib/options.ts';
import { can } from '../../lib/session.ts';
import type { Column, Filter } from '../../shell/list/types.ts';
import { ChargeStatusBadge } from '../../shell/office/badges.tsx';
import { amountOf, period } from '../../shell/office/charge-figures.ts';
import { clientName, searchClients } from '../../shell/office/pickers.ts';
import { useOfficeWords } from '../../shell/office/words.ts';

export function useChargeColumns(): Column<ChargeListItem>[] {
  const { t } = useLingui();
  const { chargeTypes, chargeStatuses } = useOfficeWords();
  const amount: Column<ChargeListItem> = {
    id: 'amount',
    header: t`Amount`,
    width: '9rem',
    align: 'end',
    card: 'end',
    cell: (row) => amountOf(row),
  };
  return [
    {
      id: 'client',
      header: t`Client`,
      width: 'minmax(12rem,2fr)',
      card: 'title',
      cell: (row) => row.client.name,
      text: (row) => row.client.name,
    },
    { id: 'type', header: t`Type`, width: '9rem', card: 'line', cell: (row) => chargeTypes[row.chargeType] },
    {
      id: 'period',
      header: t`Month`,
      width: '9rem',
      card: 'line',
      cell: (row) => row.period && period(row.period),
    },
    {
      id: 'status',
      header: t`Status`,
      width: '8rem',
      card: 'badge',
      cell: (row) => <ChargeStatusBadge status={row.status} />,
      text: (row) => chargeStatuses[row.status],
    },
    ...(can('office.charges.amounts') ? [amount] : []),
    { id: 'created', header: t`Made on`, width: '8rem', cell: (row) => date(row.createdAt) },
    { id: 'issued', header: t`Issued on`, width: '8rem', cell: (row) => row.issuedAt && date(row.issuedAt) },
    {
      id: 'paid',
      header: t`Paid on`,
      width: '8rem',
      hidden: true,
      cell: (row) => row.paidAt && date(row.paidAt),
    },
    {
      id: 'invoice',
      header: t`Invoice`,
      width: '9rem',
      hidden: true,
      cell: (row) => row.invoice?.externalInvoiceId,
    },
  ];
}

/** Months that a filter offers, the newest first. */
const MONTHS = 24;

function recentMonths(): string[] {
  const now = new Date();
  return Array.from({ length: MONTHS }, (_, back) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7),
  );
}

export function useChargeFilters(): Filter[] {
  const { t } = useLingui();
  const { chargeStatuses } = useOfficeWords();
  return [
    { id: 'client', label: t`Client`, kind: 'record', search: searchClients, nameOf: clientName },
    { id: 'status', label: t`Status`, kind: 'one', options: optionsOf(chargeStatuses) },
    {
      id: 'period',
      label: t`Month`,
      kind: 'one',
      options: recentMonths().map((value) => ({ value, label: period(value) })),
    },
  ];
}
