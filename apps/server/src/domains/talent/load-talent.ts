import { talentProfiles } from '@officina/db/schema/talent';
import { and, eq, sql } from 'drizzle-orm';
import type { Ctx, WriteCtx } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';
import { prepared } from '../../kernel/statement.ts';
import type { TalentRow } from './talent-row.ts';

const byId = prepared((db) =>
  db
    .select()
    .from(talentProfiles)
    .where(
      and(
        eq(talentProfiles.tenantId, sql.placeholder('tenantId')),
        eq(talentProfiles.id, sql.placeholder('id')),
      ),
    )
    .prepare('talent_by_id'),
);

/** An expert of the tenant. Missing, foreign and malformed ids are all NOT_FOUND. */
export async function loadTalent(ctx: Ctx, id: string): Promise<TalentRow> {
  const [row] = isUuid(id) ? await byId(ctx.db).execute({ tenantId: ctx.tenant.id, id }) : [];
  if (!row) throw notFound('Talent profile');
  return row;
}

/** As `loadTalent`, locked until the operation's transaction ends. */
export async function lockTalent(ctx: WriteCtx, id: string): Promise<TalentRow> {
  if (!isUuid(id)) throw notFound('Talent profile');
  const tx = await ctx.tx();
  const [row] = await tx
    .select()
    .from(talentProfiles)
    .where(and(eq(talentProfiles.tenantId, ctx.tenant.id), eq(talentProfiles.id, id)))
    .for('update');
  if (!row) throw notFound('Talent profile');
  return row;
}
