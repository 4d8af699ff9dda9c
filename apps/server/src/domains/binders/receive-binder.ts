import type { BinderView } from '@officina/contracts/binders';
import { binderReceive } from '@officina/contracts/binders-inputs';
import { addDays } from '@officina/contracts/calendar';
import { SLA_DAYS } from '@officina/contracts/office';
import { binders, officeClients } from '@officina/db/schema/office';
import { and, eq } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { AppError, invalid } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { write } from '../../kernel/operation.ts';
import { queueClientMessage } from '../messaging/queue-client-message.ts';
import { viewBinder } from './load-binder.ts';
import { officeMember } from './office-member.ts';

/** The client, kept from being closed until the binder is in. */
async function holdClient(ctx: WriteCtx, ref: number) {
  const tx = await ctx.tx();
  const [client] = await tx
    .select({ contactId: officeClients.contactId, status: officeClients.status })
    .from(officeClients)
    .where(and(eq(officeClients.tenantId, ctx.tenant.id), eq(officeClients.ref, ref)))
    .for('share');
  if (!client) throw new AppError('NOT_FOUND', `Client ${ref} not found`);
  return client;
}

/**
 * Takes a client's binder in and tells the client. The number must not be that of another binder in the office; the
 * unique index judges. Frozen clients, missing documents and open charges never hinder.
 */
export const receiveBinder = write({
  name: 'binders.receive',
  permission: 'office.binders.write',
  input: binderReceive,
  conflicts: {
    binders_active_number_unique: ({ binderNumber }) =>
      new AppError('CONFLICT', `Active binder ${binderNumber} already exists`, [
        { field: 'binderNumber', message: 'Taken by another binder' },
      ]),
  },
  async run(ctx, { clientRef, binderNumber, receivedAt, receivedByRef, notes }): Promise<BinderView> {
    if (receivedAt > ctx.today) throw invalid({ field: 'receivedAt', message: 'Must not be after today' });
    const client = await holdClient(ctx, clientRef);
    const receivedBy = await officeMember(ctx, receivedByRef);
    if (client.status === 'closed') throw new AppError('CONFLICT', 'Client is closed');
    const now = toDate(ctx.now);
    const facts = {
      binderNumber,
      receivedAt,
      expectedReturnAt: addDays(receivedAt, SLA_DAYS),
      status: 'in_office' as const,
      receivedBy,
      notes: notes ?? null,
    };
    const tx = await ctx.tx();
    const [row] = await tx
      .insert(binders)
      .values({
        tenantId: ctx.tenant.id,
        id: newId(),
        contactId: client.contactId,
        numberKey: binderNumber.toLowerCase(),
        createdAt: now,
        updatedAt: now,
        ...facts,
      })
      .returning();
    if (!row) throw new Error('no binder was made');
    ctx.record({
      verb: 'binder.received',
      subject: { type: 'binder', id: row.id },
      contactId: client.contactId,
      after: { ref: row.ref, ...facts },
    });
    await queueClientMessage(ctx, { trigger: 'binder_received', contactId: client.contactId, binder: row });
    return viewBinder(ctx, row.ref);
  },
});
