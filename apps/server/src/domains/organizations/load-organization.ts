import { contacts } from '@officina/db/schema/contacts';
import { organizations } from '@officina/db/schema/engagements';
import { and, eq, sql } from 'drizzle-orm';
import type { Ctx, WriteCtx } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';
import { prepared } from '../../kernel/statement.ts';
import { itsContact, type OrganizationRow, organizationColumns } from './organization-row.ts';

const byId = prepared((db) =>
  db
    .select(organizationColumns)
    .from(organizations)
    .innerJoin(contacts, itsContact)
    .where(
      and(
        eq(organizations.tenantId, sql.placeholder('tenantId')),
        eq(organizations.contactId, sql.placeholder('id')),
      ),
    )
    .prepare('organization_by_id'),
);

/** An organisation of the tenant. Missing, foreign and malformed ids are all NOT_FOUND. */
export async function loadOrganization(ctx: Ctx, id: string): Promise<OrganizationRow> {
  const [row] = isUuid(id) ? await byId(ctx.db).execute({ tenantId: ctx.tenant.id, id }) : [];
  if (!row) throw notFound('Organization');
  return row;
}

/** As `loadOrganization`, locked until the operation's transaction ends. */
export async function lockOrganization(ctx: WriteCtx, id: string): Promise<OrganizationRow> {
  if (!isUuid(id)) throw notFound('Organization');
  const tx = await ctx.tx();
  const [row] = await tx
    .select(organizationColumns)
    .from(organizations)
    .innerJoin(contacts, itsContact)
    .where(and(eq(organizations.tenantId, ctx.tenant.id), eq(organizations.contactId, id)))
    .for('update', { of: organizations });
  if (!row) throw notFound('Organization');
  return row;
}
