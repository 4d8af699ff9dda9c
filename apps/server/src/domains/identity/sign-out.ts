import { sessions } from '@officina/db/schema/identity';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { WriteCtx } from '../../kernel/context.ts';
import { write } from '../../kernel/operation.ts';

/** Ends one session everywhere: a copy of its cookie is worthless once this is committed. */
export async function closeSession(ctx: WriteCtx, sessionId: string): Promise<void> {
  const tx = await ctx.tx();
  await tx.delete(sessions).where(eq(sessions.id, sessionId));
  ctx.announce(`session:${sessionId}`);
}

/** Idempotent: without a session there is nothing to end. */
export const signOut = write({
  name: 'identity.signOut',
  permission: 'public',
  input: z.object({}),
  async run(ctx): Promise<{ success: true }> {
    if (ctx.actor.kind === 'user') {
      await closeSession(ctx, ctx.actor.sessionId);
      ctx.record({ verb: 'user.signed_out', subject: { type: 'user', id: ctx.actor.id } });
    }
    return { success: true };
  },
});
