import { useLingui } from '@lingui/react/macro';
import type { StudioInvoiceDetail } from '@officina/contracts/studio';
import { Link } from '@tanstack/react-router';
import { Coins } from 'lucide-react';
import { date, dateTime, money, number, percent } from '../../lib/format.ts';
import { can } from '../../lib/session.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Facts, Panel } from '../../ui/panel.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';

/** For whom, by when, and what is open. */
export function InvoiceFacts({ invoice }: { invoice: StudioInvoiceDetail }) {
  const { t } = useLingui();
  const { client, project, currency } = invoice;
  return (
    <Panel>
      <Facts
        items={[
          {
            label: t`Client`,
            value: can('studio.clients.read') ? (
              <Link to="/clients/$id" params={{ id: client.id }}>
                {client.name}
              </Link>
            ) : (
              client.name
            ),
          },
          {
            label: t`Project`,
            value: project && (
              <Link to="/projects/$id" params={{ id: project.id }}>
                {project.name}
              </Link>
            ),
          },
          { label: t`Issued`, value: invoice.issuedDate && date(invoice.issuedDate) },
          { label: t`Due`, value: invoice.dueDate && date(invoice.dueDate) },
          { label: t`Paid on`, value: invoice.paidAt && date(invoice.paidAt) },
          { label: t`Open`, value: invoice.openCents > 0 ? money(invoice.openCents, currency) : null },
          {
            label: t`Notes`,
            value: invoice.notes && <span className="whitespace-pre-wrap">{invoice.notes}</span>,
          },
        ]}
      />
    </Panel>
  );
}

/** The lines with what they come to. */
export function InvoiceLines({ invoice }: { invoice: StudioInvoiceDetail }) {
  const { t } = useLingui();
  const { currency, taxRate } = invoice;
  const rate = percent(taxRate / 100, 4);
  const sums: [string, number][] = [
    [t`Subtotal`, invoice.subtotalCents],
    [t`Tax ${rate}`, invoice.taxCents],
    ...(invoice.discountCents ? [[t`Discount`, -invoice.discountCents] as [string, number]] : []),
    [t`Total`, invoice.totalCents],
  ];
  return (
    <Panel flush>
      <Table aria-label={t`Items`}>
        <thead>
          <tr>
            <Th>{t`Description`}</Th>
            <Th numeric>{t`Quantity`}</Th>
            <Th numeric>{t`Rate`}</Th>
            <Th numeric>{t`Amount`}</Th>
          </tr>
        </thead>
        <tbody>
          {invoice.items.map((item, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are known by their place.
            <tr key={i}>
              <Td>{item.description}</Td>
              <Td numeric>{number(item.quantity, 4)}</Td>
              <Td numeric>{number(item.rate, 4)}</Td>
              <Td numeric>{money(item.amountCents, currency)}</Td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {sums.map(([label, minor], i) => (
            <tr key={label} className={i === sums.length - 1 ? 'font-semibold' : undefined}>
              <Td colSpan={3} className="text-end">
                {label}
              </Td>
              <Td numeric>{money(minor, currency)}</Td>
            </tr>
          ))}
        </tfoot>
      </Table>
    </Panel>
  );
}

/** What was paid, and what was tried. */
export function InvoicePayments({ invoice }: { invoice: StudioInvoiceDetail }) {
  const { t } = useLingui();
  const words = {
    pending: [t`Waiting`, 'info'],
    succeeded: [t`Received`, 'success'],
    failed: [t`Failed`, 'danger'],
  } as const;
  const givenBack = [t`Given back`, 'neutral'] as const;
  return (
    <Panel flush>
      {invoice.payments.length === 0 && <EmptyState icon={<Coins />} title={t`Nothing was paid yet`} />}
      <ul>
        {invoice.payments.map((payment) => {
          const [word, tone] = payment.amountCents < 0 ? givenBack : words[payment.status];
          return (
            <li
              key={payment.id}
              className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-2.5 last:border-b-0"
            >
              <StatusBadge tone={tone}>{word}</StatusBadge>
              <span className="text-ink-muted text-sm">{dateTime(payment.paidAt ?? payment.createdAt)}</span>
              {payment.errorMessage && <span className="text-danger text-sm">{payment.errorMessage}</span>}
              <span className="tabular ms-auto">{money(payment.amountCents, invoice.currency)}</span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
