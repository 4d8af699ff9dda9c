import { useLingui } from '@lingui/react/macro';
import type { PortalInvoice } from '@officina/contracts/portal-invoices';
import { DateField, QuantityField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { RecordField } from '../../lib/form/record-field.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { dayPart } from '../../shell/portal/figures.ts';
import { searchEngagements } from '../../shell/portal/pickers.ts';
import { api } from '../../trpc.ts';
import type { Pick } from '../../ui/combobox.tsx';
import { Notice } from '../../ui/notice.tsx';

interface Props {
  /** Changes this one; without it a new one is made. */
  invoice?: PortalInvoice;
  onSaved: () => unknown;
  onClose: () => void;
}

const CURRENCY = 'EUR';
const empty = (text: string) => text || null;

/** The billing record of an engagement: what has been issued keeps its earlier versions. */
export function InvoiceForm({ invoice, onSaved, onClose }: Props) {
  const { t } = useLingui();
  const form = useAppForm({
    defaults: {
      engagement: null as Pick | null,
      invoiceNumber: invoice?.invoiceNumber ?? '',
      referencePO: invoice?.referencePO ?? '',
      amountEUR: invoice?.amountEUR ?? null,
      currency: invoice?.currency ?? CURRENCY,
      issueDate: dayPart(invoice?.issueDate ?? null),
      dueDate: dayPart(invoice?.dueDate ?? null),
    },
    rename: { engagementId: 'engagement' },
    submit: ({ engagement, ...values }) => {
      const referencePO = empty(values.referencePO);
      if (invoice && !invoice.abilities.editAmount)
        return api.billing.updateInvoice.mutate({ id: invoice.id, version: invoice.version, referencePO });
      const facts = { ...values, referencePO, invoiceNumber: empty(values.invoiceNumber) };
      return invoice
        ? api.billing.updateInvoice.mutate({ id: invoice.id, version: invoice.version, ...facts })
        : api.billing.createInvoice.mutate({ ...facts, engagementId: engagement?.id ?? '' });
    },
    done: onSaved,
  });
  const open = !invoice || invoice.abilities.editAmount;
  return (
    <FormDialog
      form={form}
      title={invoice ? t`Edit the invoice` : t`New invoice`}
      description={invoice ? undefined : t`The organisation's people are told at once.`}
      submitLabel={invoice ? t`Save` : t`Create the invoice`}
      onClose={onClose}
    >
      {!open && <Notice tone="info">{t`It is settled: only the PO number can still be changed.`}</Notice>}
      {invoice?.locked && open && (
        <Notice tone="warning">{t`It has been issued: what it said so far is kept as an earlier version.`}</Notice>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        {!invoice && (
          <RecordField
            name="engagement"
            label={t`Engagement`}
            search={searchEngagements}
            searchKey="engagements"
            required
            className="sm:col-span-2"
          />
        )}
        {open && (
          <>
            <TextField name="invoiceNumber" label={t`Number`} hint={t`As your books count`} maxLength={120} />
            <TextField name="referencePO" label={t`PO number`} maxLength={120} />
            <QuantityField
              name="amountEUR"
              label={t`Amount`}
              hint={t`In whole units of the currency`}
              decimals={0}
            />
            <TextField name="currency" label={t`Currency`} maxLength={3} required />
            <DateField name="issueDate" label={t`Issued`} placeholder={t`Not issued yet`} />
            <DateField name="dueDate" label={t`Due`} />
          </>
        )}
        {!open && (
          <TextField
            name="referencePO"
            label={t`PO number`}
            maxLength={120}
            className="sm:col-span-2"
            autoFocus
          />
        )}
      </div>
    </FormDialog>
  );
}
