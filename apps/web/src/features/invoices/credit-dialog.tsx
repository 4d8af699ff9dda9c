import { useLingui } from '@lingui/react/macro';
import { Controller, useWatch } from 'react-hook-form';
import { QuantityField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextareaField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { money, number } from '../../lib/format.ts';
import { toastDone } from '../../lib/toast.ts';
import { editorTotals, linesOf } from '../../shell/document/editor-values.ts';
import { api } from '../../trpc.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';
import type { InvoiceDialogProps } from './invoice-dialogs.tsx';
import { refreshInvoices } from './refresh-invoices.ts';

interface CreditValues {
  scope: 'all' | 'some';
  /** How much of each line is credited, in the order of the lines. */
  quantities: (number | null)[];
  reason: string;
}

/** Credits a paid invoice, whole or in part: parts are quantities of its own lines at their own prices. */
export function CreditDialog({ invoice, onClose }: InvoiceDialogProps) {
  const { t } = useLingui();
  const { id, currency, lines } = invoice;
  const credited = (quantities: CreditValues['quantities']) =>
    linesOf(lines).flatMap((line, index) => {
      const quantity = quantities[index] ?? 0;
      return quantity > 0 ? [{ ...line, quantity }] : [];
    });
  const form = useAppForm<CreditValues>({
    defaults: { scope: 'all', quantities: lines.map(() => 0), reason: '' },
    submit: ({ scope, quantities, reason }) =>
      api.invoices.credit.mutate({
        id,
        reason,
        lines:
          scope === 'all'
            ? undefined
            : credited(quantities).map((line) => ({
                ...line,
                unitPriceCents: line.unitPriceCents ?? 0,
              })),
      }),
    refused: refreshInvoices,
    done: async () => {
      onClose();
      await refreshInvoices();
      void toastDone(t`Credit note issued`);
    },
  });
  const { control } = form.methods;
  const scope = useWatch({ control, name: 'scope' });
  const quantities = useWatch({ control, name: 'quantities' });
  const total = scope === 'all' ? invoice.totalCents : editorTotals(credited(quantities))?.totalMinor;
  return (
    <FormDialog
      form={form}
      title={t`Credit note`}
      description={t`It gets its own number and cannot be changed afterwards.`}
      submitLabel={t`Issue the credit note`}
      onClose={onClose}
    >
      <Controller
        name="scope"
        control={form.methods.control}
        render={({ field }) => (
          <RadioGroup<CreditValues['scope']>
            legend={t`What is credited`}
            segmented
            options={[
              { value: 'all', label: t`Everything` },
              { value: 'some', label: t`Some of it` },
            ]}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      {scope === 'some' && (
        <ul className="flex flex-col gap-2">
          {lines.map((line, index) => (
            <li key={line.position} className="flex items-center gap-3 border-b pb-2">
              <span className="min-w-0 flex-1">
                <span className="block truncate">{line.description}</span>
                <span className="tabular block text-ink-faint text-xs">
                  {number(line.quantity)} × {money(line.unitPriceCents, currency)}
                </span>
              </span>
              <QuantityField
                name={`quantities.${index}`}
                label={t`Credited quantity of ${line.description}`}
                labelHidden
                className="w-24"
              />
            </li>
          ))}
        </ul>
      )}
      <TextareaField name="reason" label={t`Reason`} maxLength={500} required />
      <p className="tabular flex justify-between font-medium">
        <span>{t`Total incl. VAT`}</span>
        <span>{money(total ?? 0, currency)}</span>
      </p>
    </FormDialog>
  );
}
