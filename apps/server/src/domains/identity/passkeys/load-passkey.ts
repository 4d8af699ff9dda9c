import { passkeys } from '@officina/db/schema/passkeys';
import { and, eq } from 'drizzle-orm';
import { requireUser } from '../../../kernel/authorize.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { notFound } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';

/** One of the caller's own passkeys, for a change; somebody else's does not exist. */
export async function loadPasskey(ctx: WriteCtx, id: string) {
  const tx = await ctx.tx();
  const [row] = isUuid(id)
    ? await tx
        .select({ id: passkeys.id, userId: passkeys.userId, name: passkeys.name })
        .from(passkeys)
        .where(and(eq(passkeys.id, id), eq(passkeys.userId, requireUser(ctx.actor).id)))
        .for('update')
    : [];
  if (!row) throw notFound('Passkey');
  return row;
}
