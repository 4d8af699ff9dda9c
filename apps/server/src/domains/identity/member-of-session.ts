import type { Role } from '@officina/contracts/roles';
import type { Executor } from '@officina/db/client';
import { sessions } from '@officina/db/schema/identity';
import { members } from '@officina/db/schema/tenancy';
import { and, eq, isNull } from 'drizzle-orm';

/**
 * As what a session acts in the tenant as of now, past every cache: its role, and the organisation of a client. Null when
 * it has ended or may not enter.
 */
export async function memberOfSession(
  db: Executor,
  tenantId: string,
  sessionId: string,
): Promise<{ role: Role; orgId: string | null } | null> {
  const [row] = await db
    .select({ role: members.role, orgId: members.contactId })
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
  return row ?? null;
}
