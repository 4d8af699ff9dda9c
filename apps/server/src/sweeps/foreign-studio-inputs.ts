import type { Case } from './foreign-inputs.ts';
import type { ForeignRows } from './foreign-world.ts';
import { MARK } from './foreign-world.ts';

const missing = (input: (foreign: ForeignRows) => unknown): Case => ['missing', input];
const blind = (input: (foreign: ForeignRows) => unknown): Case => ['blind', input];

const client = missing(({ studioClientId }) => ({ id: studioClientId }));
const project = missing(({ projectId }) => ({ id: projectId }));
const invoice = missing(({ studioInvoiceId }) => ({ id: studioInvoiceId }));
const webhook = missing(({ webhookId }) => ({ id: webhookId }));
const items = [{ description: 'x', rate: 1 }];

/** Operations of the studio; where a contract says 400 for an id of a body, no NOT_FOUND, and no trace of the row either. */
export const STUDIO_CASES: Record<string, Case> = {
  'apiKeys.create': blind(() => ({ name: 'x', scopes: ['read'] })),
  'apiKeys.list': blind(() => ({})),
  'apiKeys.requests': blind(({ keyId }) => ({ keyId })),
  'apiKeys.revoke': missing(({ keyId }) => ({ id: keyId })),
  'clients.create': blind(() => ({ name: 'x' })),
  'clients.get': client,
  'clients.timeline': client,
  'clients.list': blind(() => ({ search: MARK, limit: 100 })),
  'clients.page': blind(() => ({ limit: 100 })),
  'clients.remove': client,
  'clients.restore': client,
  'clients.update': missing(({ studioClientId }) => ({ id: studioClientId, name: 'x' })),
  'projects.archive': project,
  'projects.create': blind(({ studioClientId }) => ({ name: 'x', clientId: studioClientId })),
  'projects.get': project,
  'projects.list': blind(({ studioClientId }) => ({ clientId: studioClientId })),
  'projects.page': blind(() => ({ limit: 100 })),
  'projects.restore': project,
  'projects.update': missing(({ projectId }) => ({ id: projectId, name: 'x' })),
  'invoices.payLink': invoice,
  'invoices.revokePayLinks': invoice,
  'webhooks.create': blind(() => ({ url: 'https://hooks.example', events: ['*'] })),
  'webhooks.delete': webhook,
  'webhooks.deliveries': webhook,
  'webhooks.get': webhook,
  'webhooks.list': blind(() => ({})),
  'webhooks.redeliver': missing(({ deliveryId }) => ({ id: deliveryId })),
  'webhooks.test': webhook,
  'webhooks.update': missing(({ webhookId }) => ({ id: webhookId, isActive: false })),
  'studioInvoices.cancel': invoice,
  'studioInvoices.create': blind(({ studioClientId, projectId }) => ({
    clientId: studioClientId,
    projectId,
    items,
  })),
  'studioInvoices.get': invoice,
  'studioInvoices.list': blind(({ studioClientId, projectId }) => ({ clientId: studioClientId, projectId })),
  'studioInvoices.page': blind(({ studioClientId }) => ({ clientId: studioClientId })),
  'studioInvoices.remove': invoice,
  'studioInvoices.send': invoice,
  'studioInvoices.update': missing(({ studioInvoiceId }) => ({ id: studioInvoiceId, notes: 'x' })),
};
