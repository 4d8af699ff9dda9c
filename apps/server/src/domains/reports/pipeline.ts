import { roundHalfAwayFromZero } from '@officina/contracts/money';
import { PIPELINE_STAGES, type PipelineReport } from '@officina/contracts/reports';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { cachedRead } from '../../kernel/cached-read.ts';
import type { Ctx } from '../../kernel/context.ts';
import { read } from '../../kernel/operation.ts';
import { rawStatement } from '../../kernel/statement.ts';

type Stage = (typeof PIPELINE_STAGES)[number];
type Figures = Record<Stage | 'won' | 'sentEver', { count: number; total: number; priced: number }>;

const place = sql.placeholder;
const figures = (condition: string) =>
  sql`json_build_object('count', count(*) filter (where ${sql.raw(condition)}),
    'priced', count(*) filter (where ${sql.raw(condition)} and ours),
    'total', coalesce(sum(total_minor) filter (where ${sql.raw(condition)} and ours), 0))`;

/** Live quotes by stage. Amounts of another currency than the tenant's cannot be added up and are left out. */
const statement = rawStatement<Figures>(sql`
  select ${figures(`status = 'draft'`)} as draft, ${figures(`status = 'sent' and not expired`)} as sent,
    ${figures(`status = 'accepted' and not converted`)} as accepted, ${figures(`status = 'accepted'`)} as won,
    ${figures('sent_at is not null')} as "sentEver"
  from (
    select q.status, q.sent_at, q.total_minor, q.valid_until < ${place('today')} as expired,
      i.id is not null as converted, q.currency = ${place('currency')} as ours
    from quotes q left join invoices i on i.tenant_id = q.tenant_id and i.quote_id = q.id
    where q.tenant_id = ${place('tenantId')} and q.deleted_at is null
  ) live`);

const ratio = (part: number, whole: number, scale: bigint): number =>
  whole ? Number(roundHalfAwayFromZero(BigInt(part) * scale, BigInt(whole))) : 0;

/** The quotes on their way (garage §4.6); kept while nothing changes. */
export function pipelineReport(ctx: Ctx): Promise<PipelineReport> {
  return cachedRead(ctx, 'reports.pipeline', null, async () => {
    const { id: tenantId, currency } = ctx.tenant;
    const [row] = await statement(ctx.db, { tenantId, currency, today: ctx.today });
    if (!row) throw new Error('an aggregate without a row');
    const stages = PIPELINE_STAGES.map((status) => ({
      status,
      count: row[status].count,
      totalCents: row[status].total,
    }));
    return {
      currency,
      stages,
      conversionRate: ratio(row.won.count, row.sentEver.count, 100n) / 100,
      averageDealCents: ratio(row.won.total, row.won.priced, 1n),
      totalCents: stages.reduce((sum, stage) => sum + stage.totalCents, 0),
    };
  });
}

export const pipeline = read({
  name: 'reports.pipeline',
  permission: 'reports.read',
  input: z.object({}),
  run: (ctx) => pipelineReport(ctx),
});
