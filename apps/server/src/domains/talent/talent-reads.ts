import type { Page } from '@officina/contracts/paging';
import type { TalentDetail, TalentItem } from '@officina/contracts/talent';
import { talentById, talentList } from '@officina/contracts/talent-inputs';
import { escapeLike, foldText } from '@officina/contracts/text';
import { contacts } from '@officina/db/schema/contacts';
import { talentProfiles, talentSignals } from '@officina/db/schema/talent';
import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import { decodeCursor, isMoment, pageOf } from '../../kernel/keyset.ts';
import { read } from '../../kernel/operation.ts';
import { prepared, preparedByShape } from '../../kernel/statement.ts';
import { loadTalent } from './load-talent.ts';
import { presentTalent, type SignalPayload, storedFacts } from './talent-row.ts';

export const talentColumns = {
  ...getTableColumns(talentProfiles),
  signals: sql<number>`(select count(*)::int from talent_signals s where s.tenant_id = talent_profiles.tenant_id
    and s.profile_id = talent_profiles.id)`,
};

interface Shape {
  status: boolean;
  domain: boolean;
  q: boolean;
  after: boolean;
}

const beyond = sql`(${talentProfiles.createdAt}, ${talentProfiles.id}) < (${sql.placeholder('at')}::timestamptz, ${sql.placeholder('id')}::uuid)`;
const itsContact = and(
  eq(contacts.tenantId, talentProfiles.tenantId),
  eq(contacts.id, talentProfiles.contactId),
);

const list = preparedByShape(JSON.stringify, (db, { status, domain, q, after }: Shape) =>
  db
    .select(talentColumns)
    .from(talentProfiles)
    .innerJoin(contacts, itsContact)
    .where(
      and(
        eq(talentProfiles.tenantId, sql.placeholder('tenantId')),
        status ? eq(talentProfiles.status, sql.placeholder('status')) : undefined,
        domain
          ? sql`${talentProfiles.facts}->'domains' @> to_jsonb(${sql.placeholder('domain')}::text)`
          : undefined,
        q ? sql`${contacts.searchText} like ${sql.placeholder('q')}` : undefined,
        after ? beyond : undefined,
      ),
    )
    .orderBy(desc(talentProfiles.createdAt), desc(talentProfiles.id))
    .limit(sql.placeholder('limit'))
    .prepare('talent_list'),
);

/** Outside experts, newest first. */
export const listTalent = read({
  name: 'talent.list',
  permission: 'portal.talent.manage',
  input: talentList,
  async run(ctx, { limit, cursor, q, status, domain }): Promise<Page<TalentItem>> {
    const after = decodeCursor(cursor, isMoment);
    const shape = {
      status: status !== undefined,
      domain: domain !== undefined,
      q: Boolean(q),
      after: after !== null,
    };
    const rows = await list(ctx.db, shape).execute({
      tenantId: ctx.tenant.id,
      limit: limit + 1,
      ...(status && { status }),
      ...(domain && { domain }),
      ...(q && { q: `%${escapeLike(foldText(q))}%` }),
      ...(after && { at: after.value, id: after.id }),
    });
    return pageOf(
      rows,
      limit,
      ({ createdAt, id }) => ({ value: createdAt.toISOString(), id }),
      (row) => presentTalent(ctx, row),
    );
  },
});

const MOST = 50;
const signalsOf = prepared((db) =>
  db
    .select()
    .from(talentSignals)
    .where(
      and(
        eq(talentSignals.tenantId, sql.placeholder('tenantId')),
        eq(talentSignals.profileId, sql.placeholder('id')),
      ),
    )
    .orderBy(desc(talentSignals.createdAt), desc(talentSignals.id))
    .limit(MOST)
    .prepare('talent_signals'),
);

/** An expert with each form that they sent. */
export const getTalent = read({
  name: 'talent.get',
  permission: 'portal.talent.manage',
  input: talentById,
  async run(ctx, { id }): Promise<TalentDetail> {
    const row = await loadTalent(ctx, id);
    const signals = await signalsOf(ctx.db).execute({ tenantId: ctx.tenant.id, id: row.id });
    const history = signals.map(({ payload, ...signal }) => {
      const { raw, meta } = payload as unknown as SignalPayload;
      return {
        id: signal.id,
        facts: storedFacts({ ...raw }),
        source: signal.source,
        locale: meta.locale,
        createdAt: signal.createdAt.toISOString(),
      };
    });
    return { ...presentTalent(ctx, { ...row, signals: signals.length }), history };
  },
});
