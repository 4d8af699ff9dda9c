import { createHmac } from 'node:crypto';

export interface Signed {
  eventId: string;
  event: string;
  deliveryId: string;
  body: string;
  /** Of this attempt, in seconds. */
  timestamp: number;
  /** The secret that counts, then those that still do. */
  secrets: readonly [string, ...string[]];
}

/** As Standard Webhooks has it: the key is what the text after the prefix is in base64. */
function standardSignature(secret: string, content: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
}

/** Headers by which a receiver knows who sent what: the contract's own, and those of Standard Webhooks. */
export function deliveryHeaders({ eventId, event, deliveryId, body, timestamp, secrets }: Signed) {
  const [secret] = secrets;
  const own = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return {
    'content-type': 'application/json',
    'user-agent': 'Officina-Webhooks/1',
    'x-webhook-event': event,
    'x-webhook-delivery': deliveryId,
    'x-webhook-signature': `t=${timestamp},v1=${own}`,
    'webhook-id': eventId,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': secrets
      .map((each) => standardSignature(each, `${eventId}.${timestamp}.${body}`))
      .join(' '),
  };
}
