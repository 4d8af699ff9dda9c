import { LONGEST_CODE, readCode } from '@officina/contracts/training-codes';
import { checkinCodes } from '@officina/db/schema/training-places';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';

/** A code as somebody typed or scanned it. CODE_REQUIRED for what can be none. */
export function readTypedCode(typed: unknown): string {
  if (typeof typed !== 'string' || !typed.trim() || typed.length > LONGEST_CODE)
    throw new AppError('CODE_REQUIRED');
  return readCode(typed);
}

/** The shop whose current code this is; null for one that is unknown, replaced or expired alike. */
export async function shopOfCode(ctx: Ctx, code: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ shopId: checkinCodes.shopId })
    .from(checkinCodes)
    .where(
      and(
        eq(checkinCodes.tenantId, ctx.tenant.id),
        eq(checkinCodes.code, code),
        isNull(checkinCodes.replacedAt),
        gt(checkinCodes.expiresAt, toDate(ctx.now)),
      ),
    );
  return row?.shopId ?? null;
}
