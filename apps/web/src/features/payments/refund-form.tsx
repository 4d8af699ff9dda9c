import { useLingui } from '@lingui/react/macro';
import type { PaymentDetail } from '@officina/contracts/payments';
import { MoneyField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { money } from '../../lib/format.ts';
import { toastDone } from '../../lib/toast.ts';
import { api, queryClient, trpc } from '../../trpc.ts';

/** How much of a payment is given back: all of it unless told otherwise. */
export function RefundForm({ payment, onClose }: { payment: PaymentDetail; onClose: () => void }) {
  const { t } = useLingui();
  const { id, currency, amountCents, refundedCents } = payment;
  const left = amountCents - refundedCents;
  const form = useAppForm({
    defaults: { amountCents: left as number | null },
    submit: (values) => api.payments.refund.mutate({ id, amountCents: values.amountCents ?? left }),
    done: async (given) => {
      onClose();
      toastDone(t`${money(given.amountCents, currency)} is on its way back`);
      await queryClient.invalidateQueries(trpc.payments.pathFilter());
    },
  });
  return (
    <FormDialog
      form={form}
      size="sm"
      title={t`Refund`}
      description={t`At most ${money(left, currency)}. The provider tells when it is done; what was sold ends when all of it is given back.`}
      submitLabel={t`Refund`}
      onClose={onClose}
    >
      <MoneyField name="amountCents" label={t`Amount`} currency={currency} required autoFocus />
    </FormDialog>
  );
}
