import { mutation, query, router } from '../../kernel/trpc.ts';
import { createWebhook } from './create-webhook.ts';
import { deleteWebhook } from './delete-webhook.ts';
import { getWebhook, listDeliveries } from './get-webhook.ts';
import { listWebhooks } from './list-webhooks.ts';
import { redeliver, testWebhook } from './send-again.ts';
import { updateWebhook } from './update-webhook.ts';

export const webhooksRouter = router({
  list: query(listWebhooks),
  get: query(getWebhook),
  deliveries: query(listDeliveries),
  create: mutation(createWebhook),
  update: mutation(updateWebhook),
  delete: mutation(deleteWebhook),
  test: mutation(testWebhook),
  redeliver: mutation(redeliver),
});
