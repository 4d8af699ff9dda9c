import type { Matches } from '@officina/contracts/bulk';
import { contactFilters } from '@officina/contracts/contacts-inputs';
import type { Executor } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { asc } from 'drizzle-orm';
import { MATCH_LIMIT, matchesOf } from '../../kernel/matches.ts';
import { read } from '../../kernel/operation.ts';
import { preparedByShape } from '../../kernel/statement.ts';
import { type FilterShape, filterCondition, filterValues } from './contact-filters.ts';
import { executorFor } from './contact-reads.ts';

const statement = preparedByShape(JSON.stringify, (db: Executor, shape: FilterShape) =>
  db
    .select({ id: contacts.id, name: contacts.displayName })
    .from(contacts)
    .where(filterCondition(shape))
    .orderBy(asc(contacts.id))
    .limit(MATCH_LIMIT)
    .prepare('contact_matches'),
);

/** Whom a bulk action over a filter means. */
export const matchContacts = read({
  name: 'contacts.matches',
  permission: 'contacts.read',
  input: contactFilters,
  async run(ctx, filters): Promise<Matches> {
    const { shape, values } = filterValues(filters);
    const found = statement(executorFor(ctx, shape), shape);
    return matchesOf(await found.execute({ ...values, tenantId: ctx.tenant.id }));
  },
});
