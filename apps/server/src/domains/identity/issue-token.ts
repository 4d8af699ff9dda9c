import { tokenRequest } from '@officina/contracts/identity-inputs';
import { roleMay } from '@officina/contracts/permissions';
import type { Role } from '@officina/contracts/roles';
import { users } from '@officina/db/schema/identity';
import { members } from '@officina/db/schema/tenancy';
import { and, eq } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { journalInsert, journalValues } from '../../kernel/journal.ts';
import { write } from '../../kernel/operation.ts';
import { rawStatement } from '../../kernel/statement.ts';
import { checkPassword, PROGRAMS } from './check-password.ts';
import { type Membership, membershipsOf } from './memberships.ts';
import { requireProvider } from './require-provider.ts';

export interface TokenView {
  token: string;
  user: { ref: number; name: string; role: Role };
}

/** Longer ones are wrong without being hashed at their full length. */
const MAX_PASSWORD = 1024;

const insertEntry = rawStatement(journalInsert());

/** Written on its own, since the sign-in that it tells of leaves nothing else behind. */
async function noteFailure(ctx: Ctx, userId: string, [membership]: Membership[]): Promise<void> {
  if (!membership) return;
  const as = { tenantId: membership.tenant.id, userId };
  const entry = { verb: 'user.sign_in_failed', subject: { type: 'user', id: userId }, as };
  await insertEntry(ctx.db, journalValues(ctx, entry));
}

/**
 * An access token for an e-mail and password, for programs of an advisory office: in the host's tenant, else in the one
 * of the person's offices that was used last. Throws UNAUTHORIZED with one text for everything that is wrong with the
 * credentials, FORBIDDEN for who is no member of an office, SSO_REQUIRED
 * for who must come through the firm's provider. Source: office specification §3.4.
 */
export const issueToken = write({
  name: 'identity.issueToken',
  permission: 'public',
  input: tokenRequest,
  async run(ctx, { email, password }): Promise<TokenView> {
    const [user] = await ctx.db.select().from(users).where(eq(users.email, email));
    const account = password.length > MAX_PASSWORD ? undefined : user;
    const attempt = { email, account, password: password.slice(0, MAX_PASSWORD) };
    const matches = await checkPassword(ctx, attempt, PROGRAMS);
    const memberships = user ? await membershipsOf(ctx.db, user.id, ctx.hostSubdomain) : [];
    if (!user || !matches || (ctx.hostSubdomain && !memberships.length)) {
      if (user) await noteFailure(ctx, user.id, memberships);
      throw new AppError('INVALID_CREDENTIALS', 'Invalid email or password');
    }
    const membership = memberships.find(({ role }) => roleMay(role, 'office.use'));
    if (!membership) throw new AppError('FORBIDDEN');
    const { role, tenant } = membership;
    await requireProvider(ctx, { email, role, tenantId: tenant.id, idpId: null });
    const tx = await ctx.tx();
    await tx
      .update(members)
      .set({ lastUsedAt: toDate(ctx.now) })
      .where(and(eq(members.tenantId, tenant.id), eq(members.userId, user.id)));
    ctx.record({
      verb: 'user.signed_in',
      subject: { type: 'user', id: user.id },
      as: { tenantId: tenant.id, userId: user.id },
    });
    const claims = { sub: String(user.ref), tid: tenant.id, email, role };
    return { token: await ctx.services.tokens.sign(claims), user: { ref: user.ref, name: user.name, role } };
  },
});
