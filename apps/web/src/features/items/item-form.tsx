import { useLingui } from '@lingui/react/macro';
import type { ItemType, ItemView } from '@officina/contracts/item-sales';
import { Plus, Trash2 } from 'lucide-react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { MoneyField, QuantityField, SelectField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { tenantCurrency } from '../../lib/format.ts';
import { api, queryClient, trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useItemTypes } from './item-words.ts';

interface Price {
  name: string;
  amountCents: number | null;
  downloads: number | null;
}

interface Values {
  title: string;
  itemType: ItemType;
  tiers: Price[];
}

const PRICE: Price = { name: '', amountCents: null, downloads: null };

/** A name as programs write it; told apart by its place where it has no letter of theirs. */
const slug = (name: string, i: number): string =>
  name
    .normalize('NFKD')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 90) || `price-${i + 1}`;

function given({ tiers, ...item }: Values) {
  const currency = tenantCurrency().toLowerCase();
  const ids = tiers.map(({ name }, i) => slug(name, i));
  return {
    ...item,
    tiers: tiers.map(({ name, amountCents, downloads }, i) => ({
      id: ids.indexOf(ids[i] ?? '') === i ? (ids[i] ?? '') : `${ids[i]}-${i + 1}`,
      name,
      amountCents: amountCents ?? Number.NaN,
      currency,
      downloads,
    })),
  };
}

/** Something to sell, at one or several prices. */
export function ItemForm({
  onSaved,
  onClose,
}: {
  onSaved: (item: ItemView) => unknown;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const { options } = useItemTypes();
  const form = useAppForm<Values, ItemView>({
    defaults: { title: '', itemType: 'document', tiers: [PRICE] },
    submit: (values) => api.items.create.mutate(given(values)),
    done: async (item) => {
      await queryClient.invalidateQueries(trpc.items.pathFilter());
      return onSaved(item);
    },
  });
  return (
    <FormDialog
      form={form}
      size="lg"
      title={t`New item`}
      description={t`Prices stay as they are once it is for sale. Add the file afterwards.`}
      submitLabel={t`Put it up for sale`}
      onClose={onClose}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="title" label={t`Title`} maxLength={200} required autoFocus />
        <SelectField name="itemType" label={t`Kind`} options={options} />
        <Prices />
      </div>
    </FormDialog>
  );
}

function Prices() {
  const { t } = useLingui();
  const { control } = useFormContext<Values>();
  const { fields, append, remove } = useFieldArray({ control, name: 'tiers' });
  return (
    <fieldset className="flex flex-col gap-3 sm:col-span-2">
      <legend className="mb-2 font-medium text-sm">{t`Prices`}</legend>
      {fields.map((field, i) => (
        <div
          key={field.id}
          className="grid grid-cols-[1fr_1fr_auto] items-end gap-2 sm:grid-cols-[1fr_9rem_9rem_auto]"
        >
          <TextField
            name={`tiers.${i}.name`}
            label={t`Name`}
            maxLength={120}
            required
            className="max-sm:col-span-3"
          />
          <MoneyField name={`tiers.${i}.amountCents`} label={t`Price`} required />
          <QuantityField name={`tiers.${i}.downloads`} label={t`Downloads`} decimals={0} placeholder="∞" />
          <IconButton
            label={t`Remove price ${i + 1}`}
            reason={fields.length === 1 ? t`An item has at least one.` : null}
            onClick={() => remove(i)}
          >
            <Trash2 aria-hidden className="size-4" />
          </IconButton>
        </div>
      ))}
      <div>
        <Button icon={<Plus aria-hidden className="size-4" />} onClick={() => append(PRICE)}>
          {t`Add a price`}
        </Button>
      </div>
    </fieldset>
  );
}
