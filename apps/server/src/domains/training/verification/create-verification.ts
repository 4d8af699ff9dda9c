import { identityVerifications } from '@officina/db/schema/training-records';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { requireUser } from '../../../kernel/authorize.ts';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { stage, staged } from '../../../kernel/operation.ts';
import { askStripe } from '../ask-stripe.ts';
import { lastVerification, type VerificationRow } from './load-verification.ts';

async function addPending(ctx: WriteCtx, userId: string): Promise<VerificationRow> {
  const tx = await ctx.tx();
  const [made] = await tx
    .insert(identityVerifications)
    .values({ tenantId: ctx.tenant.id, id: newId(), userId, createdAt: toDate(ctx.now) })
    .onConflictDoNothing()
    .returning();
  const row = made ?? (await lastVerification(ctx, userId));
  if (!row) throw new Error('a verification is neither new nor known');
  return row;
}

/** The caller's try that is under way, or a new one. At most one is, whoever asks at the same time. */
async function pendingVerification(ctx: WriteCtx, userId: string): Promise<VerificationRow> {
  const last = await lastVerification(ctx, userId);
  if (last?.status === 'approved')
    throw new AppError('ALREADY_VERIFIED', 'Your identity is already verified');
  return last?.status === 'pending' ? last : addPending(ctx, userId);
}

async function keepSession(
  ctx: WriteCtx,
  { id, userId }: VerificationRow,
  { id: sessionId, url }: { id: string; url: string },
): Promise<void> {
  const tx = await ctx.tx();
  const [kept] = await tx
    .update(identityVerifications)
    .set({ stripeSessionId: sessionId, url })
    .where(
      and(
        eq(identityVerifications.tenantId, ctx.tenant.id),
        eq(identityVerifications.id, id),
        isNull(identityVerifications.stripeSessionId),
      ),
    )
    .returning({ id: identityVerifications.id });
  if (kept)
    ctx.record({
      verb: 'identity.requested',
      subject: { type: 'identity_verification', id },
      after: { userId, sessionId },
    });
}

async function openSession(ctx: Ctx, { id, userId }: VerificationRow): Promise<{ id: string; url: string }> {
  const session = await askStripe(ctx, 'Failed to create verification session', () =>
    ctx.services.payments.startVerification(
      {
        metadata: { user_id: userId, tenant_id: ctx.tenant.id },
        returnUrl: `${ctx.services.config.publicUrl}/program-holder/verify-identity`,
      },
      `identity:${id}`,
    ),
  );
  if (!session.url) throw new AppError('STRIPE_ERROR', 'Failed to create verification session');
  return { id: session.id, url: session.url };
}

/**
 * A page of the provider where the caller shows who they are; the one that is open, if there is one. ALREADY_VERIFIED for
 * who has done so.
 */
export const createVerification = staged({
  name: 'training.createVerification',
  permission: 'training.verify',
  input: z.object({}),
  async run(ctx, _): Promise<{ url: string; sessionId: string }> {
    const { id: userId } = requireUser(ctx.actor);
    const row = await stage(ctx, (unit) => pendingVerification(unit, userId));
    if (row.stripeSessionId && row.url) return { url: row.url, sessionId: row.stripeSessionId };
    const session = await openSession(ctx, row);
    await stage(ctx, (unit) => keepSession(unit, row, session));
    return { url: session.url, sessionId: session.id };
  },
});
