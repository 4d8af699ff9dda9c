import { useLingui } from '@lingui/react/macro';
import { addDays } from '@officina/contracts/calendar';
import type { QuoteView } from '@officina/contracts/sales';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { DateField, SelectField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextareaField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { dayOf } from '../../lib/format.ts';
import { toastDone } from '../../lib/toast.ts';
import { SendDialog } from '../../shell/document/send-dialog.tsx';
import { useDocumentWords } from '../../shell/document-state.tsx';
import { api, queryClient, trpc } from '../../trpc.ts';
import { refreshQuotes } from './refresh-quotes.ts';
import type { QuoteDialog } from './use-quote-actions.tsx';

interface Props {
  quote: QuoteView;
  onClose: () => void;
}

/** The questions that an action of a quote asks before it happens. */
export function QuoteDialogs({ dialog, ...props }: Props & { dialog: QuoteDialog }) {
  switch (dialog) {
    case 'send':
      return <SendQuote {...props} />;
    case 'reject':
      return <RejectQuote {...props} />;
    case 'renew':
      return <RenewQuote {...props} />;
    case 'convert':
      return <ConvertQuote {...props} />;
  }
}

function SendQuote({ quote, onClose }: Props) {
  const { t } = useLingui();
  const { id, number } = quote;
  const message = useQuery(trpc.quotes.message.queryOptions({ id }));
  return (
    <SendDialog
      refused={refreshQuotes}
      title={t`Send quote ${number}`}
      submitLabel={t`Send`}
      message={message}
      hint={{
        email: t`The PDF is attached, and a link where the client can accept is added at the end.`,
        whatsapp: t`A link to the quote, where the client can accept, is added at the end.`,
      }}
      pdf={{ url: `/api/quotes/${id}/pdf`, version: quote.version, name: t`Quote ${number}` }}
      send={(sending) => api.quotes.send.mutate({ id, ...sending })}
      done={async () => {
        onClose();
        await refreshQuotes();
        void toastDone(t`Quote ${number} is on its way`);
      }}
      onClose={onClose}
    />
  );
}

function RejectQuote({ quote, onClose }: Props) {
  const { t } = useLingui();
  const { id, number } = quote;
  const form = useAppForm({
    defaults: { reason: '' },
    submit: ({ reason }) => api.quotes.setStatus.mutate({ id, status: 'rejected', reason }),
    refused: refreshQuotes,
    done: async () => {
      onClose();
      await refreshQuotes();
      void toastDone(t`Quote ${number} refused`);
    },
  });
  return (
    <FormDialog
      form={form}
      title={t`The client refused`}
      size="sm"
      submitLabel={t`Mark as refused`}
      onClose={onClose}
    >
      <TextareaField
        name="reason"
        label={t`Reason`}
        aside={t`optional`}
        maxLength={500}
        hint={t`What they said helps with the next quote.`}
      />
    </FormDialog>
  );
}

const USUAL_DAYS = 30;

function RenewQuote({ quote, onClose }: Props) {
  const { t } = useLingui();
  const { id, number } = quote;
  const today = dayOf();
  const form = useAppForm({
    defaults: { validUntil: addDays(today, USUAL_DAYS) as string | null },
    submit: ({ validUntil }) => api.quotes.setStatus.mutate({ id, status: 'sent', validUntil }),
    refused: refreshQuotes,
    done: async () => {
      onClose();
      await refreshQuotes();
      void toastDone(t`Quote ${number} is valid again`);
    },
  });
  return (
    <FormDialog
      form={form}
      title={t`Renew quote ${number}`}
      size="sm"
      submitLabel={t`Renew`}
      onClose={onClose}
    >
      <DateField name="validUntil" label={t`Valid until`} min={today} required />
    </FormDialog>
  );
}

function ConvertQuote({ quote, onClose }: Props) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { methods } = useDocumentWords();
  const form = useAppForm({
    defaults: { dueDate: null as string | null, paymentMethod: '' as (typeof methods)[number]['value'] | '' },
    submit: ({ dueDate, paymentMethod }) =>
      api.quotes.convert.mutate({ id: quote.id, dueDate, paymentMethod: paymentMethod || null }),
    refused: refreshQuotes,
    done: async (invoice) => {
      onClose();
      await Promise.all([refreshQuotes(), queryClient.invalidateQueries(trpc.invoices.pathFilter())]);
      void toastDone(t`Invoice ${invoice.number} issued`);
      void navigate({ to: '/invoices/$id', params: { id: invoice.id } });
    },
  });
  return (
    <FormDialog
      form={form}
      title={t`Make an invoice of quote ${quote.number}`}
      description={t`It gets its number at once and can then no longer be changed.`}
      size="sm"
      submitLabel={t`Issue the invoice`}
      onClose={onClose}
    >
      <DateField name="dueDate" label={t`Due`} min={dayOf()} placeholder={t`The usual term`} />
      <SelectField
        name="paymentMethod"
        label={t`How it will be paid`}
        options={methods}
        placeholder={t`Not known yet`}
      />
    </FormDialog>
  );
}
