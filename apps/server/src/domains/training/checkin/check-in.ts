import type { CheckedIn } from '@officina/contracts/checkin';
import { checkinCode } from '@officina/contracts/timeclock-inputs';
import { sites } from '@officina/db/schema/training-places';
import { and, asc, desc, eq } from 'drizzle-orm';
import { tooManyAttempts } from '../../../kernel/attempts.ts';
import { requireUser } from '../../../kernel/authorize.ts';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { deny, enforce, judge } from '../enforcement/enforce.ts';
import { regulated } from '../enforcement/regulated.ts';
import { lockStanding } from '../enforcement/standing.ts';
import { endOverdue } from '../hours/overdue-shift.ts';
import { findShop } from '../timeclock/clock-places.ts';
import { openEntry } from '../timeclock/own-entries.ts';
import { provisioned } from '../timeclock/provisioned.ts';
import { startShift } from '../timeclock/start-shift.ts';
import { countGuess, mayGuess } from './code-guesses.ts';
import { readTypedCode, shopOfCode } from './find-code.ts';

const alreadyIn = (): AppError =>
  new AppError('INVALID_STATE_TRANSITION', 'Already checked in. Please check out first.');

/** Where hours count that were begun with a shop's code. */
async function defaultSite(ctx: Ctx, shopId: string): Promise<string | null> {
  const [site] = await ctx.db
    .select({ id: sites.id })
    .from(sites)
    .where(and(eq(sites.tenantId, ctx.tenant.id), eq(sites.shopId, shopId), eq(sites.isActive, true)))
    .orderBy(desc(sites.isDefault), asc(sites.name))
    .limit(1);
  return site?.id ?? null;
}

/** Begins a session with the code on the wall of one's own shop. The checks come in the contract's order. */
export const checkIn = regulated({
  name: 'training.checkIn',
  permission: 'training.learn',
  path: '/api/checkin',
  input: checkinCode,
  conflicts: { progress_entries_open: alreadyIn },
  async run(ctx, { code: typed }, guard): Promise<CheckedIn> {
    const { id: userId } = requireUser(ctx.actor);
    const code = readTypedCode(typed);
    const guesses = await mayGuess(ctx, userId);
    const standing = await lockStanding(ctx, { userId });
    const asked = { action: 'PWA_CHECKIN', standing } as const;
    const { denial } = await judge(ctx, asked);
    if (denial) return deny(guard, asked, denial);
    const { apprentice } = provisioned(standing);
    const open = await openEntry(ctx, apprentice.id);
    if (open && !(await endOverdue(ctx, open, standing, toDate(ctx.now)))) throw alreadyIn();
    if (!guesses.allowed) throw tooManyAttempts(guesses);
    const shopId = await shopOfCode(ctx, code);
    if (!shopId) return guard.refuse(new AppError('CODE_EXPIRED'), (after) => countGuess(after, userId));
    if (shopId !== apprentice.shopId) throw new AppError('WRONG_SHOP');
    const shop = await findShop(ctx, shopId);
    if (!shop) throw new Error('a code of a shop that is gone');
    const place = { partnerId: shop.partnerId, shopId };
    const override = await enforce(ctx, guard, { ...asked, shop, place });
    const { id, clockInAt } = await startShift(ctx, {
      source: 'checkin',
      at: ctx.now,
      standing,
      apprentice,
      place: { ...place, siteId: await defaultSite(ctx, shopId) },
      override,
    });
    return { sessionId: id, shopName: shop.name, checkInTime: clockInAt.toISOString() };
  },
});
