import { useQuery } from '@tanstack/react-query';
import { can } from '../../lib/session.ts';
import { trpc } from '../../trpc.ts';
import { type EditorValues, newLine } from './editor-values.ts';

/** What a new document starts from: the firm's terms, and the client or vehicle that the address names. */
export function useNewDocument({ contact, vehicle }: { contact?: string; vehicle?: string }) {
  const terms = useQuery({ ...trpc.quotes.terms.queryOptions({}), staleTime: 60_000 });
  const forVehicle = useQuery({
    ...trpc.vehicles.get.queryOptions({ id: vehicle ?? '' }),
    enabled: Boolean(vehicle) && can('vehicles.read'),
    retry: false,
  });
  const ownerId = forVehicle.data?.owner.id ?? contact;
  const forContact = useQuery({
    ...trpc.contacts.get.queryOptions({ id: ownerId ?? '' }),
    enabled: Boolean(ownerId),
    retry: false,
  });
  const pending = terms.isPending || forVehicle.isLoading || forContact.isLoading;
  const owner = forContact.data && { id: forContact.data.id, name: forContact.data.displayName };
  const found = forVehicle.data;
  const defaults: EditorValues = {
    contact: owner ? { id: owner.id, label: owner.name } : null,
    vehicle:
      found && owner
        ? { id: found.id, label: `${found.licensePlate} · ${found.make} ${found.model}`, owner }
        : null,
    until: null,
    lines: [newLine(terms.data?.vatRate ?? null, 'part')],
    notes: '',
  };
  return { pending, error: terms.error, refetch: terms.refetch, terms: terms.data, defaults };
}
