import { checkinCodes, shops } from '@officina/db/schema/training-places';
import { and, eq, isNull, lte, or } from 'drizzle-orm';
import { z } from 'zod';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { write } from '../../../kernel/operation.ts';
import { newCode } from '../checkin/new-code.ts';
import { inAcademies } from './academies.ts';

const renew = write({
  name: 'training.renewCode',
  permission: 'system',
  input: z.object({ shopId: z.uuid() }),
  async run(ctx, { shopId }): Promise<void> {
    await newCode(ctx, shopId, { ifExpired: true });
  },
});

/** The task of every five minutes: a new code for each approved shop whose current one has expired or is missing. */
export const rotateCodes = (ctx: Ctx): Promise<void> =>
  inAcademies(ctx, 'training.rotate-codes', async (inside) => {
    const due = await inside.db
      .select({ shopId: shops.id })
      .from(shops)
      .leftJoin(
        checkinCodes,
        and(
          eq(checkinCodes.tenantId, inside.tenant.id),
          eq(checkinCodes.shopId, shops.id),
          isNull(checkinCodes.replacedAt),
        ),
      )
      .where(
        and(
          eq(shops.tenantId, inside.tenant.id),
          eq(shops.isApproved, true),
          or(isNull(checkinCodes.id), lte(checkinCodes.expiresAt, toDate(inside.now))),
        ),
      );
    for (const shop of due) await renew(inside, shop);
  });
