import { paymentReminder } from '@officina/contracts/charges-inputs';
import { sql } from 'drizzle-orm';
import { AppError } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { rawStatement } from '../../kernel/statement.ts';
import { type QueuedClientMessage, queueClientMessage } from '../messaging/queue-client-message.ts';
import { loadClient } from '../office-clients/load-client.ts';

const owedSums = rawStatement<{ currency: string; amountMinor: number }>(sql`
  select currency, sum(amount_minor)::float8 as "amountMinor" from charges
  where tenant_id = ${sql.placeholder('tenantId')}::uuid and contact_id = ${sql.placeholder('contactId')}::uuid
    and status = 'issued'
  group by currency order by currency`);

/** Writes to a client about what it owes, in the writer's words or in standard ones. CONFLICT where there is nothing to remind of, or no way to. */
export const remindPayment = write({
  name: 'charges.remindPayment',
  permission: 'office.notifications.send',
  input: paymentReminder,
  async run(ctx, { clientRef, text = null }): Promise<QueuedClientMessage> {
    await ctx.tx();
    const client = await loadClient(ctx, clientRef);
    const owed = await owedSums(ctx.db, { tenantId: ctx.tenant.id, contactId: client.contact_id });
    if (!owed.length) throw new AppError('CONFLICT', 'Client has no issued charge');
    if (!client.phone && !client.email) throw new AppError('CONFLICT', 'Client has neither phone nor email');
    const message = { trigger: 'manual_payment_reminder', contactId: client.contact_id, text, owed } as const;
    const queued = await queueClientMessage(ctx, message);
    if (!queued) throw new Error('a reminder by hand is never a repetition');
    return queued;
  },
});
