import { byId } from '@officina/contracts/contacts-inputs';
import { payLinks } from '@officina/db/schema/studio';
import { and, eq, isNull } from 'drizzle-orm';
import { userIdOf } from '../../../kernel/actor.ts';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { newTenantToken } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/operation.ts';
import { whoever } from '../../permissions/may-on.ts';
import { lockOwnInvoice } from './load-invoice.ts';

/** A further link under which whoever has it may see and pay the invoice. Only the hash of its token is kept. */
export async function openPayLink(ctx: WriteCtx, invoiceId: string): Promise<{ url: string }> {
  const { token, hash } = newTenantToken(ctx.tenant.id);
  const tx = await ctx.tx();
  await tx.insert(payLinks).values({
    tenantId: ctx.tenant.id,
    invoiceId,
    tokenHash: hash,
    createdBy: userIdOf(ctx.actor),
    createdAt: toDate(ctx.now),
  });
  return { url: `${ctx.services.config.publicUrl}/pay/${token}` };
}

/** Throws NOT_PAYABLE for what is not sent. */
export const makePayLink = write({
  name: 'invoices.payLink',
  permission: 'studio.invoices.write',
  openedBy: whoever('invoice', 'can_edit'),
  input: byId,
  async run(ctx, { id }): Promise<{ url: string }> {
    const invoice = await lockOwnInvoice(ctx, id);
    if (invoice.status === 'paid') throw new AppError('ALREADY_PAID');
    if (invoice.status !== 'sent') throw new AppError('NOT_PAYABLE');
    ctx.record({
      verb: 'invoice.pay_link_made',
      subject: { type: 'studio_invoice', id },
      contactId: invoice.clientId,
    });
    return openPayLink(ctx, id);
  },
});

/** Closes every link of the invoice. */
export const revokePayLinks = write({
  name: 'invoices.revokePayLinks',
  permission: 'studio.invoices.write',
  openedBy: whoever('invoice', 'can_edit'),
  input: byId,
  async run(ctx, { id }): Promise<{ revoked: number }> {
    const invoice = await lockOwnInvoice(ctx, id);
    const tx = await ctx.tx();
    const closed = await tx
      .update(payLinks)
      .set({ revokedAt: toDate(ctx.now) })
      .where(
        and(eq(payLinks.tenantId, ctx.tenant.id), eq(payLinks.invoiceId, id), isNull(payLinks.revokedAt)),
      )
      .returning({ id: payLinks.id });
    if (closed.length)
      ctx.record({
        verb: 'invoice.pay_links_revoked',
        subject: { type: 'studio_invoice', id },
        contactId: invoice.clientId,
        after: { revoked: closed.length },
      });
    return { revoked: closed.length };
  },
});
