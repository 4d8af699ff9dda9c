import { useLingui } from '@lingui/react/macro';
import type { ChargeListItem } from '@officina/contracts/charges';
import { CHARGE_TYPES } from '@officina/contracts/office';
import { MoneyField, SelectField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { RecordField } from '../../lib/form/record-field.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { dayOf, tenantCurrency } from '../../lib/format.ts';
import { api } from '../../trpc.ts';
import type { Pick } from '../../ui/combobox.tsx';
import { searchClients } from './pickers.ts';
import { useOfficeWords } from './words.ts';

interface ChargeFormProps {
  /** The client who owes, where that is known. */
  client?: Pick;
  onSaved: (charge: ChargeListItem) => unknown;
  onClose: () => void;
}

/** Hundredths as the decimal text that the server reads exactly. */
const decimal = (minor: number | null): string =>
  minor === null ? '' : `${Math.trunc(minor / 100)}.${String(Math.abs(minor % 100)).padStart(2, '0')}`;

/** A claim on a client, a draft until it is issued. */
export function ChargeForm({ client, onSaved, onClose }: ChargeFormProps) {
  const { t } = useLingui();
  const { chargeTypes } = useOfficeWords();
  const form = useAppForm({
    defaults: {
      client: client ?? null,
      amount: null as number | null,
      chargeType: CHARGE_TYPES[0] as ChargeListItem['chargeType'],
      period: dayOf().slice(0, 7),
    },
    rename: { clientRef: 'client' },
    submit: ({ client: picked, amount, ...rest }) =>
      api.charges.create.mutate({
        clientRef: Number(picked?.id ?? Number.NaN),
        amount: decimal(amount),
        currency: tenantCurrency(),
        ...rest,
      }),
    done: onSaved,
  });
  return (
    <FormDialog form={form} title={t`New charge`} submitLabel={t`Create charge`} onClose={onClose}>
      <div className="grid gap-4 sm:grid-cols-2">
        {!client && (
          <div className="sm:col-span-2">
            <RecordField
              name="client"
              label={t`Client`}
              search={searchClients}
              searchKey="office-clients"
              placeholder={t`Name or id number`}
              required
            />
          </div>
        )}
        <MoneyField name="amount" label={t`Amount`} required autoFocus={client !== undefined} />
        <SelectField
          name="chargeType"
          label={t`Type`}
          options={CHARGE_TYPES.map((value) => ({ value, label: chargeTypes[value] }))}
          required
        />
        <TextField
          name="period"
          label={t`Month`}
          hint={t`Year and month, such as ${dayOf().slice(0, 7)}; may be left empty.`}
          inputMode="numeric"
          maxLength={7}
          dir="ltr"
        />
      </div>
    </FormDialog>
  );
}
