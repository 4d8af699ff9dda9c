import type { PaymentPurpose } from '@officina/contracts/payments';
import type { WriteCtx } from '../../../kernel/context.ts';
import type { PaymentRow } from '../load-payments.ts';

/** All that was given back of a payment so far, in minor units. */
export interface Given {
  minor: number;
  fully: boolean;
}

/** What follows when money of a payment was given back, in the transaction that records it; the row is locked. */
export type RefundEffect = (ctx: WriteCtx, payment: PaymentRow, given: Given) => Promise<void>;

const effects = new Map<PaymentPurpose, RefundEffect>();

/** Says what a domain does when a payment for this purpose is given back; for invoices that is `onInvoiceMoney`. */
export function onRefund(purpose: PaymentPurpose, effect: RefundEffect): void {
  if (effects.has(purpose)) throw new Error(`what follows a refund for ${purpose} is said twice`);
  effects.set(purpose, effect);
}

export const refundEffectOf = (purpose: PaymentPurpose): RefundEffect | undefined => effects.get(purpose);
