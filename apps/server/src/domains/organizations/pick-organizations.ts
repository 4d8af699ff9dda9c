import type { OrganizationPick } from '@officina/contracts/organizations';
import { organizationPick } from '@officina/contracts/organizations-inputs';
import { escapeLike, foldText } from '@officina/contracts/text';
import { contacts } from '@officina/db/schema/contacts';
import { organizations } from '@officina/db/schema/engagements';
import { and, asc, eq, sql } from 'drizzle-orm';
import { isUuid } from '../../kernel/ids.ts';
import { read } from '../../kernel/operation.ts';
import { preparedByShape } from '../../kernel/statement.ts';
import { itsContact } from './organization-row.ts';

const MOST = 20;

const statement = preparedByShape(JSON.stringify, (db, { q, id }: { q: boolean; id: boolean }) =>
  db
    .select({ id: organizations.contactId, name: contacts.displayName, domain: organizations.domain })
    .from(organizations)
    .innerJoin(contacts, itsContact)
    .where(
      and(
        eq(organizations.tenantId, sql.placeholder('tenantId')),
        id ? eq(organizations.contactId, sql.placeholder('id')) : undefined,
        q ? sql`${contacts.searchText} like ${sql.placeholder('q')}` : undefined,
      ),
    )
    .orderBy(asc(organizations.nameKey), asc(organizations.contactId))
    .limit(MOST)
    .prepare('organization_pick'),
);

/** The first organisations by name, for whoever begins an engagement; managing them takes more. */
export const pickOrganizations = read({
  name: 'organizations.pick',
  permission: 'portal.engagements.write',
  input: organizationPick,
  async run(ctx, { q, id }): Promise<{ items: OrganizationPick[] }> {
    if (id !== undefined && !isUuid(id)) return { items: [] };
    const shape = { q: Boolean(q), id: id !== undefined };
    const rows = await statement(ctx.db, shape).execute({
      tenantId: ctx.tenant.id,
      ...(id && { id }),
      ...(q && { q: `%${escapeLike(foldText(q))}%` }),
    });
    return { items: rows.map(({ name, ...row }) => ({ ...row, name: name ?? '' })) };
  },
});
