import { sessions } from '@officina/db/schema/identity';
import { and, eq, ne } from 'drizzle-orm';
import type { WriteCtx } from '../../kernel/context.ts';

interface Which {
  userId: string;
  /** Only those that work in this tenant. */
  tenantId?: string;
  /** Only this one. */
  id?: string;
  /** All but this one. */
  except?: string;
}

/** Ends sessions of one user everywhere, with the operation's commit; answers how many. */
export async function endSessions(ctx: WriteCtx, { userId, tenantId, id, except }: Which): Promise<number> {
  const tx = await ctx.tx();
  const ended = await tx
    .delete(sessions)
    .where(
      and(
        eq(sessions.userId, userId),
        tenantId ? eq(sessions.activeTenantId, tenantId) : undefined,
        id === undefined ? undefined : eq(sessions.id, id),
        except ? ne(sessions.id, except) : undefined,
      ),
    )
    .returning({ id: sessions.id });
  ctx.announce(`user:${userId}`);
  return ended.length;
}
