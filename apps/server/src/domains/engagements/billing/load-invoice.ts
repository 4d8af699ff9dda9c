import { invoices } from '@officina/db/schema/sales';
import { and, eq, ne } from 'drizzle-orm';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { isClient, ownRows } from '../org-scope.ts';
import { type PortalInvoiceRow, portalInvoices, toldToClients } from './invoice-row.ts';

const mine = (ctx: Ctx, id: string) =>
  and(
    eq(invoices.tenantId, ctx.tenant.id),
    eq(invoices.id, id),
    ne(invoices.kind, 'credit_note'),
    ownRows(ctx, invoices.contactId),
    isClient(ctx) ? toldToClients : undefined,
  );

/** An invoice that the caller sees. Missing ones, and for clients those of others, are NOT_FOUND. */
export async function readPortalInvoice(ctx: Ctx, id: string): Promise<PortalInvoiceRow> {
  const [found] = isUuid(id) ? await portalInvoices(ctx.db).where(mine(ctx, id)) : [];
  if (!found) throw new AppError('NOT_FOUND');
  return found;
}

/** As `readPortalInvoice`, held until the transaction ends. */
export async function holdPortalInvoice(ctx: WriteCtx, id: string): Promise<PortalInvoiceRow> {
  const tx = await ctx.tx();
  const [held] = isUuid(id)
    ? await tx.select({ id: invoices.id }).from(invoices).where(mine(ctx, id)).for('update')
    : [];
  if (!held) throw new AppError('NOT_FOUND');
  return readPortalInvoice(ctx, held.id);
}
