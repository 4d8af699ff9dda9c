import { useLingui } from '@lingui/react/macro';
import type { InvoiceView } from '@officina/contracts/sales';
import { useQuery } from '@tanstack/react-query';
import { SelectField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextareaField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { date, money } from '../../lib/format.ts';
import { toastDone } from '../../lib/toast.ts';
import { SendDialog } from '../../shell/document/send-dialog.tsx';
import { useDocumentWords } from '../../shell/document-state.tsx';
import { api, trpc } from '../../trpc.ts';
import { CreditDialog } from './credit-dialog.tsx';
import { PaymentDialog } from './payment-dialog.tsx';
import { refreshInvoices } from './refresh-invoices.ts';
import type { InvoiceDialog } from './use-invoice-actions.tsx';
import { useInvoiceTitle } from './use-invoice-title.ts';

export interface InvoiceDialogProps {
  invoice: InvoiceView;
  onClose: () => void;
}

/** The questions that an action of an invoice asks before it happens. */
export function InvoiceDialogs({ dialog, ...props }: InvoiceDialogProps & { dialog: InvoiceDialog }) {
  switch (dialog) {
    case 'remind':
      return <SendInvoice {...props} />;
    case 'payment':
      return <PaymentDialog {...props} />;
    case 'paid':
      return <PaymentDialog {...props} whole />;
    case 'undo':
      return <UndoPayment {...props} />;
    case 'credit':
      return <CreditDialog {...props} />;
    case 'cancel':
      return <CancelInvoice {...props} />;
  }
}

function SendInvoice({ invoice, onClose }: InvoiceDialogProps) {
  const { t } = useLingui();
  const { id, number } = invoice;
  const name = useInvoiceTitle(invoice) ?? '';
  const overdue = invoice.status === 'overdue';
  const message = useQuery(trpc.invoices.message.queryOptions({ id }));
  return (
    <SendDialog
      refused={refreshInvoices}
      title={overdue ? t`Remind of invoice ${number}` : t`Send invoice ${number}`}
      submitLabel={overdue ? t`Send the reminder` : t`Send`}
      message={message}
      hint={{ email: t`The PDF is attached.`, whatsapp: t`The message goes alone, without the PDF.` }}
      pdf={{ url: `/api/invoices/${id}/pdf`, version: invoice.version, name }}
      send={(sending) => api.invoices.remind.mutate({ id, ...sending })}
      done={async () => {
        onClose();
        await refreshInvoices();
        void toastDone(t`Invoice ${number} is on its way`);
      }}
      onClose={onClose}
    />
  );
}

function UndoPayment({ invoice, onClose }: InvoiceDialogProps) {
  const { t } = useLingui();
  const { method } = useDocumentWords();
  const live = invoice.payments.filter((payment) => !payment.reversedAt);
  const form = useAppForm({
    defaults: { paymentId: live.at(-1)?.id ?? '', reason: '' },
    submit: ({ paymentId, reason }) =>
      api.invoices.undoPayment.mutate({ id: invoice.id, paymentId: paymentId || null, reason }),
    refused: refreshInvoices,
    done: async () => {
      onClose();
      await refreshInvoices();
      void toastDone(t`Payment taken back`);
    },
  });
  return (
    <FormDialog
      form={form}
      title={t`Take a payment back`}
      description={t`It stays on record with your reason, and the amount is open again.`}
      size="sm"
      submitLabel={t`Take it back`}
      onClose={onClose}
    >
      {live.length > 1 && (
        <SelectField
          name="paymentId"
          label={t`Payment`}
          options={live.map((payment) => ({
            value: payment.id,
            label: `${date(payment.paidAt)} · ${money(payment.amountCents, invoice.currency)} · ${method(payment.method)}`,
          }))}
        />
      )}
      <TextareaField name="reason" label={t`Reason`} maxLength={500} required />
    </FormDialog>
  );
}

function CancelInvoice({ invoice, onClose }: InvoiceDialogProps) {
  const { t } = useLingui();
  const draft = invoice.status === 'draft';
  const form = useAppForm({
    defaults: { reason: '' },
    submit: ({ reason }) =>
      api.invoices.setStatus.mutate({ id: invoice.id, status: 'cancelled', reason: reason || null }),
    refused: refreshInvoices,
    done: async () => {
      onClose();
      await refreshInvoices();
      void toastDone(draft ? t`Draft cancelled` : t`Invoice cancelled, credit note issued`);
    },
  });
  return (
    <FormDialog
      form={form}
      title={t`Cancel the invoice`}
      description={
        draft
          ? t`The draft stays on record as cancelled.`
          : t`A credit note over the whole amount is issued with its own number. This cannot be undone.`
      }
      size="sm"
      submitLabel={t`Cancel the invoice`}
      onClose={onClose}
    >
      <TextareaField name="reason" label={t`Reason`} aside={t`optional`} maxLength={500} />
    </FormDialog>
  );
}
