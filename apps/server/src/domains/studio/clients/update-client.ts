import type { StudioClientView } from '@officina/contracts/studio';
import { studioClientUpdate } from '@officina/contracts/studio-inputs';
import { contacts } from '@officina/db/schema/contacts';
import { studioClients } from '@officina/db/schema/studio';
import { and, eq, sql } from 'drizzle-orm';
import { changesOf, requireChange } from '../../../kernel/changes.ts';
import { laterThan } from '../../../kernel/clock.ts';
import { write } from '../../../kernel/operation.ts';
import { checkVersion } from '../../../kernel/version.ts';
import { searchTextOf } from '../../contacts/contact-row.ts';
import { queueEvent } from '../../webhooks/queue-event.ts';
import { presentClient, printClient } from './client-row.ts';
import { lockClient } from './load-client.ts';

export const updateStudioClient = write({
  name: 'clients.update',
  permission: 'studio.clients.write',
  input: studioClientUpdate,
  async run(ctx, { id, version, ...asked }): Promise<StudioClientView> {
    requireChange(asked);
    const before = await lockClient(ctx, id);
    checkVersion(before, version);
    const changes = changesOf(before, asked);
    if (!changes) return presentClient(before);
    const updatedAt = laterThan(before.updatedAt, ctx.now);
    const after = { ...before, ...changes.after, version: before.version + 1, updatedAt };
    const { name, email, phone, company, tags, address, website, status, notes } = after;
    const tx = await ctx.tx();
    await tx
      .update(contacts)
      .set({
        displayName: name,
        email,
        phone,
        company,
        tags,
        searchText: searchTextOf({ firstName: '', lastName: '', displayName: name, email, phone, company }),
        version: sql`${contacts.version} + 1`,
        updatedAt,
      })
      .where(and(eq(contacts.tenantId, ctx.tenant.id), eq(contacts.id, id)));
    await tx
      .update(studioClients)
      .set({ address, website, status, notes, updatedAt })
      .where(and(eq(studioClients.tenantId, ctx.tenant.id), eq(studioClients.contactId, id)));
    ctx.record({ verb: 'client.updated', subject: { type: 'client', id }, contactId: id, ...changes });
    const view = presentClient(after);
    await queueEvent(ctx, 'client.updated', { createdBy: before.createdBy, data: printClient(view) });
    return view;
  },
});
