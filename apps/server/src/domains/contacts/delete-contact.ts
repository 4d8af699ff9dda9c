import { byId } from '@officina/contracts/contacts-inputs';
import { contacts } from '@officina/db/schema/contacts';
import { and, eq } from 'drizzle-orm';
import { laterThan } from '../../kernel/clock.ts';
import { write } from '../../kernel/operation.ts';
import { lockContact } from './load-contact.ts';
import { refuseOfficeClient } from './refuse-office-client.ts';

/**
 * Soft: what the contact owns stays; its open tasks are hidden until it is restored. A client of the office is
 * CONTACT_IN_USE: it is closed instead.
 */
export const deleteContact = write({
  name: 'contacts.delete',
  permission: 'contacts.delete',
  input: byId,
  async run(ctx, { id }): Promise<{ id: string; deletedAt: string }> {
    const contact = await lockContact(ctx, id);
    await refuseOfficeClient(ctx, id);
    const deletedAt = laterThan(contact.updatedAt, ctx.now);
    const tx = await ctx.tx();
    await tx
      .update(contacts)
      .set({ deletedAt, updatedAt: deletedAt })
      .where(and(eq(contacts.tenantId, ctx.tenant.id), eq(contacts.id, id)));
    ctx.record({
      verb: 'contact.deleted',
      subject: { type: 'contact', id },
      contactId: id,
      before: { displayName: contact.displayName },
    });
    return { id, deletedAt: deletedAt.toISOString() };
  },
});
