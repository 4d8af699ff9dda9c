import type { SessionView } from '@officina/contracts/boot';
import type { Role } from '@officina/contracts/roles';
import type { Db } from '@officina/db/client';
import { sessions, users } from '@officina/db/schema/identity';
import { members, tenants } from '@officina/db/schema/tenancy';
import { and, eq, getTableColumns, isNull, lt, sql } from 'drizzle-orm';
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia';
import type { Clock } from '../../kernel/clock.ts';
import type { Tenant } from '../../kernel/context.ts';
import { hashSecret } from '../../kernel/ids.ts';
import { crossTenant, prepared } from '../../kernel/statement.ts';
import { tenantColumns, tenantOf } from '../../kernel/tenant-row.ts';
import { personColumns, personOf } from './person.ts';

/** Sessions end after this many idle days (use in the second half of them begins them anew) … */
export const IDLE_DAYS = 7;
/** … and after this many days however often they are used. */
export const ABSOLUTE_DAYS = 30;

interface SessionAttributes {
  activeTenantId: string;
  createdAt: Date;
  provedAt: Date;
  idpId: string | null;
  ip: string | null;
  userAgent: string | null;
}
interface UserAttributes extends Omit<SessionView['user'], 'id'> {
  role: Role;
  orgId: string | null;
  tenant: Tenant;
}

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionAttributes, UserAttributes>;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: UserAttributes;
  }
}

/** Session, user, membership and tenant in one statement; nothing when the member was removed. */
const lookUp = prepared((db) =>
  db
    .select({
      session: getTableColumns(sessions),
      user: personColumns,
      role: members.role,
      orgId: members.contactId,
      tenant: tenantColumns,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(
      members,
      and(
        eq(members.tenantId, sessions.activeTenantId),
        eq(members.userId, sessions.userId),
        isNull(members.removedAt),
      ),
    )
    .innerJoin(tenants, eq(tenants.id, members.tenantId))
    .where(and(eq(sessions.id, sql.placeholder('id')), crossTenant('the session itself names its tenant')))
    .prepare('session_look_up'),
);

/** The moment after which no use prolongs a session. */
export const absoluteEnd = (createdAt: Date): Date =>
  new Date(createdAt.getTime() + ABSOLUTE_DAYS * 86_400_000);

/** How far the clock of the machine, which Lucia reads, is ahead of ours: zero outside of tests. */
export const aheadOf = (clock: Clock): number => Date.now() - clock.now().epochMilliseconds;

/** Lucia's view of our tables, in its own time. Only the SHA-256 of a session's token is ever stored. */
function adapter(db: Db, clock: Clock): Adapter {
  const key = (token: string) => eq(sessions.id, hashSecret(token));
  return {
    async getSessionAndUser(token): Promise<[DatabaseSession | null, DatabaseUser | null]> {
      const [row] = await lookUp(db).execute({ id: hashSecret(token) });
      if (!row) return [null, null];
      const { session, user, tenant } = row;
      const end = Math.min(session.expiresAt.getTime(), absoluteEnd(session.createdAt).getTime());
      const expiresAt = new Date(end + aheadOf(clock));
      const { activeTenantId, createdAt, idpId, ip, userAgent } = session;
      const provedAt = session.provedAt ?? createdAt;
      return [
        {
          id: token,
          userId: user.id,
          expiresAt,
          attributes: { activeTenantId, createdAt, provedAt, idpId, ip, userAgent },
        },
        {
          id: user.id,
          attributes: { ...personOf(user), role: row.role, orgId: row.orgId, tenant: tenantOf(tenant) },
        },
      ];
    },
    async updateSessionExpiration(token, expiresAt) {
      const end = sql`least(${new Date(expiresAt.getTime() - aheadOf(clock)).toISOString()}::timestamptz,
        ${sessions.createdAt} + make_interval(days => ${ABSOLUTE_DAYS}))`;
      // In its last days a session cannot be prolonged: then nothing is written.
      await db
        .update(sessions)
        .set({ expiresAt: end })
        .where(and(key(token), lt(sessions.expiresAt, end)));
    },
    async deleteSession(token) {
      await db.delete(sessions).where(key(token));
    },
    getUserSessions: notOurs,
    setSession: notOurs,
    deleteUserSessions: notOurs,
    deleteExpiredSessions: notOurs,
  };
}

/** Sessions are opened, listed and ended by operations, in their transactions. */
async function notOurs(): Promise<never> {
  throw new Error('sessions are written by the operations of this domain');
}

/** The one place that knows Lucia: sessions by cookie token, sliding for a week, thirty days at most. */
export function createLucia(db: Db, clock: Clock, secureCookies: boolean) {
  return new Lucia<SessionAttributes, UserAttributes>(adapter(db, clock), {
    sessionExpiresIn: new TimeSpan(IDLE_DAYS, 'd'),
    sessionCookie: {
      name: 'officina_session',
      attributes: { secure: secureCookies, sameSite: 'lax', path: '/' },
    },
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  });
}
