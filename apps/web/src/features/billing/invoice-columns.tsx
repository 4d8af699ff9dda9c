import { useLingui } from '@lingui/react/macro';
import { PORTAL_INVOICE_STATES, type PortalInvoice } from '@officina/contracts/portal-invoices';
import type { ReactNode } from 'react';
import { money } from '../../lib/format.ts';
import type { Column, Filter } from '../../shell/list/types.ts';
import { day } from '../../shell/portal/figures.ts';
import { InvoiceState, useInvoiceStates } from '../../shell/portal/invoice-state.tsx';

/** What an invoice is called in a list: its number, else what it is for. */
export const nameOfInvoice = ({ invoiceNumber, engagement }: PortalInvoice): string =>
  invoiceNumber ?? engagement?.title ?? '–';

interface Options {
  /** Whose invoices they are: staff see those of everybody. */
  organization: boolean;
  /** What can be done to one, at the end of its row. */
  act: (row: PortalInvoice) => ReactNode;
}

export function useInvoiceColumns({ organization, act }: Options): Column<PortalInvoice>[] {
  const { t } = useLingui();
  const states = useInvoiceStates();
  const columns: (Column<PortalInvoice> | false)[] = [
    {
      id: 'number',
      header: t`Invoice`,
      width: 'minmax(9rem,1fr)',
      card: 'title',
      cell: nameOfInvoice,
    },
    organization && {
      id: 'organization',
      header: t`Organisation`,
      width: 'minmax(8rem,1fr)',
      card: 'line',
      cell: (row) => row.organization.name,
    },
    {
      id: 'engagement',
      header: t`Engagement`,
      width: 'minmax(10rem,1.5fr)',
      card: 'line',
      cell: (row) => (row.invoiceNumber ? row.engagement?.title : null),
      text: (row) => row.engagement?.title ?? '',
    },
    {
      id: 'status',
      header: t`Status`,
      width: '11rem',
      card: 'badge',
      cell: (row) => <InvoiceState invoice={row} />,
      text: (row) => states[row.status],
    },
    { id: 'issued', header: t`Issued`, width: '7.5rem', cell: (row) => day(row.issueDate) },
    { id: 'due', header: t`Due`, width: '7.5rem', card: 'line', cell: (row) => day(row.dueDate) },
    { id: 'po', header: t`PO number`, width: '8rem', hidden: true, cell: (row) => row.referencePO },
    { id: 'paid', header: t`Paid on`, width: '7.5rem', hidden: true, cell: (row) => day(row.paidAt) },
    {
      id: 'amount',
      header: t`Amount`,
      width: '8rem',
      align: 'end',
      card: 'end',
      cell: (row) => (row.amountEUR === null ? null : money(row.totalCents, row.currency)),
    },
    {
      id: 'act',
      header: t({ context: 'column', message: 'Next' }),
      width: '8.5rem',
      align: 'end',
      card: 'act',
      cell: act,
      text: () => '',
    },
  ];
  return columns.filter((column) => column !== false);
}

export function useInvoiceFilters(): Filter[] {
  const { t } = useLingui();
  const states = useInvoiceStates();
  return [
    {
      id: 'status',
      label: t`Status`,
      kind: 'one',
      options: PORTAL_INVOICE_STATES.map((value) => ({ value, label: states[value] })),
    },
  ];
}
