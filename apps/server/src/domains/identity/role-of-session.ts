import type { Role } from '@officina/contracts/roles';
import type { Executor } from '@officina/db/client';
import { sessions } from '@officina/db/schema/identity';
import { members } from '@officina/db/schema/tenancy';
import { and, eq, isNull } from 'drizzle-orm';

/** The role that a session has in the tenant as of now, past every cache; null when it has ended or may not enter. */
export async function roleOfSession(db: Executor, tenantId: string, sessionId: string): Promise<Role | null> {
  const [row] = await db
    .select({ role: members.role })
    .from(sessions)
    .innerJoin(
      members,
      and(
        eq(members.tenantId, sessions.activeTenantId),
        eq(members.userId, sessions.userId),
        eq(members.tenantId, tenantId),
        isNull(members.removedAt),
      ),
    )
    .where(eq(sessions.id, sessionId));
  return row?.role ?? null;
}
