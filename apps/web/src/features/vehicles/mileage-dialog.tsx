import { useLingui } from '@lingui/react/macro';
import type { VehicleDetail } from '@officina/contracts/vehicles';
import { useState } from 'react';
import { failureOf } from '../../lib/errors.ts';
import { QuantityField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { number } from '../../lib/format.ts';
import { api } from '../../trpc.ts';

interface MileageDialogProps {
  vehicle: VehicleDetail;
  onSaved: () => unknown;
  onClose: () => void;
}

/** Notes what the clock shows. A lower figure is a correction, and then the reason is asked. */
export function MileageDialog({ vehicle, onSaved, onClose }: MileageDialogProps) {
  const { t } = useLingui();
  const [correcting, setCorrecting] = useState(false);
  const form = useAppForm({
    defaults: { mileage: vehicle.mileage, reason: '' },
    guard: false,
    submit: async ({ mileage, reason }) => {
      try {
        return await api.vehicles.updateMileage.mutate({
          id: vehicle.id,
          mileage: mileage as number,
          ...(correcting && { correction: true, reason }),
        });
      } catch (error) {
        if (failureOf(error).code === 'MILEAGE_DECREASE') setCorrecting(true);
        throw error;
      }
    },
    done: onSaved,
  });
  return (
    <FormDialog
      form={form}
      title={t`Mileage`}
      description={vehicle.mileage === null ? undefined : t`Last noted: ${number(vehicle.mileage)} km`}
      submitLabel={correcting ? t`Correct the mileage` : t`Note the mileage`}
      size="sm"
      onClose={onClose}
    >
      <QuantityField name="mileage" label={t`Kilometres`} required autoFocus />
      {correcting && (
        <TextField
          name="reason"
          label={t`Why is it lower?`}
          required
          maxLength={500}
          hint={t`It stays in the vehicle's history.`}
          autoFocus
        />
      )}
    </FormDialog>
  );
}
