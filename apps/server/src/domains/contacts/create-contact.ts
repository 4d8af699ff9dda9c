import type { ContactView } from '@officina/contracts/contacts';
import { contactCreate } from '@officina/contracts/contacts-inputs';
import { sql } from 'drizzle-orm';
import { userIdOf } from '../../kernel/actor.ts';
import { isoOf, toDate } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { journalOfNew, journalValues, NEW_ROW } from '../../kernel/journal.ts';
import { write } from '../../kernel/operation.ts';
import { rawStatement, textArray } from '../../kernel/statement.ts';
import { contactConflicts } from './contact-conflicts.ts';
import { presentContact } from './contact-presenter.ts';
import { addressColumns, displayNameOf, searchTextOf } from './contact-row.ts';
import { checkContactLimit } from './plan-limits.ts';

/** Contact and journal entry in one statement: atomic without an explicit transaction. */
const insertContact = rawStatement(sql`
  with contact as (
    insert into contacts (tenant_id, id, source, first_name, last_name, display_name, email, phone, company, street, city,
      postal_code, country, tags, is_vip, custom_fields, search_text, created_by, created_at, updated_at)
    values (${sql.placeholder('tenantId')}, ${sql.placeholder('id')}, 'garage', ${sql.placeholder('firstName')},
      ${sql.placeholder('lastName')}, ${sql.placeholder('displayName')}, ${sql.placeholder('email')},
      ${sql.placeholder('phone')}, ${sql.placeholder('company')}, ${sql.placeholder('street')},
      ${sql.placeholder('city')}, ${sql.placeholder('postalCode')}, ${sql.placeholder('country')},
      ${sql.placeholder('tags')}, ${sql.placeholder('isVip')},
      ${sql.placeholder('customFields')}::text::jsonb, ${sql.placeholder('searchText')}, ${sql.placeholder('createdBy')},
      ${sql.placeholder('now')}, ${sql.placeholder('now')})
    returning ${NEW_ROW}
  )
  ${journalOfNew('contact', { contact_id: sql`contact.id` })}`);

export const createContact = write({
  name: 'contacts.create',
  permission: 'contacts.create',
  input: contactCreate,
  conflicts: contactConflicts,
  async run(ctx, input): Promise<ContactView> {
    await checkContactLimit(ctx, 1);
    const now = toDate(ctx.now);
    const contact = {
      id: newId(),
      kind: 'person' as const,
      firstName: input.firstName,
      lastName: input.lastName,
      displayName: displayNameOf(input),
      email: input.email ?? null,
      phone: input.phone ?? null,
      company: input.company ?? null,
      ...addressColumns(input.address),
      tags: input.tags ?? [],
      isVip: input.isVip ?? false,
      customFields: input.customFields ?? {},
    };
    const view = presentContact({ ...contact, version: 1, createdAt: now, updatedAt: now });
    const entry = {
      verb: 'contact.created',
      subject: { type: 'contact', id: contact.id },
      contactId: contact.id,
      after: { ...contact, id: undefined },
    };
    await insertContact(ctx.db, {
      ...contact,
      tenantId: ctx.tenant.id,
      tags: textArray(contact.tags),
      customFields: JSON.stringify(contact.customFields),
      searchText: searchTextOf(contact),
      createdBy: userIdOf(ctx.actor),
      now: isoOf(now),
      ...journalValues(ctx, entry),
    });
    return view;
  },
});
