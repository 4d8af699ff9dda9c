import { byId } from '@officina/contracts/contacts-inputs';
import { invoices } from '@officina/db/schema/sales';
import { and, eq } from 'drizzle-orm';
import { write } from '../../../kernel/operation.ts';
import { invoiceView } from './invoice-reads.ts';
import { lockDraft } from './load-invoice.ts';

/** Removes a draft for good, its content kept in the journal; anything that was issued is DOCUMENT_LOCKED. */
export const deleteInvoice = write({
  name: 'invoices.delete',
  permission: 'invoices.delete',
  input: byId,
  async run(ctx, { id }): Promise<{ id: string }> {
    const draft = await lockDraft(ctx, id);
    const { contact, issueDate, dueDate, totalCents, notes, lines } = await invoiceView(ctx, id);
    const tx = await ctx.tx();
    await tx.delete(invoices).where(and(eq(invoices.tenantId, ctx.tenant.id), eq(invoices.id, id)));
    ctx.record({
      verb: 'invoice.deleted',
      subject: { type: 'invoice', id },
      contactId: draft.contactId,
      before: { contactId: contact.id, issueDate, dueDate, totalCents, notes, lines },
    });
    return { id };
  },
});
