import type { Page } from '@officina/contracts/paging';
import type { PersonItem, PersonState } from '@officina/contracts/people';
import { personList } from '@officina/contracts/people-inputs';
import type { ClientRole } from '@officina/contracts/roles';
import { escapeLike, foldText } from '@officina/contracts/text';
import { sql } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { Ctx } from '../../kernel/context.ts';
import { isUuid } from '../../kernel/ids.ts';
import { decodeCursor, pageOf } from '../../kernel/keyset.ts';
import { read } from '../../kernel/operation.ts';
import { rawStatementByShape } from '../../kernel/statement.ts';

interface Shape {
  q: boolean;
  org: boolean;
  role: boolean;
  state: boolean;
  after: boolean;
}

interface Row {
  id: string;
  state: PersonState;
  /** By which people are ordered: the name, or the address while there is none. */
  key: string;
  name: string | null;
  email: string;
  role: ClientRole;
  org_id: string;
  org_name: string | null;
  joined_at: string | null;
  seen_at: string | null;
  onboarded_at: string | null;
  invited_by: string | null;
  expires_at: string | null;
}

const p = sql.placeholder;
const none = sql.raw('');
const iso = (column: string) =>
  sql.raw(`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

const statement = rawStatementByShape<Shape, Row>(
  ({ q, org, role, state, after }) => sql`
  select p.*, c.display_name as org_name from (
    select m.user_id as id, case when m.removed_at is null then 'active' else 'disabled' end as state,
      lower(u.name) as key, u.name, u.email, m.role, m.contact_id as org_id, ${iso('m.joined_at')} as joined_at,
      ${iso('m.last_used_at')} as seen_at, ${iso('m.onboarded_at')} as onboarded_at,
      null as invited_by, null as expires_at
    from members m join users u on u.id = m.user_id
    where m.tenant_id = ${p('tenantId')}::uuid and m.contact_id is not null
    union all
    select i.id, 'invited', i.email, null, i.email, i.role, i.contact_id, null, null, null, u.name, ${iso('i.expires_at')}
    from invitations i join users u on u.id = i.invited_by
    where i.tenant_id = ${p('tenantId')}::uuid and i.contact_id is not null
      and i.accepted_at is null and i.revoked_at is null
  ) p join contacts c on c.tenant_id = ${p('tenantId')}::uuid and c.id = p.org_id
  where true
    ${q ? sql`and (p.key like ${p('q')} or p.email like ${p('q')} or c.search_text like ${p('folded')})` : none}
    ${org ? sql`and p.org_id = ${p('orgId')}::uuid` : none}
    ${role ? sql`and p.role = ${p('role')}` : none}
    ${state ? sql`and p.state = ${p('state')}` : none}
    ${after ? sql`and (p.key, p.id) > (${p('key')}, ${p('id')}::uuid)` : none}
  order by p.key, p.id limit ${p('limit')}::int`,
);

function presentPerson(ctx: Ctx, row: Row): PersonItem {
  const { id, state, name, email, role, invited_by: invitedBy, expires_at: expiresAt } = row;
  const expired = expiresAt !== null && expiresAt <= toDate(ctx.now).toISOString();
  return {
    ...{ id, state, name, email, role },
    organization: { id: row.org_id, name: row.org_name ?? '' },
    joinedAt: row.joined_at,
    lastSeenAt: row.seen_at,
    onboardedAt: row.onboarded_at,
    invitation: expiresAt && invitedBy !== null ? { invitedBy, expiresAt, expired } : null,
    // Whoever may read the list may do what the state allows.
    abilities: {
      edit: state === 'active',
      disable: state === 'active',
      enable: state === 'disabled',
      invite: state === 'invited',
    },
  };
}

/** The people of client organisations by name, with who is invited and who may not enter any more. */
export const listPeople = read({
  name: 'people.list',
  permission: 'portal.organizations.manage',
  input: personList,
  async run(ctx, { limit, cursor, q, orgId, role, state }): Promise<Page<PersonItem>> {
    if (orgId !== undefined && !isUuid(orgId)) return { items: [], nextCursor: null };
    const after = decodeCursor(cursor, (value) => typeof value === 'string');
    const shape = {
      q: Boolean(q),
      org: orgId !== undefined,
      role: role !== undefined,
      state: state !== undefined,
      after: after !== null,
    };
    const rows = await statement(shape)(ctx.db, {
      tenantId: ctx.tenant.id,
      limit: limit + 1,
      ...(q && { q: `%${escapeLike(q.toLowerCase())}%`, folded: `%${escapeLike(foldText(q))}%` }),
      ...(orgId && { orgId }),
      ...(role && { role }),
      ...(state && { state }),
      ...(after && { key: after.value, id: after.id }),
    });
    return pageOf(
      rows,
      limit,
      ({ key, id }) => ({ value: key, id }),
      (row) => presentPerson(ctx, row),
    );
  },
});
