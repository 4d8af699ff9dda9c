import { randomBytes } from 'node:crypto';
import { type USER_TOKEN_PURPOSES, userTokens } from '@officina/db/schema/identity';
import { and, count, eq, gt, isNull } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { Ctx, WriteCtx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { hashSecret } from '../../kernel/ids.ts';

type Purpose = (typeof USER_TOKEN_PURPOSES)[number];

const HOURS: Record<Purpose, number> = { verify_email: 24, reset_password: 1, set_password: 72 };
/** Mails of one kind to one person in an hour, whatever `RATE_LIMIT` says: nobody's mailbox is to be filled. */
export const MAILS_PER_HOUR = 3;

const later = (ctx: Ctx, hours: number): Date => toDate(ctx.now.add({ hours }));

/** For how long a link of this kind can be used, in milliseconds. */
export const lifetimeOf = (purpose: Purpose): number => HOURS[purpose] * 3_600_000;

/** Whether a further mail of this kind may go to the user now, besides so many that nobody asked for. */
export async function mayMail(ctx: Ctx, userId: string, purpose: Purpose, besides = 0): Promise<boolean> {
  const [recent] = await ctx.db
    .select({ sent: count() })
    .from(userTokens)
    .where(
      and(
        eq(userTokens.userId, userId),
        eq(userTokens.purpose, purpose),
        gt(userTokens.createdAt, later(ctx, -1)),
      ),
    );
  return (recent?.sent ?? 0) < MAILS_PER_HOUR + besides;
}

/** A new one-time token for a link; only its hash is kept. */
export async function issueToken(ctx: WriteCtx, userId: string, purpose: Purpose): Promise<string> {
  // Hexadecimal, but for the academy, whose contract says what the token of its link looks like.
  const token = randomBytes(32).toString(purpose === 'set_password' ? 'base64url' : 'hex');
  const tx = await ctx.tx();
  await tx.insert(userTokens).values({
    tokenHash: hashSecret(token),
    userId,
    purpose,
    expiresAt: later(ctx, HOURS[purpose]),
    createdAt: toDate(ctx.now),
  });
  return token;
}

const usable = (ctx: Ctx, purpose: Purpose) =>
  and(eq(userTokens.purpose, purpose), isNull(userTokens.usedAt), gt(userTokens.expiresAt, toDate(ctx.now)));

/** Throws INVALID_TOKEN, without using the token, unless it could be claimed now. */
export async function checkToken(ctx: Ctx, token: string, purpose: Purpose): Promise<void> {
  const [row] = await ctx.db
    .select({ userId: userTokens.userId })
    .from(userTokens)
    .where(and(eq(userTokens.tokenHash, hashSecret(token)), usable(ctx, purpose)));
  if (!row) throw new AppError('INVALID_TOKEN');
}

/** Uses a token up, once however many ask at the same time, and answers whose it was. Throws INVALID_TOKEN. */
export async function claimToken(ctx: WriteCtx, token: string, purpose: Purpose): Promise<string> {
  const tx = await ctx.tx();
  const [row] = await tx
    .update(userTokens)
    .set({ usedAt: toDate(ctx.now) })
    .where(and(eq(userTokens.tokenHash, hashSecret(token)), usable(ctx, purpose)))
    .returning({ userId: userTokens.userId });
  if (!row) throw new AppError('INVALID_TOKEN');
  await dropTokens(ctx, row.userId, purpose);
  return row.userId;
}

/** Ends the other links of this kind that the user still has. */
export async function dropTokens(ctx: WriteCtx, userId: string, purpose: Purpose): Promise<void> {
  const tx = await ctx.tx();
  await tx
    .update(userTokens)
    .set({ usedAt: toDate(ctx.now) })
    .where(and(eq(userTokens.userId, userId), usable(ctx, purpose)));
}
