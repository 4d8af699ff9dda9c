import { addDays } from '@officina/contracts/calendar';
import type { Ctx } from '../../kernel/context.ts';
import { createInvoice } from '../sales/invoices/create-invoice.ts';
import { recordInvoicePayment } from '../sales/invoices/record-payment.ts';
import { setInvoiceStatus } from '../sales/invoices/set-invoice-status.ts';
import { convertQuote } from '../sales/quotes/convert-quote.ts';
import { createQuote } from '../sales/quotes/create-quote.ts';
import { setQuoteStatus } from '../sales/quotes/set-quote-status.ts';
import { ITEMS } from './garage-catalogue.ts';
import type { Customer } from './garage-customers.ts';
import { HISTORY_DAYS } from './garage-customers.ts';
import type { Random } from './random.ts';
import type { Story, Teller } from './story.ts';

const METHODS = ['card', 'card', 'bank_transfer', 'cash', 'check'] as const;

export const linesOf = (random: Random) =>
  Array.from({ length: random.int(1, 5) }, () => {
    const [kind, description, quantities, unitPriceCents] = random.pick(ITEMS);
    return { kind, description, quantity: random.pick(quantities), unitPriceCents };
  });

/** What becomes of an issued invoice: paid after some days, in two parts, or not at all. */
interface Fate {
  kind: 'paid' | 'parts' | 'open';
  after: number;
}

export class SalesTeller {
  readonly #story: Story;
  readonly #random: Random;
  readonly #customers: readonly Customer[];
  readonly #leaders: readonly Teller[];

  constructor(story: Story, random: Random, customers: readonly Customer[], leaders: readonly Teller[]) {
    this.#story = story;
    this.#random = random;
    this.#customers = customers;
    this.#leaders = leaders;
  }

  /** A customer who is one already on that day. */
  #customerOn(day: number): Customer {
    const known = this.#customers.filter(({ since }) => since > day + 1);
    return this.#random.pick(known.length ? known : this.#customers.slice(0, 1));
  }

  #quote(day: number, then: (id: string) => void, validDays = 30): void {
    const { pick, int } = {
      pick: this.#random.pick.bind(this.#random),
      int: this.#random.int.bind(this.#random),
    };
    const customer = this.#customerOn(day);
    const lines = linesOf(this.#random);
    this.#story.at(day, int(7, 12), pick(this.#leaders), async (ctx) => {
      const quote = await createQuote(ctx, {
        contactId: customer.contactId,
        vehicleId: customer.vehicleIds[0] ?? null,
        validUntil: addDays(ctx.today, validDays),
        lines,
        notes: this.#random.chance(0.3) ? 'Devis valable 30 jours' : null,
      });
      then(quote.id);
    });
  }

  #mark(day: number, id: () => string, status: 'sent' | 'accepted' | 'rejected', reason?: string): void {
    this.#story.at(day, this.#random.int(13, 16), this.#random.pick(this.#leaders), (ctx) =>
      setQuoteStatus(ctx, { id: id(), status, reason }),
    );
  }

  /** A quote that stops at a status, sent `day` days ago. */
  quoteAt(day: number, status: 'draft' | 'sent' | 'accepted' | 'rejected', validDays = 30): void {
    let quoteId = '';
    const id = () => quoteId;
    this.#quote(
      day,
      (made) => {
        quoteId = made;
      },
      validDays,
    );
    if (status === 'draft') return;
    this.#mark(day, id, 'sent');
    if (status === 'accepted') this.#mark(Math.max(0, day - 2), id, 'accepted');
    if (status === 'rejected') this.#mark(Math.max(0, day - 4), id, 'rejected', 'Trop cher pour le moment');
  }

  /** A quote that was accepted and became an invoice. */
  quoteToInvoice(day: number, fate: Fate): void {
    let quoteId = '';
    this.#quote(day + 3, (made) => {
      quoteId = made;
    });
    this.#mark(day + 3, () => quoteId, 'sent');
    this.#mark(day + 1, () => quoteId, 'accepted');
    let invoiceId = '';
    this.#story.at(day, 14, this.#random.pick(this.#leaders), async (ctx) => {
      const invoice = await convertQuote(ctx, {
        id: quoteId,
        dueDate: addDays(ctx.today, 30),
        paymentMethod: 'bank_transfer',
      });
      invoiceId = invoice.id;
    });
    this.#settle(day, () => invoiceId, fate);
  }

  /** An invoice written at the counter, without a quote. */
  counterInvoice(day: number, fate: Fate | 'draft'): void {
    const customer = this.#customerOn(day);
    const lines = linesOf(this.#random);
    let invoiceId = '';
    const by = this.#random.pick(this.#leaders);
    this.#story.at(day, 14, by, async (ctx) => {
      invoiceId = (
        await createInvoice(ctx, {
          contactId: customer.contactId,
          vehicleId: customer.vehicleIds[0] ?? null,
          lines,
        })
      ).id;
      if (fate !== 'draft') await setInvoiceStatus(ctx, { id: invoiceId, status: 'sent' });
    });
    if (fate !== 'draft') this.#settle(day, () => invoiceId, fate);
  }

  #settle(day: number, id: () => string, { kind, after }: Fate): void {
    if (kind === 'open' || day - after < 0) return;
    const by = this.#random.pick(this.#leaders);
    const method = this.#random.pick(METHODS);
    const pay = (share: number) => async (ctx: Ctx) => {
      const open = await openAmount(ctx, id());
      await recordInvoicePayment(ctx, {
        id: id(),
        amountCents: Math.max(1, Math.round(open * share)),
        method,
      });
    };
    if (kind === 'parts') this.#story.at(day - after, 15, by, pay(0.5));
    else this.#story.at(day - after, 15, by, pay(1));
  }
}

async function openAmount(ctx: Ctx, id: string): Promise<number> {
  const { getInvoice } = await import('../sales/invoices/invoice-reads.ts');
  const { totalCents, paidCents } = await getInvoice(ctx, { id });
  return totalCents - paidCents;
}

/** 120 quotes and 150 invoices over eighteen months, in every state that a screen can show. */
export function tellSales(teller: SalesTeller, random: Random): void {
  for (let i = 0; i < 72; i++) {
    const day = 45 + Math.floor((i * (HISTORY_DAYS - 60)) / 72);
    teller.quoteToInvoice(day, { kind: 'paid', after: random.int(2, 28) });
  }
  for (let i = 0; i < 60; i++) {
    const day = 40 + Math.floor((i * (HISTORY_DAYS - 60)) / 60);
    teller.counterInvoice(day, { kind: 'paid', after: random.int(0, 12) });
  }
  for (const day of [75, 62, 51, 44, 39, 36, 33]) teller.counterInvoice(day, { kind: 'open', after: 0 });
  teller.counterInvoice(48, { kind: 'parts', after: 10 });
  for (const day of [28, 21, 16, 9, 4]) teller.quoteToInvoice(day, { kind: 'open', after: 0 });
  for (const day of [18, 12, 7, 3, 1])
    teller.counterInvoice(day, { kind: 'paid', after: random.int(0, day) });
  for (const day of [2, 1]) teller.counterInvoice(day, 'draft');
  for (const day of [27, 24, 20, 17]) teller.quoteAt(day, 'sent', 30);
  for (const day of [12, 8, 5, 3, 1]) teller.quoteAt(day, 'sent', 30);
  for (const day of [70, 58, 47]) teller.quoteAt(day, 'sent', 15);
  for (const day of [14, 10, 6, 4, 2]) teller.quoteAt(day, 'accepted');
  for (const day of [200, 150, 120, 90, 65, 52, 38, 25, 19, 11, 9]) teller.quoteAt(day, 'rejected');
  for (const day of [6, 5, 3, 2, 1, 1, 0]) teller.quoteAt(day, 'draft');
  for (const day of [310, 260, 230, 180, 160, 140, 110, 80]) teller.quoteAt(day, 'rejected');
}
