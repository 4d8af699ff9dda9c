import { ERASED_NAME } from '@officina/contracts/contacts';
import { contactErase } from '@officina/contracts/contacts-inputs';
import type { Tx } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { laterThan, toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { invalid, notFound } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';
import { write } from '../../kernel/operation.ts';
import { refuseOfficeClient } from './refuse-office-client.ts';

/** A deleted contact can still be erased: that a person is in no list any more does not mean that they are forgotten. */
async function lockNotErased(ctx: WriteCtx, tx: Tx, id: string) {
  const own = and(eq(contacts.tenantId, ctx.tenant.id), eq(contacts.id, id), isNull(contacts.erasedAt));
  const [row] = isUuid(id) ? await tx.select().from(contacts).where(own).for('update') : [];
  if (!row) throw notFound('Contact');
  return row;
}

/**
 * What other tables hold of the person's own words and addresses. The one write that reaches beyond its domain: traces
 * are wherever they are. Documents and what they were printed from stay (kept ten years), tasks are the staff's.
 */
async function blankTraces(tx: Tx, tenantId: string, id: string, now: string): Promise<void> {
  await tx.execute(sql`update activities set description = '', metadata = '{}'
    where tenant_id = ${tenantId} and contact_id = ${id}`);
  await tx.execute(sql`update outbox_messages set "to" = '', subject = null, text = '', html = null, attachments = '[]',
    error = null where tenant_id = ${tenantId} and contact_id = ${id} and status <> 'queued'`);
  await tx.execute(
    sql`update quotes set answered_by = null where tenant_id = ${tenantId} and contact_id = ${id}`,
  );
  // Links of the chain cover the hash of the content, not the content, so it still verifies.
  await tx.execute(sql`update journal_entries set before = null, after = null, reason = null, erased_at = ${now}
    where tenant_id = ${tenantId} and (contact_id = ${id} or subject_id = ${id}) and erased_at is null`);
}

/**
 * Forgets a person for good: blanks the contact and its traces and deletes it. `confirm` must be the contact's display
 * name. Invoices, quotes and vehicles stay and show a dash for the name; invoices print what was issued. A client of
 * the office is CONTACT_IN_USE: an adviser must keep who it was.
 */
export const eraseContact = write({
  name: 'contacts.erase',
  permission: 'contacts.erase',
  input: contactErase,
  async run(ctx, { id, confirm }): Promise<{ id: string; erasedAt: string }> {
    const tx = await ctx.tx();
    const contact = await lockNotErased(ctx, tx, id);
    if (confirm.trim() !== contact.displayName.trim())
      throw invalid({ field: 'confirm', message: 'Must be the name of the contact' });
    await refuseOfficeClient(ctx, id);
    const erasedAt = toDate(ctx.now);
    const stamp = laterThan(contact.updatedAt, ctx.now);
    await tx
      .update(contacts)
      .set({
        firstName: '',
        lastName: '',
        displayName: ERASED_NAME,
        email: null,
        phone: null,
        company: null,
        street: null,
        city: null,
        postalCode: null,
        country: null,
        tags: [],
        customFields: {},
        searchText: '',
        version: sql`${contacts.version} + 1`,
        updatedAt: stamp,
        deletedAt: contact.deletedAt ?? stamp,
        erasedAt,
      })
      .where(and(eq(contacts.tenantId, ctx.tenant.id), eq(contacts.id, id)));
    await blankTraces(tx, ctx.tenant.id, id, erasedAt.toISOString());
    ctx.record({ verb: 'contact.erased', subject: { type: 'contact', id }, contactId: id });
    return { id, erasedAt: erasedAt.toISOString() };
  },
});
