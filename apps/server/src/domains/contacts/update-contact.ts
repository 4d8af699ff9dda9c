import type { ContactView } from '@officina/contracts/contacts';
import { contactUpdate } from '@officina/contracts/contacts-inputs';
import { contacts } from '@officina/db/schema/contacts';
import { and, eq, sql } from 'drizzle-orm';
import { changesOf, requireChange } from '../../kernel/changes.ts';
import { laterThan } from '../../kernel/clock.ts';
import { write } from '../../kernel/operation.ts';
import { checkVersion } from '../../kernel/version.ts';
import { contactConflicts } from './contact-conflicts.ts';
import { presentContact } from './contact-presenter.ts';
import { addressColumns, displayNameOf, searchTextOf } from './contact-row.ts';
import { lockContact } from './load-contact.ts';

export const updateContact = write({
  name: 'contacts.update',
  permission: 'contacts.edit',
  input: contactUpdate,
  conflicts: contactConflicts,
  async run(ctx, { id, version, address, ...fields }): Promise<ContactView> {
    requireChange({ ...fields, address });
    const before = await lockContact(ctx, id);
    checkVersion(before, version);
    const asked = { ...fields, ...(address !== undefined && addressColumns(address)) };
    const changes = changesOf(before, asked);
    if (!changes) return presentContact(before);
    const after = { ...before, ...changes.after };
    const tx = await ctx.tx();
    const [row] = await tx
      .update(contacts)
      .set({
        ...changes.after,
        displayName: displayNameOf(after) || before.displayName,
        searchText: searchTextOf(after),
        version: sql`${contacts.version} + 1`,
        updatedAt: laterThan(before.updatedAt, ctx.now),
      })
      .where(and(eq(contacts.tenantId, ctx.tenant.id), eq(contacts.id, id)))
      .returning();
    ctx.record({ verb: 'contact.updated', subject: { type: 'contact', id }, contactId: id, ...changes });
    return presentContact(row ?? after);
  },
});
