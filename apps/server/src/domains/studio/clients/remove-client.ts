import { byId } from '@officina/contracts/contacts-inputs';
import { contacts } from '@officina/db/schema/contacts';
import { invoices } from '@officina/db/schema/sales';
import { and, eq } from 'drizzle-orm';
import { laterThan } from '../../../kernel/clock.ts';
import { AppError } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { queueEvent } from '../../webhooks/queue-event.ts';
import { presentClient, printClient } from './client-row.ts';
import { lockClient } from './load-client.ts';

/** Soft. A client with invoices stays: CONFLICT. */
export const removeStudioClient = write({
  name: 'clients.remove',
  permission: 'studio.clients.write',
  input: byId,
  async run(ctx, { id }): Promise<{ id: string; deletedAt: string }> {
    const client = await lockClient(ctx, id);
    const tx = await ctx.tx();
    const [invoice] = await tx
      .select({ id: invoices.id })
      .from(invoices)
      .where(and(eq(invoices.tenantId, ctx.tenant.id), eq(invoices.contactId, id)))
      .limit(1);
    if (invoice) throw new AppError('CONFLICT', 'This client has invoices');
    const deletedAt = laterThan(client.updatedAt, ctx.now);
    await tx
      .update(contacts)
      .set({ deletedAt, updatedAt: deletedAt })
      .where(and(eq(contacts.tenantId, ctx.tenant.id), eq(contacts.id, id)));
    const about = { subject: { type: 'client', id }, contactId: id };
    ctx.record({ verb: 'client.deleted', ...about, before: { name: client.name } });
    const data = printClient(presentClient({ ...client, updatedAt: deletedAt }));
    await queueEvent(ctx, 'client.deleted', { createdBy: client.createdBy, data });
    return { id, deletedAt: deletedAt.toISOString() };
  },
});
