import type { DeliveryView, WebhookView } from '@officina/contracts/webhooks';
import { DELIVERY_STATUSES, WEBHOOK_EVENTS } from '@officina/contracts/webhooks';
import { webhookCreate, webhookUpdate } from '@officina/contracts/webhooks-inputs';
import { z } from 'zod';
import { createWebhook } from '../../../domains/webhooks/create-webhook.ts';
import { deleteWebhook } from '../../../domains/webhooks/delete-webhook.ts';
import { getWebhook } from '../../../domains/webhooks/get-webhook.ts';
import { listWebhooks } from '../../../domains/webhooks/list-webhooks.ts';
import { testWebhook } from '../../../domains/webhooks/send-again.ts';
import { updateWebhook } from '../../../domains/webhooks/update-webhook.ts';
import { row } from '../../row.ts';
import { id, moment } from './wire.ts';

const tag = 'Webhooks';

const keys = {
  id,
  url: z.string(),
  events: z.array(z.enum([...WEBHOOK_EVENTS, '*'])),
  isActive: z.boolean(),
  createdAt: moment,
  updatedAt: moment,
};
const listed = z.strictObject(keys);
const whole = z.strictObject({ ...keys, metadata: z.record(z.string(), z.unknown()) });
const secret = z.string().regex(/^whsec_[0-9a-f]{64}$/);

const delivery = z.strictObject({
  id,
  event: z.enum(WEBHOOK_EVENTS),
  status: z.enum(DELIVERY_STATUSES),
  attempts: z.int(),
  responseCode: z.int().nullable(),
  error: z.string().nullable(),
  createdAt: moment,
  lastAttemptAt: moment.nullable(),
});

const print = (view: WebhookView) => ({
  id: view.id,
  url: view.url,
  events: view.events,
  isActive: view.isActive,
  createdAt: view.createdAt,
  updatedAt: view.updatedAt,
});
const printWhole = (view: WebhookView) => ({ ...print(view), metadata: view.metadata });
const printDelivery = (view: DeliveryView) => ({
  id: view.id,
  event: view.event,
  status: view.status,
  attempts: view.attempts,
  responseCode: view.responseCode,
  error: view.error,
  createdAt: view.createdAt,
  lastAttemptAt: view.lastAttemptAt,
});

const { id: _, ...changes } = webhookUpdate.shape;

export const webhookRows = [
  row({
    method: 'GET',
    path: '/webhooks',
    summary: 'Webhooks, newest first',
    tag,
    operation: listWebhooks,
    answer: 'bare',
    present: ({ webhooks }) => ({ data: { webhooks: webhooks.map(print) } }),
    response: z.strictObject({ webhooks: z.array(listed) }),
  }),
  row({
    method: 'POST',
    path: '/webhooks',
    summary: 'Subscribe to events; the secret is told here alone',
    tag,
    operation: createWebhook,
    body: webhookCreate,
    status: 201,
    answer: 'bare',
    present: (view) => ({ data: { webhook: { ...print(view), secret: view.secret } } }),
    response: z.strictObject({ webhook: z.strictObject({ ...keys, secret }) }),
  }),
  row({
    method: 'GET',
    path: '/webhooks/:id',
    summary: 'A webhook with its newest deliveries',
    tag,
    operation: getWebhook,
    answer: 'bare',
    present: ({ webhook, deliveries }) => ({
      data: { webhook: printWhole(webhook), deliveries: deliveries.map(printDelivery) },
    }),
    response: z.strictObject({ webhook: whole, deliveries: z.array(delivery) }),
  }),
  row({
    method: 'PATCH',
    path: '/webhooks/:id',
    summary: 'Change a webhook, switch it on or off, or give it a new secret',
    tag,
    operation: updateWebhook,
    body: z.object(changes),
    answer: 'bare',
    present: (view) => ({
      data: { webhook: { ...printWhole(view), ...(view.secret && { secret: view.secret }) } },
    }),
    response: z.strictObject({ webhook: whole.extend({ secret: secret.optional() }) }),
  }),
  row({
    method: 'DELETE',
    path: '/webhooks/:id',
    summary: 'Remove a webhook with its log',
    tag,
    operation: deleteWebhook,
    answer: 'bare',
    present: (view) => ({ data: view }),
    response: z.strictObject({ message: z.string() }),
  }),
  row({
    method: 'POST',
    path: '/webhooks/:id/test',
    summary: 'Send a ping',
    tag,
    operation: testWebhook,
    status: 202,
    answer: 'bare',
    present: (view) => ({ data: view }),
    response: z.strictObject({ deliveryId: id }),
  }),
];
