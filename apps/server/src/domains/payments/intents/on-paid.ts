import type { PaymentPurpose } from '@officina/contracts/payments';
import type { WriteCtx } from '../../../kernel/context.ts';
import type { PaymentRow } from '../load-payments.ts';

export interface PaidFacts {
  paidAt: Date;
  /** Whoever pays is being answered right now, and need not be told by mail. */
  answering: boolean;
}

/** What follows from a payment that has just succeeded, in the transaction that says so; the row is locked. */
export type PaidEffect = (ctx: WriteCtx, payment: PaymentRow, facts: PaidFacts) => Promise<void>;

const effects = new Map<PaymentPurpose, PaidEffect>();

/** Says what a domain does when a payment of ours for this purpose succeeds: once per payment. */
export function onPaid(purpose: PaymentPurpose, effect: PaidEffect): void {
  if (effects.has(purpose)) throw new Error(`what follows a payment for ${purpose} is said twice`);
  effects.set(purpose, effect);
}

export const paidEffectOf = (purpose: PaymentPurpose): PaidEffect | undefined => effects.get(purpose);

/** What follows from one that was refused. */
export type FailedEffect = (ctx: WriteCtx, payment: PaymentRow) => Promise<void>;

const failures = new Map<PaymentPurpose, FailedEffect>();

export function onPaymentFailed(purpose: PaymentPurpose, effect: FailedEffect): void {
  if (failures.has(purpose)) throw new Error(`what follows a failed payment for ${purpose} is said twice`);
  failures.set(purpose, effect);
}

export const failedEffectOf = (purpose: PaymentPurpose): FailedEffect | undefined => failures.get(purpose);
