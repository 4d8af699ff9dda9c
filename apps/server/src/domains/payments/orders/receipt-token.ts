import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Ctx } from '../../../kernel/context.ts';

/** What opens the receipt of an order: hex HMAC-SHA256 of its id under RECEIPT_SECRET. */
export const receiptToken = ({ services }: Ctx, orderId: string): string =>
  createHmac('sha256', services.receiptSecret).update(orderId).digest('hex');

/** Whether it is the order's; compares in constant time. */
export function opensReceipt(ctx: Ctx, orderId: string, token: string): boolean {
  const wanted = Buffer.from(receiptToken(ctx, orderId));
  const given = Buffer.from(token);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
