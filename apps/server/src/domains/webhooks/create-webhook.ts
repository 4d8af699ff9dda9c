import { randomBytes } from 'node:crypto';
import { MAX_WEBHOOKS, type WebhookWithSecret } from '@officina/contracts/webhooks';
import { webhookCreate } from '@officina/contracts/webhooks-inputs';
import { members } from '@officina/db/schema/tenancy';
import { webhookSubscriptions } from '@officina/db/schema/webhooks';
import { and, count, eq } from 'drizzle-orm';
import { requireUser } from '../../kernel/authorize.ts';
import { toDate } from '../../kernel/clock.ts';
import type { Ctx, WriteCtx } from '../../kernel/context.ts';
import { AppError, invalid } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { write } from '../../kernel/operation.ts';
import { presentWebhook } from './webhook-row.ts';

/** 256 random bits that sign what is sent. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('hex')}`;

/** Throws VALIDATION_ERROR for an address that is never called, whatever its name resolves to. */
export function checkTarget(ctx: Ctx, url: string): void {
  const refusal = ctx.services.outbound.refusalOf(url);
  if (refusal) throw invalid({ field: 'url', message: refusal });
}

/** Refuses one too many; the owner's membership is locked, so that parallel ones wait for each other. */
async function checkRoom(ctx: WriteCtx, userId: string): Promise<void> {
  const tx = await ctx.tx();
  await tx
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.tenantId, ctx.tenant.id), eq(members.userId, userId)))
    .for('no key update');
  const [own] = await tx
    .select({ made: count() })
    .from(webhookSubscriptions)
    .where(and(eq(webhookSubscriptions.tenantId, ctx.tenant.id), eq(webhookSubscriptions.createdBy, userId)));
  if ((own?.made ?? 0) >= MAX_WEBHOOKS) throw new AppError('WEBHOOK_LIMIT');
}

/** `secret` is told here and never again. Throws WEBHOOK_LIMIT for the 21st of one person. */
export const createWebhook = write({
  name: 'webhooks.create',
  permission: 'hooks.manage',
  input: webhookCreate,
  async run(ctx, { url, events, metadata }): Promise<WebhookWithSecret> {
    const { id: createdBy } = requireUser(ctx.actor);
    checkTarget(ctx, url);
    await checkRoom(ctx, createdBy);
    const secret = newWebhookSecret();
    const now = toDate(ctx.now);
    const row = { id: newId(), url, events, metadata: metadata ?? {}, createdAt: now, updatedAt: now };
    const tx = await ctx.tx();
    await tx.insert(webhookSubscriptions).values({
      ...row,
      tenantId: ctx.tenant.id,
      createdBy,
      secret: ctx.services.secrets.seal(secret),
    });
    ctx.record({
      verb: 'webhook.created',
      subject: { type: 'webhook', id: row.id },
      after: { url, events },
    });
    const fresh = { active: true, failures: 0, pausedReason: null, successRate: null };
    return { ...presentWebhook({ ...row, ...fresh }), secret };
  },
});
