import { api } from '../../trpc.ts';
import type { Pick } from '../../ui/combobox.tsx';

const PICKS = 20;

export async function searchClients(text: string, signal?: AbortSignal): Promise<Pick[]> {
  const { items } = await api.clients.list.query({ search: text || undefined, limit: PICKS }, { signal });
  return items.map(({ id, name, company }) => ({ id, label: name, note: company === name ? null : company }));
}

export const clientName = async (id: string): Promise<string> => (await api.clients.get.query({ id })).name;

export async function searchProjects(text: string, signal?: AbortSignal): Promise<Pick[]> {
  const { items } = await api.projects.list.query({ search: text || undefined, limit: PICKS }, { signal });
  return items.map(({ id, name, client }) => ({ id, label: name, note: client?.name ?? null }));
}

export const projectName = async (id: string): Promise<string> => (await api.projects.get.query({ id })).name;
