import { users } from '@officina/db/schema/identity';
import { passkeys } from '@officina/db/schema/passkeys';
import { and, eq, lt, or, sql } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { journalInsert, journalValues } from '../../../kernel/journal.ts';
import { rawStatement } from '../../../kernel/statement.ts';
import { type Membership, membershipsOf } from '../memberships.ts';
import { takeChallenge } from './challenges.ts';
import { type Assertion, verifyAuthentication } from './verify-authentication.ts';

const rejected = () => new AppError('PASSKEY_REJECTED');
const insertEntry = rawStatement(journalInsert());

async function load(ctx: Ctx, credentialId: unknown) {
  if (typeof credentialId !== 'string') return undefined;
  const [row] = await ctx.db
    .select({ passkey: passkeys, user: users })
    .from(passkeys)
    .innerJoin(users, eq(users.id, passkeys.userId))
    .where(eq(passkeys.credentialId, credentialId));
  return row;
}

interface Known {
  passkey: typeof passkeys.$inferSelect;
  membership: Membership;
}

/** Somebody may have copied the key. Written on its own, since the attempt leaves nothing else behind. */
async function warn(ctx: Ctx, { passkey, membership }: Known, counter: number): Promise<void> {
  const entry = {
    verb: 'passkey.counter_warning',
    subject: { type: 'user', id: passkey.userId },
    after: { passkey: passkey.id, stored: passkey.counter, counter },
    as: { tenantId: membership.tenant.id, userId: passkey.userId },
  };
  await insertEntry(ctx.services.client.db, journalValues(ctx, entry));
}

/** Notes the use, if the counter has grown past what is stored now; one that never counts stays at zero. */
async function advance(
  ctx: WriteCtx,
  { passkey }: Known,
  { counter, backedUp }: Assertion,
): Promise<boolean> {
  const tx = await ctx.tx();
  const advanced = await tx
    .update(passkeys)
    .set({ counter, backedUp, lastUsedAt: toDate(ctx.now) })
    .where(
      and(
        eq(passkeys.id, passkey.id),
        or(lt(passkeys.counter, counter), and(eq(passkeys.counter, 0), sql`${counter} = 0`)),
      ),
    )
    .returning({ id: passkeys.id });
  return advanced.length > 0;
}

export interface Signature {
  challengeId: string;
  response: Record<string, unknown>;
}

/**
 * Whose passkey signed the challenge, and where they would be let in; only that person's if one is named. Everything
 * that is wrong with it has one answer: PASSKEY_REJECTED.
 */
export async function verifyPasskey(
  ctx: WriteCtx,
  { challengeId, response }: Signature,
  userId?: string,
): Promise<{ user: typeof users.$inferSelect; membership: Membership }> {
  const asked = await takeChallenge(ctx, challengeId, { kind: 'authentication' });
  const found = await load(ctx, response.id);
  if (!found || (asked.email && asked.email !== found.user.email)) throw rejected();
  const { passkey, user } = found;
  if (userId !== undefined && user.id !== userId) throw rejected();
  const expected = { challenge: asked.challenge, passkey, handle: user.webauthnHandle };
  const assertion = await verifyAuthentication(ctx, response, expected).catch(() => {
    throw rejected();
  });
  const [membership] = await membershipsOf(ctx.db, user.id, ctx.hostSubdomain);
  if (!membership) throw rejected();
  const known = { passkey, membership };
  if (!(await advance(ctx, known, assertion))) {
    await warn(ctx, known, assertion.counter);
    throw rejected();
  }
  ctx.record({
    verb: 'passkey.used',
    subject: { type: 'user', id: user.id },
    after: { passkey: passkey.id, name: passkey.name },
    as: { tenantId: membership.tenant.id, userId: user.id },
  });
  return { user, membership };
}
