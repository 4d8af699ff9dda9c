import { randomBytes } from 'node:crypto';
import type { ChallengeKind } from '@officina/contracts/accounts';
import { webauthnChallenges } from '@officina/db/schema/passkeys';
import { and, eq, gt } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { isUuid, newId } from '../../../kernel/ids.ts';

const MINUTES = 5;

interface Asked {
  kind: ChallengeKind;
  /** Whose registration it is. */
  userId?: string;
  /** Whom an authentication is for, if they said. */
  email?: string;
}

/** A new challenge (base64url) to sign within five minutes. */
export async function giveChallenge(
  ctx: Ctx,
  { kind, userId, email }: Asked,
): Promise<{ challengeId: string; challenge: string }> {
  const id = newId();
  const challenge = randomBytes(32).toString('base64url');
  const expiresAt = toDate(ctx.now.add({ minutes: MINUTES }));
  await ctx.db.insert(webauthnChallenges).values({ id, challenge, kind, userId, email, expiresAt });
  return { challengeId: id, challenge };
}

/**
 * Takes a challenge out of the world, for one attempt, whether that succeeds or not: call it before `ctx.tx()`, so that
 * a refusal does not bring it back. INVALID_CHALLENGE for one that is unknown, used, expired or not for this.
 */
export async function takeChallenge(
  ctx: Ctx,
  id: string,
  { kind, userId }: Asked,
): Promise<{ challenge: string; email: string | null }> {
  const [taken] = isUuid(id)
    ? await ctx.services.client.db
        .delete(webauthnChallenges)
        .where(
          and(
            eq(webauthnChallenges.id, id),
            eq(webauthnChallenges.kind, kind),
            userId ? eq(webauthnChallenges.userId, userId) : undefined,
            gt(webauthnChallenges.expiresAt, toDate(ctx.now)),
          ),
        )
        .returning({ challenge: webauthnChallenges.challenge, email: webauthnChallenges.email })
    : [];
  if (!taken) throw new AppError('INVALID_CHALLENGE');
  return taken;
}
