import { useLingui } from '@lingui/react/macro';
import type { ChargeListItem } from '@officina/contracts/charges';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { api } from '../../trpc.ts';

interface InvoiceDialogProps {
  charge: ChargeListItem;
  onSaved: () => unknown;
  onClose: () => void;
}

/** Notes under which invoice a charge was billed elsewhere; once, for ever. */
export function InvoiceDialog({ charge, onSaved, onClose }: InvoiceDialogProps) {
  const { t } = useLingui();
  const form = useAppForm({
    defaults: { provider: '', externalInvoiceId: '', documentUrl: '' },
    submit: (values) => api.charges.attachInvoice.mutate({ ref: charge.ref, ...values }),
    done: onSaved,
  });
  return (
    <FormDialog
      form={form}
      title={t`Attach an invoice`}
      description={t`It cannot be changed or taken away afterwards.`}
      submitLabel={t`Attach`}
      size="sm"
      onClose={onClose}
    >
      <TextField
        name="provider"
        label={t`Issued by`}
        hint={t`The program or firm that made the invoice`}
        maxLength={100}
        required
        autoFocus
      />
      <TextField name="externalInvoiceId" label={t`Invoice number`} dir="auto" maxLength={200} required />
      <TextField name="documentUrl" label={t`Web address`} type="url" dir="ltr" maxLength={2000} />
    </FormDialog>
  );
}
