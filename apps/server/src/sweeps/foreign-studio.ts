import { createApiKey } from '../domains/identity/api-keys/create-api-key.ts';
import { createStudioClient } from '../domains/studio/clients/create-client.ts';
import { createStudioInvoice } from '../domains/studio/invoices/create-invoice.ts';
import { createProject } from '../domains/studio/projects/create-project.ts';
import { createWebhook } from '../domains/webhooks/create-webhook.ts';
import { testWebhook } from '../domains/webhooks/send-again.ts';
import type { World } from '../testing/harness.ts';

/** Ids of one row of every kind of the studio's. */
export interface ForeignStudio {
  keyId: string;
  studioClientId: string;
  projectId: string;
  studioInvoiceId: string;
  webhookId: string;
  deliveryId: string;
}

/** Something of everything of a studio, with `mark` in every text. */
export async function createForeignStudio({ ctx }: World, mark: string): Promise<ForeignStudio> {
  const { id: keyId } = await createApiKey(ctx, { name: mark, scopes: ['read'] });
  const { id: studioClientId } = await createStudioClient(ctx, {
    name: mark,
    company: mark,
    notes: mark,
    tags: [mark],
  });
  const { id: projectId } = await createProject(ctx, { name: mark, clientId: studioClientId });
  const { id: studioInvoiceId } = await createStudioInvoice(ctx, {
    clientId: studioClientId,
    projectId,
    items: [{ description: mark, rate: 1 }],
    notes: mark,
  });
  const { id: webhookId } = await createWebhook(ctx, {
    url: `https://${mark}.example`,
    events: ['invoice.paid'],
  });
  const { deliveryId } = await testWebhook(ctx, { id: webhookId });
  return { webhookId, deliveryId, keyId, studioClientId, projectId, studioInvoiceId };
}
