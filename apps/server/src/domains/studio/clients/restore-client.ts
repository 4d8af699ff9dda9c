import { byId } from '@officina/contracts/contacts-inputs';
import type { StudioClientView } from '@officina/contracts/studio';
import { contacts } from '@officina/db/schema/contacts';
import { and, eq } from 'drizzle-orm';
import { laterThan } from '../../../kernel/clock.ts';
import { write } from '../../../kernel/operation.ts';
import { checkContactLimit } from '../../contacts/plan-limits.ts';
import { queueEvent } from '../../webhooks/queue-event.ts';
import { presentClient, printClient } from './client-row.ts';
import { lockClient } from './load-client.ts';

/** Takes a removal back; of a client that is there it changes nothing. Throws PLAN_LIMIT_REACHED. */
export const restoreStudioClient = write({
  name: 'clients.restore',
  permission: 'studio.clients.write',
  input: byId,
  async run(ctx, { id }): Promise<StudioClientView> {
    const client = await lockClient(ctx, id, { deleted: true });
    if (!client.deletedAt) return presentClient(client);
    await checkContactLimit(ctx, 1);
    const updatedAt = laterThan(client.updatedAt, ctx.now);
    const tx = await ctx.tx();
    await tx
      .update(contacts)
      .set({ deletedAt: null, updatedAt })
      .where(and(eq(contacts.tenantId, ctx.tenant.id), eq(contacts.id, id)));
    ctx.record({ verb: 'client.restored', subject: { type: 'client', id }, contactId: id });
    const view = presentClient({ ...client, updatedAt });
    await queueEvent(ctx, 'client.updated', { createdBy: client.createdBy, data: printClient(view) });
    return view;
  },
});
