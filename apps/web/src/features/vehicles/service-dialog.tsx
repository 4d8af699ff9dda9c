import { useLingui } from '@lingui/react/macro';
import type { ServiceRecordView, VehicleDetail } from '@officina/contracts/vehicles';
import { Plus, X } from 'lucide-react';
import { useFieldArray } from 'react-hook-form';
import { DateField, MoneyField, QuantityField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextareaField, TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { dayOf } from '../../lib/format.ts';
import { api } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';

interface ServiceDialogProps {
  vehicle: VehicleDetail;
  /** The record to edit; a new one without. */
  record?: ServiceRecordView;
  onSaved: () => unknown;
  onClose: () => void;
}

interface PartValues {
  name: string;
  quantity: number | null;
  unitPriceCents: number | null;
}

/** What was done to the car, when, at which mileage, with which parts. */
export function ServiceDialog({ vehicle, record, onSaved, onClose }: ServiceDialogProps) {
  const { t } = useLingui();
  const form = useAppForm({
    defaults: {
      date: record?.date ?? dayOf(),
      mileage: record?.mileage ?? vehicle.mileage,
      description: record?.description ?? '',
      laborHours: record?.laborHours ?? (null as number | null),
      costCents: record?.costCents ?? (null as number | null),
      parts: (record?.parts ?? []) as PartValues[],
    },
    submit: ({ mileage, parts, ...rest }) => {
      const input = {
        ...rest,
        mileage: mileage as number,
        parts: parts as { name: string; quantity: number; unitPriceCents: number }[],
      };
      return record
        ? api.vehicles.updateServiceRecord.mutate({ id: record.id, ...input })
        : api.vehicles.addServiceRecord.mutate({ vehicleId: vehicle.id, ...input });
    },
    done: onSaved,
  });
  const parts = useFieldArray({ control: form.methods.control, name: 'parts' });
  return (
    <FormDialog
      form={form}
      title={record ? t`Edit service record` : t`Service record`}
      submitLabel={t`Save`}
      size="lg"
      onClose={onClose}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField name="date" label={t`Date`} required />
        <QuantityField name="mileage" label={t`Mileage (km)`} required />
        <TextareaField
          name="description"
          label={t`Work done`}
          required
          rows={3}
          maxLength={1000}
          className="sm:col-span-2"
          autoFocus={!record}
        />
        <QuantityField name="laborHours" label={t`Hours of work`} />
        <MoneyField
          name="costCents"
          label={t`Cost`}
          hint={t`Left empty, it is parts plus hours at your hourly rate.`}
        />
      </div>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 font-medium text-sm">{t`Parts`}</legend>
        {parts.fields.map((part, index) => (
          <div key={part.id} className="grid grid-cols-[1fr_5rem_7rem_auto] items-end gap-2">
            <TextField name={`parts.${index}.name`} label={t`Part`} labelHidden={index > 0} required />
            <QuantityField
              name={`parts.${index}.quantity`}
              label={t`Quantity`}
              labelHidden={index > 0}
              required
            />
            <MoneyField
              name={`parts.${index}.unitPriceCents`}
              label={t`Unit price`}
              labelHidden={index > 0}
              required
            />
            <IconButton label={t`Remove this part`} onClick={() => parts.remove(index)}>
              <X aria-hidden className="size-4" />
            </IconButton>
          </div>
        ))}
        <Button
          size="sm"
          className="self-start"
          icon={<Plus aria-hidden className="size-4" />}
          onClick={() => parts.append({ name: '', quantity: 1, unitPriceCents: null })}
        >
          {t`Add a part`}
        </Button>
      </fieldset>
    </FormDialog>
  );
}
