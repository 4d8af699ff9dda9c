import { useLingui } from '@lingui/react/macro';
import type { StudioInvoiceView } from '@officina/contracts/studio';
import { studioAmounts } from '@officina/contracts/studio-amounts';
import { Plus, Trash2 } from 'lucide-react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { DateField, MoneyField, QuantityField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { RecordField } from '../../lib/form/record-field.tsx';
import { TextareaField, TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { minorDigits, money, tenantCurrency } from '../../lib/format.ts';
import { api } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import type { Pick } from '../../ui/combobox.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { searchClients, searchProjects } from './pickers.ts';

interface Line {
  description: string;
  quantity: number | null;
  rate: number | null;
}

interface Values {
  client: Pick | null;
  project: Pick | null;
  items: Line[];
  taxRate: number | null;
  discountCents: number | null;
  dueDate: string | null;
  notes: string;
}

interface InvoiceFormProps {
  /** The draft to edit; a new one without. */
  invoice?: StudioInvoiceView;
  client?: Pick | null;
  project?: Pick | null;
  onSaved: (invoice: StudioInvoiceView) => unknown;
  onClose: () => void;
}

const LINE: Line = { description: '', quantity: 1, rate: null };

const valuesOf = (invoice: StudioInvoiceView): Values => ({
  client: { id: invoice.client.id, label: invoice.client.name },
  project: invoice.project && { id: invoice.project.id, label: invoice.project.name },
  items: invoice.items.map(({ description, quantity, rate }) => ({ description, quantity, rate })),
  taxRate: invoice.taxRate,
  discountCents: invoice.discountCents,
  dueDate: invoice.dueDate,
  notes: invoice.notes ?? '',
});

/** The words of programs: money in major units. */
const given = (values: Values, currency: string) => ({
  clientId: values.client?.id ?? '',
  projectId: values.project?.id ?? null,
  items: values.items.map(({ description, quantity, rate }) => ({
    description,
    quantity: quantity ?? 1,
    rate: rate ?? Number.NaN,
  })),
  taxRate: values.taxRate ?? 0,
  discount: (values.discountCents ?? 0) / 10 ** minorDigits(currency),
  dueDate: values.dueDate,
  notes: values.notes.trim() || null,
});

/** A draft with its lines; totals follow while one types, by the rules by which the server counts. */
export function InvoiceForm({ invoice, client = null, project = null, onSaved, onClose }: InvoiceFormProps) {
  const { t } = useLingui();
  const currency = invoice?.currency ?? tenantCurrency();
  const empty: Values = {
    client,
    project,
    items: [LINE],
    taxRate: 0,
    discountCents: 0,
    dueDate: null,
    notes: '',
  };
  const form = useAppForm<Values, StudioInvoiceView>({
    defaults: invoice ? valuesOf(invoice) : empty,
    rename: { clientId: 'client', projectId: 'project', discount: 'discountCents' },
    submit: (values) =>
      invoice
        ? api.studioInvoices.update.mutate({
            id: invoice.id,
            version: invoice.version,
            ...given(values, currency),
          })
        : api.studioInvoices.create.mutate(given(values, currency)),
    done: onSaved,
  });
  return (
    <FormDialog
      form={form}
      size="lg"
      title={invoice ? t`Edit ${invoice.number}` : t`New invoice`}
      submitLabel={t`Save the draft`}
      onClose={onClose}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <RecordField
          name="client"
          label={t`Client`}
          search={searchClients}
          searchKey="studio-clients"
          required
        />
        <RecordField name="project" label={t`Project`} search={searchProjects} searchKey="studio-projects" />
        <Lines currency={currency} />
        <QuantityField name="taxRate" label={t`Tax`} decimals={4} unit="%" />
        <MoneyField name="discountCents" label={t`Discount`} currency={currency} />
        <DateField name="dueDate" label={t`Due`} />
        <Totals currency={currency} />
        <div className="sm:col-span-2">
          <TextareaField name="notes" label={t`Notes`} rows={2} maxLength={5000} />
        </div>
      </div>
    </FormDialog>
  );
}

function Lines({ currency }: { currency: string }) {
  const { t } = useLingui();
  const { control } = useFormContext<Values>();
  const { fields, append, remove } = useFieldArray({ control, name: 'items' });
  return (
    <fieldset className="flex flex-col gap-3 sm:col-span-2">
      <legend className="mb-2 font-medium text-sm">{t`Items`}</legend>
      {fields.map((field, i) => (
        <div
          key={field.id}
          className="grid grid-cols-[1fr_1fr_auto] items-end gap-2 sm:grid-cols-[1fr_7rem_9rem_auto]"
        >
          <TextField
            name={`items.${i}.description`}
            label={t`Description`}
            maxLength={500}
            required
            className="max-sm:col-span-3"
          />
          <QuantityField name={`items.${i}.quantity`} label={t`Quantity`} decimals={4} />
          <QuantityField name={`items.${i}.rate`} label={t`Rate in ${currency}`} decimals={4} required />
          <IconButton
            label={t`Remove item ${i + 1}`}
            reason={fields.length === 1 ? t`An invoice has at least one.` : null}
            onClick={() => remove(i)}
          >
            <Trash2 aria-hidden className="size-4" />
          </IconButton>
        </div>
      ))}
      <div>
        <Button icon={<Plus aria-hidden className="size-4" />} onClick={() => append(LINE)}>
          {t`Add an item`}
        </Button>
      </div>
    </fieldset>
  );
}

function amountsOf(values: Partial<Values>, currency: string) {
  const lines = (values.items ?? []).map(({ quantity, rate }) => ({
    quantity: quantity ?? 1,
    rate: rate ?? 0,
  }));
  try {
    return studioAmounts(lines, {
      taxRate: values.taxRate ?? 0,
      discountMinor: values.discountCents ?? 0,
      digits: minorDigits(currency),
    });
  } catch {
    return null;
  }
}

function Totals({ currency }: { currency: string }) {
  const { t } = useLingui();
  const values = useWatch<Values>() as Partial<Values>;
  const amounts = amountsOf(values, currency);
  if (!amounts) return null;
  const rows: [string, number][] = [
    [t`Subtotal`, amounts.subtotalMinor],
    [t`Tax`, amounts.taxMinor],
    [t`Discount`, 0 - (values.discountCents ?? 0)],
  ];
  return (
    <dl aria-live="polite" className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 self-end text-sm">
      {rows.map(([label, minor]) => (
        <div key={label} className="contents">
          <dt className="text-ink-muted">{label}</dt>
          <dd className="tabular text-end">{money(minor, currency)}</dd>
        </div>
      ))}
      <dt className="font-semibold">{t`Total`}</dt>
      <dd className="tabular text-end font-semibold">{money(amounts.totalMinor, currency)}</dd>
    </dl>
  );
}
