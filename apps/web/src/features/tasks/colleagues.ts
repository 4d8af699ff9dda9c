import { api } from '../../trpc.ts';
import type { Pick } from '../../ui/combobox.tsx';

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
