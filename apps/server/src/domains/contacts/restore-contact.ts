import type { ContactView } from '@officina/contracts/contacts';
import { byId } from '@officina/contracts/contacts-inputs';
import { contacts } from '@officina/db/schema/contacts';
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { notFound } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';
import { write } from '../../kernel/operation.ts';
import { contactConflicts } from './contact-conflicts.ts';
import { presentContact } from './contact-presenter.ts';
import { laterStamp } from './contact-row.ts';
import { checkContactLimit } from './plan-limits.ts';

/** Undoes a deletion; refused when a live contact took the address meanwhile. An erased contact stays gone. */
export const restoreContact = write({
  name: 'contacts.restore',
  permission: 'contacts.delete',
  input: byId,
  conflicts: contactConflicts,
  async run(ctx, { id }): Promise<ContactView> {
    if (!isUuid(id)) throw notFound('Contact');
    await checkContactLimit(ctx, 1);
    const tx = await ctx.tx();
    const [row] = await tx
      .update(contacts)
      .set({ deletedAt: null, updatedAt: laterStamp(ctx), version: sql`${contacts.version} + 1` })
      .where(
        and(
          eq(contacts.tenantId, ctx.tenant.id),
          eq(contacts.id, id),
          isNotNull(contacts.deletedAt),
          isNull(contacts.erasedAt),
        ),
      )
      .returning();
    if (!row) throw notFound('Contact');
    ctx.record({ verb: 'contact.restored', subject: { type: 'contact', id }, contactId: id });
    return presentContact(row);
  },
});
