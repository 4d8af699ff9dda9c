import type { Tx } from '@officina/db/client';
import { tooManyAttempts } from '../../kernel/attempts.ts';
import type { Ctx } from '../../kernel/context.ts';

/** New accounts per hour from one address. */
export const SIGN_UPS_PER_HOUR = 3;
const WINDOW_SECONDS = 3600;

const bucketOf = (ctx: Ctx) => `sign-up:${ctx.ip ?? 'local'}`;

/** Throws RATE_LIMIT_EXCEEDED before any work is done. */
export async function checkSignUps(ctx: Ctx): Promise<void> {
  const { attempts } = ctx.services;
  const state = await attempts.peek(bucketOf(ctx), SIGN_UPS_PER_HOUR, WINDOW_SECONDS, ctx.now);
  if (!state.allowed) throw tooManyAttempts(state);
}

/** Counts a sign-up with its commit: a refused one uses nothing up. */
export async function countSignUp(ctx: Ctx, tx: Tx): Promise<void> {
  const { attempts } = ctx.services;
  const state = await attempts.hit(bucketOf(ctx), SIGN_UPS_PER_HOUR, WINDOW_SECONDS, ctx.now, tx);
  if (!state.allowed) throw tooManyAttempts(state);
}
