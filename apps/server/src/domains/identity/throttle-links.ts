import { tooManyAttempts } from '../../kernel/attempts.ts';
import type { Ctx } from '../../kernel/context.ts';

const PER_WINDOW = 20;
const WINDOW_SECONDS = 600;

/** Twenty calls in ten minutes from one address to a door that takes or sends mailed links. */
export async function throttleLinks(ctx: Ctx, door: string): Promise<void> {
  const bucket = `${door}:${ctx.ip ?? 'local'}`;
  const state = await ctx.services.attempts.hit(bucket, PER_WINDOW, WINDOW_SECONDS, ctx.now);
  if (!state.allowed) throw tooManyAttempts(state);
}
