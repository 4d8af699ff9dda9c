import { addDays } from '@officina/contracts/calendar';
import { orders } from '@officina/db/schema/payments';
import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { inTransaction } from '../../kernel/operation.ts';
import { findSoldService } from '../catalogue/load-service.ts';
import { createPortalInvoice } from '../engagements/billing/create-invoice.ts';
import { updatePortalInvoice } from '../engagements/billing/update-invoice.ts';
import { keepFailedStripeEvent } from '../payments/keep-failed-stripe-event.ts';
import { placeOrder } from '../payments/orders/place-order.ts';
import { receiveStripeEvent } from '../payments/receive-stripe-event.ts';
import { type Chapter, engagement, type OfficinaFirm } from './officina-firm.ts';

/** Days before today on which it was issued, is due (a negative number is to come) and was paid. */
interface Bill {
  engagement: string;
  invoiceNumber?: string;
  amountEUR: number;
  made: number;
  issued?: number;
  due?: number;
  paid?: number;
}

const BILLS: readonly Bill[] = [
  {
    engagement: 'acmeDelivery',
    invoiceNumber: 'A-101',
    amountEUR: 18_000,
    made: 75,
    issued: 75,
    due: 45,
    paid: 50,
  },
  { engagement: 'acmeDelivery', invoiceNumber: 'A-102', amountEUR: 24_000, made: 42, issued: 42, due: 12 },
  { engagement: 'globex', invoiceNumber: 'G-101', amountEUR: 12_500, made: 20, issued: 20, due: -10 },
  { engagement: 'acmeDelivery', invoiceNumber: 'A-103', amountEUR: 15_000, made: 9, issued: 9, due: -21 },
  { engagement: 'acmeDelivery', amountEUR: 9_000, made: 3 },
];

function tellBills(firm: OfficinaFirm): void {
  const { story, operator, today } = firm;
  for (const { engagement: name, made, issued, due, paid, ...facts } of BILLS) {
    let id = '';
    story.at(made, 16, operator, async (ctx) => {
      ({ id } = await createPortalInvoice(ctx, {
        engagementId: engagement(firm, name),
        ...facts,
        ...(issued !== undefined && { issueDate: addDays(today, -issued) }),
        ...(due !== undefined && { dueDate: addDays(today, -due) }),
      }));
    });
    if (paid !== undefined)
      story.at(paid, 11, operator, (ctx) => updatePortalInvoice(ctx, { id, paidAt: addDays(today, -paid) }));
  }
}

interface Deposit {
  id: string;
  session: string;
  amountMinor: number;
}

/** A visitor's order, as it stands while they are on the provider's page. */
async function order(ctx: Ctx, slug: string): Promise<Deposit> {
  const service = await findSoldService(ctx, slug);
  if (!service?.depositMinor) throw new Error(`${slug} is no deposit`);
  const { depositMinor } = service;
  const visitor = Object.create(ctx, { actor: { value: { kind: 'visitor' } } }) as Ctx;
  const placed = await inTransaction(visitor, { conflicts: {}, input: null }, (tx) =>
    placeOrder(tx, service, depositMinor),
  );
  const session = `cs_test_${placed.id.replaceAll('-', '')}`;
  await ctx.db
    .update(orders)
    .set({ stripeSessionId: session })
    .where(and(eq(orders.tenantId, ctx.tenant.id), eq(orders.id, placed.id)));
  return { ...placed, session };
}

const eventOf = (
  ctx: Ctx,
  type: string,
  { id, session, amountMinor }: Deposit,
  payer?: [string, string],
) => ({
  id: `evt_${newId().replaceAll('-', '')}`,
  object: 'event',
  type: `checkout.session.${type}`,
  created: Math.floor(ctx.now.epochMilliseconds / 1000),
  data: {
    object: {
      id: session,
      object: 'checkout.session',
      payment_status: payer ? 'paid' : 'unpaid',
      payment_intent: payer ? `pi_${id.replaceAll('-', '')}` : null,
      amount_total: amountMinor,
      currency: 'eur',
      customer_details: payer && { name: payer[0], email: payer[1] },
      metadata: { orderId: id, tenantId: ctx.tenant.id },
    },
  },
});

const tellEvent = (ctx: Ctx, event: object) => receiveStripeEvent(ctx, Buffer.from(JSON.stringify(event)));

/** Deposits: paid, given up, and two of today, of which one is paid and we do not know it yet. */
function tellDeposits({ story, admin }: OfficinaFirm): void {
  story.at(33, 14, admin, async (ctx) => {
    const paid = await order(ctx, 'delivery-rescue');
    await tellEvent(ctx, eventOf(ctx, 'completed', paid, ['Lena Fischer', 'lena.fischer@northwind.example']));
  });
  story.at(18, 10, admin, async (ctx) => {
    const left = await order(ctx, 'ai-readiness-check');
    story.at(17, 10, admin, (later) => tellEvent(later, eventOf(later, 'expired', left)));
  });
  story.at(0, 0, admin, async (ctx) => {
    const event = eventOf(ctx, 'completed', await order(ctx, 'ai-readiness-check'), [
      'Omar Haddad',
      'omar@contoso.example',
    ]);
    const system = Object.create(ctx, { actor: { value: { kind: 'webhook', provider: 'stripe' } } }) as Ctx;
    const error = 'canceling statement due to statement timeout';
    await keepFailedStripeEvent(system, { id: event.id, payload: event, error, retry: false });
  });
  story.at(0, 0.5, admin, (ctx) => order(ctx, 'delivery-rescue'));
}

/** What the firm bills and what its visitors order. */
export const tellMoney: Chapter = (firm) => {
  tellBills(firm);
  tellDeposits(firm);
};
