import type { ChargeListItem } from '@officina/contracts/charges';
import { chargeCreate } from '@officina/contracts/charges-inputs';
import { charges } from '@officina/db/schema/office';
import { userIdOf } from '../../kernel/actor.ts';
import { toDate } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { holdClient } from '../office-clients/load-client.ts';
import { presentCharge } from './charge-row.ts';
import { loadCharge } from './load-charge.ts';

/** Notes what a client owes, as a draft. BAD_REQUEST for a client that is missing or closed. */
export const createCharge = write({
  name: 'charges.create',
  permission: 'office.charges.write',
  input: chargeCreate,
  async run(
    ctx,
    { clientRef, amount: amountMinor, chargeType, period = null, currency },
  ): Promise<ChargeListItem> {
    const tx = await ctx.tx();
    const client = await holdClient(ctx, tx, clientRef);
    if (!client) throw new AppError('BAD_REQUEST', `Client ${clientRef} not found`);
    if (client.status === 'closed') throw new AppError('BAD_REQUEST', 'Client is closed');
    const createdBy = userIdOf(ctx.actor);
    if (!createdBy) throw new AppError('FORBIDDEN');
    const facts = { amountMinor, currency, chargeType, period, status: 'draft' as const };
    const [made] = await tx
      .insert(charges)
      .values({
        ...facts,
        tenantId: ctx.tenant.id,
        contactId: client.contactId,
        createdBy,
        createdAt: toDate(ctx.now),
      })
      .returning({ id: charges.id, ref: charges.ref });
    if (!made) throw new Error('the charge was not stored');
    ctx.record({
      verb: 'charge.created',
      subject: { type: 'charge', id: made.id },
      contactId: client.contactId,
      after: facts,
    });
    return presentCharge(ctx, await loadCharge(ctx, made.ref));
  },
});
