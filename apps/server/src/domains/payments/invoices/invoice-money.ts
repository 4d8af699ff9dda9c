import type { NumberSeries } from '@officina/contracts/sales';
import type { StripeEvent } from '../stripe-event.ts';
import type { HeldPayment } from './payment-of-event.ts';

/** What follows when the provider tells of the money of an invoice; the invoice and the payment are held. */
export interface InvoiceMoney {
  /** Paid on the provider's page: what exactly, the event says. */
  paid(held: HeldPayment, event: StripeEvent): Promise<void>;
  /** Given back: all of it so far, in minor units. What is new of it is recorded by now. */
  refunded(held: HeldPayment, given: { minor: number; fully: boolean }, event: StripeEvent): Promise<void>;
}

const bySeries = new Map<NumberSeries, InvoiceMoney>();
let otherwise: InvoiceMoney | undefined;

/** Says how invoices of a series follow their money; `null`: all that no other domain follows. */
export function onInvoiceMoney(series: NumberSeries | null, money: InvoiceMoney): void {
  if (series) bySeries.set(series, money);
  else otherwise = money;
}

export function moneyOf({ invoice }: HeldPayment): InvoiceMoney {
  const money = bySeries.get(invoice.series) ?? otherwise;
  if (!money) throw new Error(`nobody follows the money of ${invoice.series}`);
  return money;
}
