import { payLinkToken as input } from '@officina/contracts/payment-intents-inputs';
import type { PublicInvoiceView } from '@officina/contracts/studio';
import { payLinks } from '@officina/db/schema/studio';
import { tenants } from '@officina/db/schema/tenancy';
import { and, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { hashSecret, tenantOfToken } from '../../../kernel/ids.ts';
import { inTenant } from '../../../kernel/in-tenant.ts';
import { read, staged } from '../../../kernel/operation.ts';
import { tenantColumns, tenantOf } from '../../../kernel/tenant-row.ts';
import { secretOf } from '../../payments/intents/create-intent.ts';
import { invoiceNow } from './load-invoice.ts';
import { openPayment } from './open-payment.ts';

/** The invoice that a link names, in the context of a visitor of its firm. Throws INVALID_TOKEN for a dead link. */
async function openLink(ctx: Ctx, token: string): Promise<{ ctx: Ctx; id: string }> {
  const tenantId = tenantOfToken(token);
  const [found] = tenantId
    ? await ctx.db
        .select({ id: payLinks.invoiceId, tenant: tenantColumns })
        .from(payLinks)
        .innerJoin(tenants, eq(tenants.id, payLinks.tenantId))
        .where(
          and(
            eq(payLinks.tenantId, tenantId),
            eq(payLinks.tokenHash, hashSecret(token)),
            isNull(payLinks.revokedAt),
          ),
        )
    : [];
  if (!found) throw new AppError('INVALID_TOKEN');
  return { ctx: inTenant(ctx, tenantOf(found.tenant)), id: found.id };
}

/** What whoever has the link sees of the invoice. */
export const publicInvoice = read({
  name: 'invoices.public',
  permission: 'public',
  input,
  async run(asked, { token }): Promise<PublicInvoiceView> {
    const { ctx, id } = await openLink(asked, token);
    const { client, number, status, ...view } = await invoiceNow(ctx, id);
    return {
      number,
      seller: ctx.tenant.name,
      buyer: client.name,
      status,
      items: view.items,
      subtotalCents: view.subtotalCents,
      taxRate: view.taxRate,
      taxCents: view.taxCents,
      discountCents: view.discountCents,
      totalCents: view.totalCents,
      paidCents: view.paidCents,
      openCents: view.openCents,
      currency: view.currency,
      notes: view.notes,
      issuedDate: view.issuedDate,
      dueDate: view.dueDate,
    };
  },
});

export interface PublicPaymentView {
  clientSecret: string;
  /** For the provider's own form; null where the payer goes to its page. */
  publishableKey: string | null;
  /** The provider's page; null where its form is shown. */
  url: string | null;
}

/** Begins the payment of what is outstanding, for whoever has the link. Throws ALREADY_PAID and NOT_PAYABLE. */
export const payPublicInvoice = staged({
  name: 'invoices.payPublic',
  permission: 'public',
  input,
  async run(asked, { token }): Promise<PublicPaymentView> {
    const { ctx, id } = await openLink(asked, token);
    const { payment } = await openPayment(ctx, id);
    const { payments, config } = ctx.services;
    const clientSecret = secretOf(payment);
    const back = encodeURIComponent(`${config.publicUrl}/pay/${token}?returned=1`);
    const page = `${config.publicUrl}/stripe-sandbox/pay/${payment.id}?client_secret=${clientSecret}&return_url=${back}`;
    const sandbox = payments.mode === 'sandbox';
    return {
      clientSecret,
      publishableKey: sandbox ? null : config.publishableKey,
      url: sandbox ? page : null,
    };
  },
});
