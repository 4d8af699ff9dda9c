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
import { invoiceNow } from './load-invoice.ts';
import { payPageOf } from './pay-invoice.ts';

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
      online: ctx.services.payments.mode !== 'off',
      notes: view.notes,
      issuedDate: view.issuedDate,
      dueDate: view.dueDate,
    };
  },
});

/**
 * The address of the provider's page on which whoever has the link pays what is outstanding, and comes back. Throws
 * ALREADY_PAID and NOT_PAYABLE, and CONFLICT while a payment is on its way.
 */
export const payPublicInvoice = staged({
  name: 'invoices.payPublic',
  permission: 'public',
  input,
  async run(asked, { token }): Promise<{ url: string }> {
    const { ctx, id } = await openLink(asked, token);
    const page = `${ctx.services.config.publicUrl}/pay/${token}`;
    return { url: await payPageOf(ctx, id, { successUrl: `${page}?returned=1`, cancelUrl: page }) };
  },
});
