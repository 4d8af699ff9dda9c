import type { ContactView } from '@officina/contracts/contacts';
import { contactTag } from '@officina/contracts/contacts-inputs';
import { contacts } from '@officina/db/schema/contacts';
import { and, eq, sql } from 'drizzle-orm';
import { changesOf } from '../../kernel/changes.ts';
import { laterThan } from '../../kernel/clock.ts';
import { invalid } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { presentContact } from './contact-presenter.ts';
import { lockContact } from './load-contact.ts';

const MOST_TAGS = 10;

/** Takes tags off a contact and puts others on, whatever colleagues do to its other tags meanwhile. */
export const tagContact = write({
  name: 'contacts.tag',
  permission: 'contacts.edit',
  input: contactTag,
  async run(ctx, { id, add, remove }): Promise<ContactView> {
    if (!add.length && !remove.length) throw invalid({ field: 'add', message: 'Nothing to change' });
    const before = await lockContact(ctx, id);
    const tags = [...new Set([...before.tags.filter((tag) => !remove.includes(tag)), ...add])];
    if (tags.length > MOST_TAGS && tags.length > before.tags.length)
      throw invalid({ field: 'add', message: `At most ${MOST_TAGS} tags` });
    const changes = changesOf(before, { tags });
    if (!changes) return presentContact(before);
    const tx = await ctx.tx();
    const [row] = await tx
      .update(contacts)
      .set({ tags, version: sql`${contacts.version} + 1`, updatedAt: laterThan(before.updatedAt, ctx.now) })
      .where(and(eq(contacts.tenantId, ctx.tenant.id), eq(contacts.id, id)))
      .returning();
    ctx.record({ verb: 'contact.updated', subject: { type: 'contact', id }, contactId: id, ...changes });
    return presentContact(row ?? { ...before, tags });
  },
});
