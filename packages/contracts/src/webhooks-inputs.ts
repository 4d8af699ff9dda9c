import { z } from 'zod';
import { keyset } from './fields.ts';
import { WEBHOOK_EVENTS, type WebhookEvent } from './webhooks.ts';

type Wanted = WebhookEvent | '*';
const KNOWN: readonly string[] = [...WEBHOOK_EVENTS, '*'];

const event = z.string({ error: 'Must be a text' }).refine((word): word is Wanted => KNOWN.includes(word), {
  error: ({ input }) => `Unknown event: ${String(input).slice(0, 60)}`,
});

const events = z
  .array(event, { error: ({ input }) => (input === undefined ? 'Required' : 'Must be a list') })
  .min(1, 'At least one event is required')
  .max(KNOWN.length, 'Each event once')
  .refine((words) => new Set(words).size === words.length, 'Each event once')
  .refine((words) => !words.includes('*') || words.length === 1, '* stands alone')
  .transform((words) => words as Wanted[]);

const url = z
  .string({ error: ({ input }) => (input === undefined ? 'Required' : 'Must be a text') })
  .trim()
  .min(1, 'Required')
  .max(2000, 'Must be at most 2000 characters');

const metadata = z
  .record(z.string(), z.unknown(), { error: 'Must be an object' })
  .refine((value) => JSON.stringify(value).length <= 4096, 'At most 4 KB');

export const webhookCreate = z.object({ url, events, metadata: metadata.nullish() });

export const webhookUpdate = z.object({
  id: z.string(),
  url: url.optional(),
  events: events.optional(),
  isActive: z.boolean({ error: 'Must be true or false' }).optional(),
  metadata: metadata.optional(),
  rotateSecret: z.boolean({ error: 'Must be true or false' }).optional(),
});

export const webhookDeliveries = z.object({ id: z.string(), ...keyset });
