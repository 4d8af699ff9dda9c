import type { WebhookView } from '@officina/contracts/webhooks';
import { webhookSubscriptions } from '@officina/db/schema/webhooks';
import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { read } from '../../kernel/operation.ts';
import { presentWebhook, reachableWebhooks, webhookColumns } from './webhook-row.ts';

/** Twenty for each of those who may have some: more than a firm has. */
const MOST = 1000;

/** Newest first, without secrets. */
export const listWebhooks = read({
  name: 'webhooks.list',
  permission: 'hooks.manage',
  input: z.object({}),
  async run(ctx): Promise<{ webhooks: WebhookView[] }> {
    const rows = await ctx.db
      .select(webhookColumns)
      .from(webhookSubscriptions)
      .where(and(eq(webhookSubscriptions.tenantId, ctx.tenant.id), reachableWebhooks(ctx)))
      .orderBy(desc(webhookSubscriptions.createdAt), desc(webhookSubscriptions.id))
      .limit(MOST);
    return { webhooks: rows.map(presentWebhook) };
  },
});
