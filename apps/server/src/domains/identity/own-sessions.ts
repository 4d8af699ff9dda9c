import type { OwnSessionView } from '@officina/contracts/identity';
import { sessions } from '@officina/db/schema/identity';
import { tenants } from '@officina/db/schema/tenancy';
import { and, desc, eq, gt } from 'drizzle-orm';
import { z } from 'zod';
import { requireUser } from '../../kernel/authorize.ts';
import { toDate } from '../../kernel/clock.ts';
import { read } from '../../kernel/operation.ts';

/** Where the caller is signed in, the newest first. */
export const listOwnSessions = read({
  name: 'identity.sessions',
  permission: 'member',
  input: z.object({}),
  async run(ctx): Promise<{ items: OwnSessionView[] }> {
    const actor = requireUser(ctx.actor);
    const rows = await ctx.db
      .select({
        id: sessions.id,
        tenantName: tenants.name,
        ip: sessions.ip,
        userAgent: sessions.userAgent,
        createdAt: sessions.createdAt,
        expiresAt: sessions.expiresAt,
      })
      .from(sessions)
      .innerJoin(tenants, eq(tenants.id, sessions.activeTenantId))
      .where(and(eq(sessions.userId, actor.id), gt(sessions.expiresAt, toDate(ctx.now))))
      .orderBy(desc(sessions.createdAt), desc(sessions.id))
      .limit(100);
    return {
      items: rows.map((row) => ({
        ...row,
        current: row.id === actor.sessionId,
        createdAt: row.createdAt.toISOString(),
        expiresAt: row.expiresAt.toISOString(),
      })),
    };
  },
});
