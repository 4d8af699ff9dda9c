import { byId } from '@officina/contracts/contacts-inputs';
import { webhookSubscriptions } from '@officina/db/schema/webhooks';
import { and, eq } from 'drizzle-orm';
import { write } from '../../kernel/operation.ts';
import { lockWebhook } from './webhook-row.ts';

/** With its log; what was on its way is not sent any more. */
export const deleteWebhook = write({
  name: 'webhooks.delete',
  permission: 'hooks.manage',
  input: byId,
  async run(ctx, { id }): Promise<{ message: string }> {
    const before = await lockWebhook(ctx, id);
    const tx = await ctx.tx();
    await tx
      .delete(webhookSubscriptions)
      .where(and(eq(webhookSubscriptions.tenantId, ctx.tenant.id), eq(webhookSubscriptions.id, id)));
    ctx.record({ verb: 'webhook.deleted', subject: { type: 'webhook', id }, before: { url: before.url } });
    return { message: 'Webhook deleted' };
  },
});
