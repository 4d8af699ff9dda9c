import type { WebhookView } from '@officina/contracts/webhooks';
import { webhookUpdate } from '@officina/contracts/webhooks-inputs';
import { webhookSubscriptions } from '@officina/db/schema/webhooks';
import { and, eq } from 'drizzle-orm';
import { changesOf, requireChange } from '../../kernel/changes.ts';
import { laterThan, toDate } from '../../kernel/clock.ts';
import { write } from '../../kernel/operation.ts';
import { checkTarget, newWebhookSecret } from './create-webhook.ts';
import { loadWebhook, lockWebhook } from './webhook-row.ts';

/** So long what is sent carries a signature by the secret before, too. */
const BOTH_HOURS = 24;

/** `rotateSecret` makes a new secret, told here alone; switching on forgets the failures. */
export const updateWebhook = write({
  name: 'webhooks.update',
  permission: 'hooks.manage',
  input: webhookUpdate,
  async run(ctx, { id, rotateSecret, isActive, ...asked }): Promise<WebhookView & { secret?: string }> {
    requireChange({ ...asked, isActive, rotateSecret });
    const before = await lockWebhook(ctx, id);
    if (asked.url !== undefined && asked.url !== before.url) checkTarget(ctx, asked.url);
    const changes = changesOf(before, { ...asked, active: isActive });
    const secret = rotateSecret ? newWebhookSecret() : undefined;
    const tx = await ctx.tx();
    await tx
      .update(webhookSubscriptions)
      .set({
        ...changes?.after,
        ...(isActive && { failures: 0, pausedReason: null }),
        ...(secret && {
          secret: ctx.services.secrets.seal(secret),
          previousSecret: before.secret,
          previousUntil: toDate(ctx.now.add({ hours: BOTH_HOURS })),
        }),
        updatedAt: laterThan(before.updatedAt, ctx.now),
      })
      .where(and(eq(webhookSubscriptions.tenantId, ctx.tenant.id), eq(webhookSubscriptions.id, id)));
    ctx.record({
      verb: 'webhook.updated',
      subject: { type: 'webhook', id },
      before: changes?.before,
      after: { ...changes?.after, ...(secret && { secretRotated: true }) },
    });
    return { ...(await loadWebhook(ctx, id)), ...(secret && { secret }) };
  },
});
