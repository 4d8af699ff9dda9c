import type { OrgStanding } from '@officina/contracts/portal';
import { sql } from 'drizzle-orm';
import { userIdOf } from '../../kernel/actor.ts';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { rawStatement } from '../../kernel/statement.ts';
import { searchTextOf } from '../contacts/contact-row.ts';

const value = sql.placeholder;

/** Organisation and contact together, or neither when the name is taken: the unique index judges, also between rivals. */
const insert = rawStatement<{ contact_id: string }>(sql`
  with organization as (
    insert into organizations (tenant_id, contact_id, standing, name_key, domain, created_at, updated_at)
    values (${value('tenantId')}::uuid, ${value('id')}::uuid, ${value('standing')}, ${value('nameKey')},
      ${value('domain')}, ${value('now')}::timestamptz, ${value('now')}::timestamptz)
    on conflict (tenant_id, name_key) do nothing returning contact_id
  ), contact as (
    insert into contacts (tenant_id, id, kind, source, display_name, company, search_text, created_by, created_at, updated_at)
    select ${value('tenantId')}::uuid, contact_id, 'organization', 'portal', ${value('name')}, ${value('name')},
      ${value('searchText')}, ${value('createdBy')}::uuid, ${value('now')}::timestamptz, ${value('now')}::timestamptz
    from organization
  )
  select contact_id from organization`);

/** By which names are compared. */
export const nameKeyOf = (name: string): string => name.toLowerCase();

const named = (name: string) => ({
  firstName: '',
  lastName: '',
  displayName: name,
  email: null,
  phone: null,
  company: name,
});
/** What an organisation's name is on its contact. */
export const contactNames = (name: string) => ({
  displayName: name,
  company: name,
  searchText: searchTextOf(named(name)),
});

export interface NewOrganization {
  name: string;
  standing: OrgStanding;
  /** Not verified; it decides nothing yet. */
  domain: string | null;
}

/** Makes an organisation with its journal entry; null when another has the name. */
export async function addOrganization(
  ctx: WriteCtx,
  { name, standing, domain }: NewOrganization,
): Promise<string | null> {
  const id = newId();
  const [made] = await insert(await ctx.tx(), {
    ...{ id, name, standing, domain },
    tenantId: ctx.tenant.id,
    nameKey: nameKeyOf(name),
    searchText: contactNames(name).searchText,
    createdBy: userIdOf(ctx.actor),
    now: toDate(ctx.now).toISOString(),
  });
  if (!made) return null;
  ctx.record({
    verb: 'organization.created',
    subject: { type: 'organization', id },
    contactId: id,
    after: { name, standing, domain },
  });
  return id;
}
