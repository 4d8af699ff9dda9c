import { api } from '../trpc.ts';
import type { Pick } from '../ui/combobox.tsx';

const PICKS = 20;

/** Contacts for a picker, newest first while nothing is typed. */
export async function searchContacts(text: string, signal?: AbortSignal): Promise<Pick[]> {
  const { items } = await api.contacts.list.query({ search: text || undefined, limit: PICKS }, { signal });
  return items.map((contact) => ({
    id: contact.id,
    label: contact.displayName,
    note: [contact.company, contact.phone, contact.email].filter(Boolean).join(' · ') || null,
  }));
}

export async function contactName(id: string): Promise<string> {
  return (await api.contacts.get.query({ id })).displayName;
}

/** Members for an assignee picker. */
export async function searchColleagues(text: string): Promise<Pick[]> {
  const { items } = await api.tenancy.colleagues.query({});
  const wanted = text.toLowerCase();
  return items
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .map(({ id, name }) => ({ id, label: name }));
}

export async function colleagueName(id: string): Promise<string> {
  const { items } = await api.tenancy.colleagues.query({});
  return items.find((member) => member.id === id)?.name ?? '';
}
