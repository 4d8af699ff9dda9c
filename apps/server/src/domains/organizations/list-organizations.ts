import type { OrganizationItem } from '@officina/contracts/organizations';
import { organizationList } from '@officina/contracts/organizations-inputs';
import type { Page } from '@officina/contracts/paging';
import { escapeLike, foldText } from '@officina/contracts/text';
import { contacts } from '@officina/db/schema/contacts';
import { organizations } from '@officina/db/schema/engagements';
import { and, asc, eq, sql } from 'drizzle-orm';
import { may } from '../../kernel/authorize.ts';
import { decodeCursor, pageOf } from '../../kernel/keyset.ts';
import { read } from '../../kernel/operation.ts';
import { preparedByShape } from '../../kernel/statement.ts';
import { itsContact, organizationColumns, presentOrganization } from './organization-row.ts';

interface Shape {
  standing: boolean;
  q: boolean;
  after: boolean;
}

const columns = {
  ...organizationColumns,
  nameKey: organizations.nameKey,
  membersCount: sql<number>`(select count(*)::int from members m where m.tenant_id = organizations.tenant_id
    and m.contact_id = organizations.contact_id and m.removed_at is null)`,
  engagementsCount: sql<number>`(select count(*)::int from engagements e where e.tenant_id = organizations.tenant_id
    and e.org_id = organizations.contact_id)`,
};
const beyond = sql`(${organizations.nameKey}, ${organizations.contactId}) > (${sql.placeholder('name')}, ${sql.placeholder('id')}::uuid)`;

const statement = preparedByShape(JSON.stringify, (db, { standing, q, after }: Shape) =>
  db
    .select(columns)
    .from(organizations)
    .innerJoin(contacts, itsContact)
    .where(
      and(
        eq(organizations.tenantId, sql.placeholder('tenantId')),
        standing ? eq(organizations.standing, sql.placeholder('standing')) : undefined,
        q ? sql`${contacts.searchText} like ${sql.placeholder('q')}` : undefined,
        after ? beyond : undefined,
      ),
    )
    .orderBy(asc(organizations.nameKey), asc(organizations.contactId))
    .limit(sql.placeholder('limit'))
    .prepare('organization_list'),
);

/** Client organisations by name. */
export const listOrganizations = read({
  name: 'organizations.list',
  permission: 'portal.organizations.manage',
  input: organizationList,
  async run(ctx, { limit, cursor, standing, q }): Promise<Page<OrganizationItem>> {
    const after = decodeCursor(cursor, (value) => typeof value === 'string');
    const shape = { standing: standing !== undefined, q: Boolean(q), after: after !== null };
    const rows = await statement(ctx.db, shape).execute({
      tenantId: ctx.tenant.id,
      limit: limit + 1,
      ...(standing && { standing }),
      ...(q && { q: `%${escapeLike(foldText(q))}%` }),
      ...(after && { name: after.value, id: after.id }),
    });
    const abilities = { edit: may(ctx.actor, 'portal.organizations.manage') };
    return pageOf(
      rows,
      limit,
      ({ nameKey, id }) => ({ value: nameKey, id }),
      ({ nameKey: _, membersCount, engagementsCount, ...row }) => ({
        ...presentOrganization(row),
        ...{ membersCount, engagementsCount, abilities },
      }),
    );
  },
});
