import { useLingui } from '@lingui/react/macro';
import type { VehicleDetail, VehicleView } from '@officina/contracts/vehicles';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DateField, QuantityField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { RecordField } from '../../lib/form/record-field.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { can } from '../../lib/session.ts';
import { NewContactDialog } from '../../shell/document/new-contact.tsx';
import { editsOf } from '../../shell/edits.ts';
import { searchContacts } from '../../shell/pickers.ts';
import { api, trpc } from '../../trpc.ts';
import type { Pick } from '../../ui/combobox.tsx';
import { SamePlateHint } from './same-plate-hint.tsx';

interface VehicleFormProps {
  /** The vehicle to edit; a new one without. */
  vehicle?: VehicleDetail;
  /** Whose car a new one is. */
  ownerId?: string;
  onSaved: (vehicle: VehicleView) => unknown;
  onClose: () => void;
}

/** A new vehicle's owner is looked up before the form opens, so that its field starts filled. */
export function VehicleForm(props: VehicleFormProps) {
  const asked = props.vehicle ? undefined : props.ownerId;
  const { data: contact } = useQuery({
    ...trpc.contacts.get.queryOptions({ id: asked ?? '' }),
    enabled: Boolean(asked),
  });
  if (asked && !contact) return null;
  const owner = props.vehicle
    ? ownerOf(props.vehicle)
    : contact && { id: contact.id, label: contact.displayName };
  return <OpenForm {...props} owner={owner ?? null} />;
}

const ownerOf = ({ owner }: VehicleDetail): Pick => ({ id: owner.id, label: owner.name });

function valuesOf(vehicle: VehicleDetail | undefined, owner: Pick | null) {
  return {
    owner,
    licensePlate: vehicle?.licensePlate ?? '',
    vin: vehicle?.vin ?? '',
    make: vehicle?.make ?? '',
    model: vehicle?.model ?? '',
    year: vehicle?.year ?? (null as number | null),
    color: vehicle?.color ?? '',
    fuel: vehicle?.fuel ?? '',
    mileage: null as number | null,
    firstRegistration: vehicle?.firstRegistration ?? (null as string | null),
    nextInspection: vehicle?.nextInspection ?? (null as string | null),
  };
}

function OpenForm({ vehicle, owner, onSaved, onClose }: VehicleFormProps & { owner: Pick | null }) {
  const { t } = useLingui();
  const [newOwner, setNewOwner] = useState<string | null>(null);
  const form = useAppForm({
    defaults: valuesOf(vehicle, owner),
    edits:
      vehicle &&
      editsOf<VehicleDetail, ReturnType<typeof valuesOf>>(
        vehicle,
        () => api.vehicles.get.query({ id: vehicle.id }),
        (now) => valuesOf(now, ownerOf(now)),
      ),
    rename: { ownerId: 'owner' },
    submit: ({ owner: chosen, mileage, year, ...rest }, version) => {
      // What is missing is sent as it is: the server names every missing field at once.
      const input = { ...rest, ownerId: chosen?.id as string, year: year as number };
      return vehicle
        ? api.vehicles.update.mutate({ id: vehicle.id, version, ...input })
        : api.vehicles.create.mutate({ ...input, mileage });
    },
    done: onSaved,
  });
  return (
    <>
      <FormDialog
        form={form}
        title={vehicle ? t`Edit vehicle` : t`Add a vehicle`}
        submitLabel={vehicle ? t`Save` : t`Add vehicle`}
        size="lg"
        onClose={onClose}
      >
        <div className="grid gap-4 sm:grid-cols-6">
          <RecordField
            name="owner"
            label={t`Owner`}
            required
            className="sm:col-span-6"
            placeholder={t`Name, phone, company…`}
            searchKey="contacts"
            search={searchContacts}
            onCreate={can('contacts.create') ? setNewOwner : undefined}
          />
          <TextField
            name="licensePlate"
            label={t`Plate`}
            required
            className="sm:col-span-2"
            placeholder="AB-123-CD"
            autoFocus={Boolean(owner)}
          />
          <TextField
            name="vin"
            label={t`VIN`}
            required
            className="sm:col-span-4"
            maxLength={40}
            hint={t`17 characters, field E of the registration document`}
          />
          <SamePlateHint exceptId={vehicle?.id} />
          <TextField name="make" label={t`Make`} required className="sm:col-span-2" />
          <TextField name="model" label={t`Model`} required className="sm:col-span-2" />
          <QuantityField name="year" label={t`Year`} decimals={0} plain required className="sm:col-span-2" />
          <TextField name="color" label={t`Colour`} className="sm:col-span-2" />
          <TextField name="fuel" label={t`Fuel`} className="sm:col-span-2" />
          {!vehicle && <QuantityField name="mileage" label={t`Mileage (km)`} className="sm:col-span-2" />}
          <DateField name="firstRegistration" label={t`First registration`} className="sm:col-span-3" />
          <DateField name="nextInspection" label={t`Next inspection`} className="sm:col-span-3" />
        </div>
      </FormDialog>
      {newOwner !== null && (
        <NewContactDialog
          name={newOwner}
          onClose={() => setNewOwner(null)}
          onCreated={(contact) => {
            setNewOwner(null);
            form.methods.setValue('owner', contact, { shouldDirty: true });
          }}
        />
      )}
    </>
  );
}
