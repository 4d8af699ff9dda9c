import { payments } from '@officina/db/schema/payments';
import { tenants } from '@officina/db/schema/tenancy';
import { enrollments } from '@officina/db/schema/training';
import { and, desc, eq, isNotNull, type SQL } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { inTenant } from '../../../kernel/in-tenant.ts';
import { crossTenant } from '../../../kernel/statement.ts';
import { tenantColumns, tenantOf } from '../../../kernel/tenant-row.ts';
import { idIn, isJson, type StripeEvent, textOf } from '../../payments/stripe-event.ts';

/** The context of an event in the tenant that it turned out to concern. */
export async function inTenantOf(ctx: WriteCtx, tenantId: string): Promise<WriteCtx> {
  const tx = await ctx.tx();
  const [row] = await tx.select(tenantColumns).from(tenants).where(eq(tenants.id, tenantId));
  if (!row) throw new Error('a tenant with records is gone');
  return inTenant(ctx, tenantOf(row));
}

export interface Found {
  enrollmentId: string;
  tenantId: string;
}

const events = crossTenant('an event of the payment provider names no tenant');

async function enrollmentBy(ctx: WriteCtx, condition: SQL): Promise<Found | null> {
  const tx = await ctx.tx();
  const [row] = await tx
    .select({ enrollmentId: enrollments.id, tenantId: enrollments.tenantId })
    .from(enrollments)
    .where(and(events, condition))
    .orderBy(desc(enrollments.enrolledAt))
    .limit(1);
  return row ?? null;
}

async function enrollmentByPayment(ctx: WriteCtx, condition: SQL): Promise<Found | null> {
  const tx = await ctx.tx();
  const [row] = await tx
    .select({ enrollmentId: payments.enrollmentId, tenantId: payments.tenantId })
    .from(payments)
    .where(and(events, isNotNull(payments.enrollmentId), condition))
    .limit(1);
  return row?.enrollmentId ? { enrollmentId: row.enrollmentId, tenantId: row.tenantId } : null;
}

const ofCustomer = async (ctx: WriteCtx, { object }: StripeEvent): Promise<Found | null> => {
  const customer = idIn(object, 'customer');
  return customer ? enrollmentBy(ctx, eq(enrollments.stripeCustomerId, customer)) : null;
};

/** What an invoice or a subscription says of the subscription: its id, and what we wrote on it. */
export function subscriptionIn({ object }: StripeEvent): { id: string | null; enrollmentId: string | null } {
  const own = object.object === 'subscription';
  const parent = isJson(object.parent) ? object.parent.subscription_details : null;
  const details = isJson(parent) ? parent : object.subscription_details;
  const metadata = own ? object.metadata : isJson(details) ? details.metadata : null;
  const named = textOf(metadata, 'enrollment_id');
  return {
    id: own ? textOf(object, 'id') : (idIn(object, 'subscription') ?? idIn(details, 'subscription')),
    enrollmentId: named && isUuid(named) ? named : null,
  };
}

/** Whose weekly payments an invoice or subscription belongs to: by its subscription, our word on it, its customer. */
export async function findBilled(ctx: WriteCtx, event: StripeEvent): Promise<Found | null> {
  const { id, enrollmentId } = subscriptionIn(event);
  return (
    (id && (await enrollmentBy(ctx, eq(enrollments.stripeSubscriptionId, id)))) ||
    (enrollmentId && (await enrollmentBy(ctx, eq(enrollments.id, enrollmentId)))) ||
    (await ofCustomer(ctx, event))
  );
}

/** Whose money a charge or dispute is about: by its payment, a known invoice, its customer. */
export async function findCharged(ctx: WriteCtx, event: StripeEvent): Promise<Found | null> {
  const intent = idIn(event.object, 'payment_intent');
  const invoice = idIn(event.object, 'invoice');
  return (
    (intent && (await enrollmentByPayment(ctx, eq(payments.stripePaymentIntentId, intent)))) ||
    (invoice && (await enrollmentByPayment(ctx, eq(payments.stripeInvoiceId, invoice)))) ||
    (await ofCustomer(ctx, event))
  );
}
