import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { InvoiceListItem } from '@officina/contracts/sales';
import { date, money } from '../../lib/format.ts';
import { InvoiceBadge, useDocumentWords } from '../../shell/document-state.tsx';
import type { Column, Filter } from '../../shell/list/types.ts';
import { contactName, searchContacts } from '../../shell/pickers.ts';

export function useInvoiceColumns(): Column<InvoiceListItem>[] {
  const { t } = useLingui();
  const { invoiceState } = useDocumentWords();
  return [
    {
      id: 'number',
      header: t`Number`,
      width: '8rem',
      card: 'line',
      cell: (row) => row.number ?? <span className="text-ink-faint">{t`Draft`}</span>,
      text: (row) => row.number ?? '',
    },
    {
      id: 'contact',
      header: t`Client`,
      width: 'minmax(10rem,2fr)',
      card: 'title',
      cell: (row) => row.contact.name,
    },
    { id: 'issued', header: t`Date`, sort: 'issueDate', width: '8rem', cell: (row) => date(row.issueDate) },
    {
      id: 'due',
      header: t`Due`,
      sort: 'dueDate',
      width: 'minmax(9rem,1fr)',
      card: 'line',
      cell: (row) => <DueDate row={row} />,
      text: (row) => (row.dueDate ? date(row.dueDate) : ''),
    },
    {
      id: 'status',
      header: t`Status`,
      width: '8rem',
      card: 'badge',
      cell: (row) => <InvoiceBadge state={row.status} />,
      text: (row) => invoiceState(row.status),
    },
    {
      id: 'paid',
      header: t`Paid so far`,
      width: '8rem',
      align: 'end',
      hidden: true,
      cell: (row) => money(row.paidCents, row.currency),
    },
    {
      id: 'open',
      header: t`Still open`,
      width: '8rem',
      align: 'end',
      hidden: true,
      cell: (row) => money(row.totalCents - row.paidCents, row.currency),
    },
    {
      id: 'total',
      header: t`Total incl. VAT`,
      width: '9rem',
      align: 'end',
      card: 'end',
      cell: (row) => money(row.totalCents, row.currency),
    },
  ];
}

function DueDate({ row }: { row: InvoiceListItem }) {
  if (row.kind === 'credit_note' || !row.dueDate) return null;
  return (
    <span className={row.daysOverdue > 0 ? 'text-danger' : undefined}>
      {date(row.dueDate)}
      {row.daysOverdue > 0 && (
        <>
          {' · '}
          {plural(row.daysOverdue, { one: '# day', other: '# days' })}
        </>
      )}
    </span>
  );
}

export function useInvoiceFilters(): Filter[] {
  const { t } = useLingui();
  const { invoiceStates } = useDocumentWords();
  return [
    { id: 'status', label: t`Status`, kind: 'one', options: invoiceStates },
    { id: 'contact', label: t`Client`, kind: 'record', search: searchContacts, nameOf: contactName },
    { id: 'from', label: t`From`, kind: 'date' },
    { id: 'to', label: t`To`, kind: 'date' },
    { id: 'credit', label: t`Credit notes`, kind: 'flag' },
  ];
}
