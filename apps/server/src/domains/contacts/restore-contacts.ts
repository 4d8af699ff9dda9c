import type { BulkResult } from '@officina/contracts/contacts';
import { byIds } from '@officina/contracts/contacts-inputs';
import type { Tx } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { WriteCtx } from '../../kernel/context.ts';
import { type AppError, notFound } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { bulkResult } from './bulk-result.ts';
import { contactConflicts } from './contact-conflicts.ts';
import { laterStamp } from './contact-row.ts';
import { type ContactRoom, contactRoom } from './plan-limits.ts';
import { takenAddresses, withFreeAddresses } from './with-free-addresses.ts';

/** Restores those that can be; answers why the others cannot. */
async function restore(ctx: WriteCtx, tx: Tx, ids: readonly string[], room: ContactRoom) {
  const ours = eq(contacts.tenantId, ctx.tenant.id);
  const rows = await tx
    .select({ id: contacts.id, email: contacts.email, source: contacts.source })
    .from(contacts)
    .where(
      and(ours, inArray(contacts.id, [...ids]), isNotNull(contacts.deletedAt), isNull(contacts.erasedAt)),
    )
    .orderBy(asc(contacts.id))
    .for('update');
  const deleted = new Map(rows.map((row) => [row.id, row.source === 'garage' ? row.email : null]));
  const addresses = [...deleted.values()].filter((email) => email !== null);
  const taken = await takenAddresses(tx, ctx.tenant.id, addresses);
  const refused = new Map<string, AppError>();
  const restored: string[] = [];
  for (const id of ids) {
    const email = deleted.get(id);
    if (email === undefined) refused.set(id, notFound('Contact'));
    else if (email !== null && taken.has(email)) refused.set(id, contactConflicts.contacts_email_unique());
    else if (restored.length >= room.left) refused.set(id, room.refusal());
    else {
      restored.push(id);
      if (email !== null) taken.add(email);
    }
  }
  if (restored.length) {
    await tx
      .update(contacts)
      .set({ deletedAt: null, updatedAt: laterStamp(ctx), version: sql`${contacts.version} + 1` })
      .where(and(ours, inArray(contacts.id, restored)));
  }
  return { restored, refused };
}

/** Undoes many deletions, in the order given: as far as addresses are free and the plan has room. */
export const restoreContacts = write({
  name: 'contacts.restoreMany',
  permission: 'contacts.delete',
  input: byIds,
  conflicts: contactConflicts,
  async run(ctx, { ids }): Promise<BulkResult> {
    const room = await contactRoom(ctx);
    const { restored, refused } = await withFreeAddresses(ctx, (tx) => restore(ctx, tx, ids, room));
    for (const id of restored) {
      ctx.record({ verb: 'contact.restored', subject: { type: 'contact', id }, contactId: id });
    }
    return bulkResult(ids, refused);
  },
});
