import type { StudioClientView } from '@officina/contracts/studio';
import { studioClientCreate } from '@officina/contracts/studio-inputs';
import { contacts } from '@officina/db/schema/contacts';
import { studioClients } from '@officina/db/schema/studio';
import { userIdOf } from '../../../kernel/actor.ts';
import { toDate } from '../../../kernel/clock.ts';
import { newId } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/operation.ts';
import { searchTextOf } from '../../contacts/contact-row.ts';
import { checkContactLimit } from '../../contacts/plan-limits.ts';
import { queueEvent } from '../../webhooks/queue-event.ts';
import { presentClient, printClient } from './client-row.ts';

/** A contact with what the studio knows of it. Throws PLAN_LIMIT_REACHED. */
export const createStudioClient = write({
  name: 'clients.create',
  permission: 'studio.clients.write',
  input: studioClientCreate,
  async run(ctx, input): Promise<StudioClientView> {
    await checkContactLimit(ctx, 1);
    const now = toDate(ctx.now);
    const createdBy = userIdOf(ctx.actor);
    const contact = {
      id: newId(),
      email: input.email ?? null,
      phone: input.phone ?? null,
      company: input.company ?? null,
      tags: input.tags ?? [],
      createdAt: now,
      updatedAt: now,
      createdBy,
    };
    const known = {
      address: input.address ?? null,
      website: input.website ?? null,
      status: input.status ?? 'active',
      notes: input.notes ?? null,
    };
    const tx = await ctx.tx();
    await tx.insert(contacts).values({
      ...contact,
      tenantId: ctx.tenant.id,
      source: 'studio',
      kind: contact.company ? 'organization' : 'person',
      displayName: input.name,
      searchText: searchTextOf({ ...contact, firstName: '', lastName: '', displayName: input.name }),
    });
    await tx.insert(studioClients).values({
      ...known,
      tenantId: ctx.tenant.id,
      contactId: contact.id,
      createdBy,
      createdAt: now,
      updatedAt: now,
    });
    const view = presentClient({ ...contact, ...known, name: input.name, version: 1 });
    const { id, email, phone, company, tags } = contact;
    ctx.record({
      verb: 'client.created',
      subject: { type: 'client', id },
      contactId: id,
      after: { name: input.name, email, phone, company, tags, ...known },
    });
    await queueEvent(ctx, 'client.created', { createdBy, data: printClient(view) });
    return view;
  },
});
