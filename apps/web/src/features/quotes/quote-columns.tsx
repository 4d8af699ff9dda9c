import { useLingui } from '@lingui/react/macro';
import type { QuoteListItem } from '@officina/contracts/sales';
import { clsx } from 'clsx';
import { date, money } from '../../lib/format.ts';
import { QuoteBadge, useDocumentWords } from '../../shell/document-state.tsx';
import type { Column, Filter } from '../../shell/list/types.ts';
import { contactName, searchContacts } from '../../shell/pickers.ts';

export function useQuoteColumns(): Column<QuoteListItem>[] {
  const { t } = useLingui();
  const { quoteState } = useDocumentWords();
  return [
    { id: 'number', header: t`Number`, width: '8rem', card: 'line', cell: (row) => row.number },
    {
      id: 'contact',
      header: t`Client`,
      width: 'minmax(10rem,2fr)',
      card: 'title',
      cell: (row) => row.contact.name,
    },
    { id: 'issued', header: t`Date`, width: '8rem', card: 'line', cell: (row) => date(row.issueDate) },
    {
      id: 'valid',
      header: t`Valid until`,
      width: '8rem',
      cell: (row) => (
        <span className={clsx(row.status === 'expired' && 'font-medium text-danger')}>
          {date(row.validUntil)}
        </span>
      ),
      text: (row) => date(row.validUntil),
    },
    {
      id: 'sent',
      header: t`Sent on`,
      width: '8rem',
      hidden: true,
      cell: (row) => (row.sentAt ? date(row.sentAt) : ''),
    },
    {
      id: 'status',
      header: t`Status`,
      width: '8rem',
      card: 'badge',
      cell: (row) => <QuoteBadge state={row.status} />,
      text: (row) => quoteState(row.status),
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

export function useQuoteFilters(): Filter[] {
  const { t } = useLingui();
  const { quoteStates } = useDocumentWords();
  return [
    { id: 'status', label: t`Status`, kind: 'one', options: quoteStates },
    { id: 'contact', label: t`Client`, kind: 'record', search: searchContacts, nameOf: contactName },
    { id: 'from', label: t`From`, kind: 'date' },
    { id: 'to', label: t`To`, kind: 'date' },
  ];
}
