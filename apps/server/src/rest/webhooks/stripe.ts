import type { Context, Hono, MiddlewareHandler } from 'hono';
import { type Receipt, receiveStripeEvent } from '../../domains/payments/receive-stripe-event.ts';
import { signedBy } from '../../domains/payments/webhook-signature.ts';
import type { Env } from '../../http/environment.ts';
import { AppError } from '../../kernel/errors.ts';
import type { WebhookSecrets } from '../../kernel/services.ts';
import './stripe-effects.ts';

/** One of the addresses of the one inbox: contracts give it several names, and their own words. */
interface Address {
  path: string;
  secret: keyof WebhookSecrets;
  refusal: object;
  answer(receipt: Receipt): object;
}

const INVALID = { error: 'Invalid signature', code: 'INVALID_SIGNATURE' };
const plain = {
  refusal: { ok: false, success: false, ...INVALID },
  answer: () => ({ ok: true, received: true }),
};

const ADDRESSES: readonly Address[] = [
  { path: '/webhooks/stripe', secret: 'payments', ...plain },
  { path: '/webhooks/stripe-identity', secret: 'identity', ...plain },
  {
    path: '/payments/webhooks',
    secret: 'payments',
    refusal: INVALID,
    answer: ({ type, duplicate }) => ({ received: true, eventType: type, ...(duplicate && { duplicate }) }),
  },
];

/** Events of Stripe: verified over the bytes as they came, before anything else is looked at. */
export function webhookRoutes(api: Hono<Env>, limit: MiddlewareHandler): void {
  for (const address of ADDRESSES) {
    api.post(address.path, limit, (c) => receive(c, address));
    api.all(address.path, () => {
      throw new AppError('METHOD_NOT_ALLOWED');
    });
  }
}

async function receive(c: Context<Env>, { secret, refusal, answer }: Address): Promise<Response> {
  const ctx = c.get('ctx');
  const bytes = Buffer.from(await c.req.arrayBuffer());
  const signed = signedBy(ctx.services.webhookSecrets[secret], {
    bytes,
    header: c.req.header('stripe-signature'),
    now: ctx.now,
  });
  if (!signed) return c.json(refusal, 400);
  return c.json(answer(await receiveStripeEvent(ctx, bytes)));
}
