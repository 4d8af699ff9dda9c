import { api } from '../../trpc.ts';
import type { Pick } from '../../ui/combobox.tsx';

const PICKS = 20;

/** Engagements that the reader sees, by a part of their title or organisation. */
export async function searchEngagements(text: string, signal?: AbortSignal): Promise<Pick[]> {
  const { items } = await api.engagements.list.query({ q: text || undefined, limit: PICKS }, { signal });
  return items.map(({ id, title, organization }) => ({ id, label: title, note: organization.name }));
}

export async function engagementTitle(id: string): Promise<string> {
  return (await api.engagements.get.query({ id })).engagement.title;
}

export async function organizationName(id: string): Promise<string> {
  const { items } = await api.organizations.pick.query({ id });
  return items[0]?.name ?? id;
}

/** Client organisations by a part of their name. */
export async function searchOrganizations(text: string, signal?: AbortSignal): Promise<Pick[]> {
  const { items } = await api.organizations.pick.query({ q: text || undefined }, { signal });
  return items.map(({ id, name, domain }) => ({ id, label: name, note: domain }));
}
