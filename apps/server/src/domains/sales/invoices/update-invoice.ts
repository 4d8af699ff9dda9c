import type { InvoiceView } from '@officina/contracts/sales';
import { invoiceUpdate } from '@officina/contracts/sales-inputs';
import { invoiceLines, invoices } from '@officina/db/schema/sales';
import { and, eq, sql } from 'drizzle-orm';
import { requireChange } from '../../../kernel/changes.ts';
import { laterThan } from '../../../kernel/clock.ts';
import { invalid } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { checkVersion } from '../../../kernel/version.ts';
import { documentEdit } from '../document-edit.ts';
import { lineColumns } from '../priced-lines.ts';
import { invoiceDetail, invoiceView } from './invoice-reads.ts';
import { lockDraft } from './load-invoice.ts';

/** Changes a draft; anything else is DOCUMENT_LOCKED. */
export const updateInvoice = write({
  name: 'invoices.update',
  permission: 'invoices.edit',
  input: invoiceUpdate,
  async run(ctx, { id, version, dueDate, ...asked }): Promise<InvoiceView> {
    requireChange({ ...asked, dueDate });
    if (dueDate && dueDate < ctx.today)
      throw invalid({ field: 'dueDate', message: 'Must not be before today' });
    const locked = await lockDraft(ctx, id);
    checkVersion(locked, version);
    const edit = await documentEdit(ctx, await invoiceDetail(ctx, id), asked, { dueDate });
    if (!edit) return invoiceView(ctx, id);
    const tx = await ctx.tx();
    await tx
      .update(invoices)
      .set({
        ...edit.columns,
        version: sql`${invoices.version} + 1`,
        updatedAt: laterThan(locked.updatedAt, ctx.now),
      })
      .where(and(eq(invoices.tenantId, ctx.tenant.id), eq(invoices.id, id)));
    if (edit.lines) {
      const tenantId = ctx.tenant.id;
      await tx
        .delete(invoiceLines)
        .where(and(eq(invoiceLines.tenantId, tenantId), eq(invoiceLines.invoiceId, id)));
      await tx
        .insert(invoiceLines)
        .values(edit.lines.map((line) => ({ tenantId, invoiceId: id, ...lineColumns(line) })));
    }
    const contactId = edit.columns.contactId ?? locked.contactId;
    ctx.record({
      verb: 'invoice.updated',
      subject: { type: 'invoice', id },
      contactId,
      before: edit.before,
      after: edit.after,
    });
    return invoiceView(ctx, id);
  },
});
