import { useLingui } from '@lingui/react/macro';
import type { PaymentMethod } from '@officina/contracts/sales';
import { DateField, MoneyField, SelectField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { dayOf, money } from '../../lib/format.ts';
import { toastDone } from '../../lib/toast.ts';
import { useDocumentWords } from '../../shell/document-state.tsx';
import { api } from '../../trpc.ts';
import type { InvoiceDialogProps } from './invoice-dialogs.tsx';
import { refreshInvoices } from './refresh-invoices.ts';

/** Today means now; a day before is noted at its noon, which is that day in every time zone that people live in. */
const momentOf = (day: string | null) => (!day || day === dayOf() ? null : `${day}T12:00:00Z`);

/** Records a payment of the open rest (`whole`) or of a part of it. */
export function PaymentDialog({ invoice, whole, onClose }: InvoiceDialogProps & { whole?: boolean }) {
  const { t } = useLingui();
  const { methods } = useDocumentWords();
  const { id, currency } = invoice;
  const rest = invoice.totalCents - invoice.paidCents;
  const form = useAppForm({
    defaults: {
      amountCents: rest as number | null,
      method: (invoice.paymentMethod ?? 'bank_transfer') as PaymentMethod,
      paidAt: dayOf() as string | null,
    },
    submit: ({ amountCents, method, paidAt: day }) => {
      const paidAt = momentOf(day);
      return whole
        ? api.invoices.setStatus.mutate({ id, status: 'paid', paymentMethod: method, paidAt })
        : api.invoices.recordPayment.mutate({ id, amountCents: amountCents ?? Number.NaN, method, paidAt });
    },
    rename: { paymentMethod: 'method' },
    refused: refreshInvoices,
    done: async () => {
      onClose();
      await refreshInvoices();
      void toastDone(t`Payment recorded`);
    },
  });
  return (
    <FormDialog
      form={form}
      title={whole ? t`Mark as paid` : t`Record a partial payment`}
      description={t`${money(rest, currency)} still open`}
      size="sm"
      submitLabel={t`Record the payment`}
      onClose={onClose}
    >
      {!whole && <MoneyField name="amountCents" label={t`Amount`} currency={currency} autoFocus required />}
      <SelectField name="method" label={t`Method`} options={methods} required />
      <DateField name="paidAt" label={t`Paid on`} min={invoice.issueDate} max={dayOf()} required />
    </FormDialog>
  );
}
