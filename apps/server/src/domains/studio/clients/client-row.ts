import type { StudioAbilities, StudioClientView } from '@officina/contracts/studio';
import { contacts } from '@officina/db/schema/contacts';
import { studioClients } from '@officina/db/schema/studio';
import { and, eq, isNull } from 'drizzle-orm';
import { may } from '../../../kernel/authorize.ts';
import type { Ctx } from '../../../kernel/context.ts';

/** A client's columns, of the contact and of what the studio knows besides. */
export const clientColumns = {
  id: contacts.id,
  name: contacts.displayName,
  email: contacts.email,
  phone: contacts.phone,
  company: contacts.company,
  address: studioClients.address,
  website: studioClients.website,
  status: studioClients.status,
  notes: studioClients.notes,
  tags: contacts.tags,
  version: contacts.version,
  createdAt: studioClients.createdAt,
  updatedAt: contacts.updatedAt,
  createdBy: studioClients.createdBy,
};

export const ofClient = and(
  eq(studioClients.tenantId, contacts.tenantId),
  eq(studioClients.contactId, contacts.id),
);
export const isLive = isNull(contacts.deletedAt);

export interface ClientRow extends Omit<StudioClientView, 'createdAt' | 'updatedAt'> {
  createdAt: Date;
  updatedAt: Date;
  createdBy: string | null;
}

export const presentClient = (row: ClientRow): StudioClientView => ({
  id: row.id,
  name: row.name,
  email: row.email,
  phone: row.phone,
  company: row.company,
  address: row.address,
  website: row.website,
  status: row.status,
  notes: row.notes,
  tags: row.tags,
  version: row.version,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

export function clientAbilities(ctx: Ctx): StudioAbilities {
  const write = may(ctx.actor, 'studio.clients.write');
  return { edit: write, delete: write };
}

/** A client as programs read it. */
export const printClient = (view: StudioClientView) => ({
  id: view.id,
  name: view.name,
  email: view.email,
  phone: view.phone,
  company: view.company,
  address: view.address,
  website: view.website,
  status: view.status,
  notes: view.notes,
  tags: view.tags,
  created_at: view.createdAt,
  updated_at: view.updatedAt,
});
