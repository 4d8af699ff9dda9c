import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far the moment in a signature may be from ours, either way. */
const TOLERANCE_SECONDS = 300;

/**
 * Whether a `Stripe-Signature` (`t=<seconds>,v1=<hex HMAC-SHA256 of "t.body">`, several v1 while a secret is changed) is
 * of this secret, over exactly these bytes, and fresh. Compares in constant time.
 */
export function signedBy(
  secret: string | null,
  { bytes, header, now }: { bytes: Buffer; header: string | undefined; now: Temporal.Instant },
): boolean {
  if (!secret || !header) return false;
  const parts = header.split(',').map((part) => part.trim().split('=', 2));
  const timestamp = parts.find(([name]) => name === 't')?.[1] ?? '';
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.epochMilliseconds / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) return false;
  const wanted = createHmac('sha256', secret).update(`${timestamp}.`).update(bytes).digest();
  return parts.some(([name, value = '']) => {
    if (name !== 'v1' || !/^[0-9a-f]{64}$/i.test(value)) return false;
    return timingSafeEqual(Buffer.from(value, 'hex'), wanted);
  });
}
