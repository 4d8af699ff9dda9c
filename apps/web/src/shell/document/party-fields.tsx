import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { DateField } from '../../lib/form/fields.tsx';
import { RecordField } from '../../lib/form/record-field.tsx';
import { can } from '../../lib/session.ts';
import { api } from '../../trpc.ts';
import { searchContacts } from '../pickers.ts';
import type { EditorValues, VehiclePick } from './editor-values.ts';

interface PartyFieldsProps {
  until: { label: string; usual: string };
  /** Opens the form of a new contact; left out without the right. */
  onCreate: ((name: string) => void) | undefined;
}

/** Whom the document is for, about which vehicle, and until when. */
export function PartyFields({ until, onCreate }: PartyFieldsProps) {
  const { t } = useLingui();
  const ownerId = useParties();
  const searchVehicles = async (text: string, signal: AbortSignal): Promise<VehiclePick[]> => {
    const input = { search: text || undefined, ownerId, limit: 20 };
    const { items } = await api.vehicles.list.query(input, { signal });
    return items.map(({ id, licensePlate, make, model, owner }) => ({
      id,
      label: `${licensePlate} · ${make} ${model}`,
      note: ownerId ? null : owner.name,
      owner,
    }));
  };
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_10rem]">
      <RecordField
        name="contact"
        label={t`Client`}
        required
        placeholder={t`Name, phone, company…`}
        searchKey="contacts"
        search={searchContacts}
        onCreate={onCreate}
      />
      {can('vehicles.read') && (
        <RecordField
          name="vehicle"
          label={t`Vehicle`}
          placeholder={t`Plate or model`}
          searchKey={`vehicles:${ownerId ?? ''}`}
          search={searchVehicles}
        />
      )}
      <DateField name="until" label={until.label} placeholder={until.usual} />
    </div>
  );
}

/** Keeps client and vehicle together, whichever is chosen first; answers the client's id. */
function useParties(): string | undefined {
  const { setValue } = useFormContext<EditorValues>();
  const [contact, vehicle] = useWatch<EditorValues, ['contact', 'vehicle']>({ name: ['contact', 'vehicle'] });
  useEffect(() => {
    if (!vehicle || vehicle.owner.id === contact?.id) return;
    if (contact) setValue('vehicle', null);
    else setValue('contact', { id: vehicle.owner.id, label: vehicle.owner.name }, { shouldDirty: true });
  }, [contact, vehicle, setValue]);
  return contact?.id;
}
