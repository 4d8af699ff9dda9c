import type { BulkResult } from '@officina/contracts/contacts';
import { byIds } from '@officina/contracts/contacts-inputs';
import { contacts } from '@officina/db/schema/contacts';
import { and, eq, inArray } from 'drizzle-orm';
import { write } from '../../kernel/operation.ts';
import { bulkResult } from './bulk-result.ts';
import { laterStamp } from './contact-row.ts';
import { lockContacts } from './lock-contacts.ts';

/** Deletes many as `contacts.delete` deletes one; ids that name no live contact fail for themselves. */
export const deleteContacts = write({
  name: 'contacts.deleteMany',
  permission: 'contacts.delete',
  input: byIds,
  async run(ctx, { ids }): Promise<BulkResult> {
    const { rows, missing } = await lockContacts(ctx, ids);
    if (rows.length) {
      const tx = await ctx.tx();
      const later = laterStamp(ctx);
      const live = rows.map(({ id }) => id);
      await tx
        .update(contacts)
        .set({ deletedAt: later, updatedAt: later })
        .where(and(eq(contacts.tenantId, ctx.tenant.id), inArray(contacts.id, live)));
    }
    for (const { id, displayName } of rows) {
      ctx.record({
        verb: 'contact.deleted',
        subject: { type: 'contact', id },
        contactId: id,
        before: { displayName },
      });
    }
    return bulkResult(ids, missing);
  },
});
