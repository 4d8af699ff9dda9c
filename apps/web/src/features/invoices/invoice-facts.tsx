import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { InvoiceView } from '@officina/contracts/sales';
import { date, dateTime, money } from '../../lib/format.ts';
import { DocumentFacts, DocumentLink } from '../../shell/document/document-facts.tsx';
import { useDocumentWords } from '../../shell/document-state.tsx';

export function InvoiceFacts({ invoice }: { invoice: InvoiceView }) {
  const { t } = useLingui();
  const { method } = useDocumentWords();
  const { quote, creditedInvoice, creditNotes, daysOverdue } = invoice;
  return (
    <DocumentFacts
      document={invoice}
      items={[
        { label: t`Date`, value: date(invoice.issueDate) },
        {
          label: t`Due`,
          value: invoice.kind !== 'credit_note' && invoice.dueDate && (
            <span className={daysOverdue > 0 ? 'font-medium text-danger' : undefined}>
              {date(invoice.dueDate)}
              {daysOverdue > 0 && (
                <>
                  {' · '}
                  {plural(daysOverdue, { one: '# day overdue', other: '# days overdue' })}
                </>
              )}
            </span>
          ),
        },
        { label: t`Method`, value: invoice.paymentMethod && method(invoice.paymentMethod) },
        { label: t`Paid on`, value: invoice.paidAt && dateTime(invoice.paidAt) },
        {
          label: t`Quote`,
          value: quote && <DocumentLink to="/quotes/$id" id={quote.id} number={quote.number} />,
        },
        {
          label: t`Credits invoice`,
          value: creditedInvoice?.number && (
            <DocumentLink to="/invoices/$id" id={creditedInvoice.id} number={creditedInvoice.number} />
          ),
        },
        {
          label: t`Credit notes`,
          value: creditNotes.length > 0 && (
            <ul>
              {creditNotes.map((note) => (
                <li key={note.id} className="flex justify-between gap-3">
                  <DocumentLink to="/invoices/$id" id={note.id} number={note.number ?? ''} />
                  <span className="tabular">{money(note.totalCents, invoice.currency)}</span>
                </li>
              ))}
            </ul>
          ),
        },
      ].map((item) => ({ ...item, value: item.value || null }))}
    />
  );
}
