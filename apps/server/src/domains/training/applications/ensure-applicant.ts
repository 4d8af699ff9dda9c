import { users } from '@officina/db/schema/identity';
import { members } from '@officina/db/schema/tenancy';
import { eq, isNotNull } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/ids.ts';

export interface Applicant {
  id: string;
  email: string;
  name: string;
  locale: string | null;
  /** The account was made for this application. */
  isNew: boolean;
}

/**
 * The account behind an address, made without a password where there is none, and a member of the tenant: as a learner
 * where it was none. Nothing else of an existing account or membership changes. Applications that come at the same
 * moment with one new address wait here for each other.
 */
export async function ensureApplicant(
  ctx: WriteCtx,
  { email, name }: { email: string; name: string },
): Promise<Applicant> {
  const tx = await ctx.tx();
  const at = toDate(ctx.now);
  const columns = { id: users.id, email: users.email, name: users.name, locale: users.locale };
  const [made] = await tx
    .insert(users)
    .values({ id: newId(), email, name, createdAt: at, updatedAt: at })
    .onConflictDoNothing()
    .returning(columns);
  const [user] = made ? [made] : await tx.select(columns).from(users).where(eq(users.email, email));
  if (!user) throw new Error('an account is neither new nor known');
  const [joined] = await tx
    .insert(members)
    .values({ tenantId: ctx.tenant.id, userId: user.id, role: 'learner', joinedAt: at })
    .onConflictDoUpdate({
      target: [members.tenantId, members.userId],
      set: { role: 'learner', contactId: null, removedAt: null, joinedAt: at },
      setWhere: isNotNull(members.removedAt),
    })
    .returning({ userId: members.userId });
  if (joined) {
    ctx.record({
      verb: 'member.joined',
      subject: { type: 'user', id: user.id },
      after: { role: 'learner', email },
    });
    ctx.announce(`user:${user.id}`);
  }
  return { ...user, isNew: made !== undefined };
}
