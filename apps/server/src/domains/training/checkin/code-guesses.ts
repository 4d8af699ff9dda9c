import type { Ctx } from '../../../kernel/context.ts';

const LIMIT = 10;
const WINDOW_SECONDS = 600;

const bucket = (ctx: Ctx, userId: string): string => `checkin-code:${ctx.tenant.id}:${userId}`;

/** Whether somebody has guessed too often; asked before the transaction opens. */
export const mayGuess = async (ctx: Ctx, userId: string) =>
  ctx.services.attempts.peek(bucket(ctx, userId), LIMIT, WINDOW_SECONDS, ctx.now);

/** Counts a bad code, once the transaction is over. */
export const countGuess = async (ctx: Ctx, userId: string): Promise<void> => {
  await ctx.services.attempts.hit(bucket(ctx, userId), LIMIT, WINDOW_SECONDS, ctx.now);
};
