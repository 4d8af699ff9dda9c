import { api } from '../../trpc.ts';
import type { Pick } from '../../ui/combobox.tsx';

const PICKS = 20;

/** Clients of the office by name or id number, for a picker; ids are their refs as texts. */
export async function searchClients(text: string, signal?: AbortSignal): Promise<Pick[]> {
  const { items } = await api.officeClients.list.query({ q: text || undefined, limit: PICKS }, { signal });
  return items.map((client) => ({ id: String(client.ref), label: client.fullName, note: client.idNumber }));
}

export async function clientName(ref: string): Promise<string> {
  return (await api.officeClients.get.query({ ref: Number(ref) })).fullName;
}
