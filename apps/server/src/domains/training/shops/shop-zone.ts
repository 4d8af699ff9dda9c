import { DEFAULT_PROGRAM } from '@officina/contracts/training';
import { apprentices } from '@officina/db/schema/training';
import { programs } from '@officina/db/schema/training-places';
import { and, asc, count, desc, eq, sql } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';
import { programZone } from '../load-program.ts';

/** In which a shop's clock runs: the zone of the programme that most of its learners follow, else of the usual one. */
export async function shopZone(ctx: Ctx, shopId: string): Promise<string> {
  const { id: tenantId } = ctx.tenant;
  const [program] = await ctx.db
    .select({ timeZone: programs.timeZone })
    .from(programs)
    .leftJoin(
      apprentices,
      and(
        eq(apprentices.tenantId, tenantId),
        eq(apprentices.programId, programs.id),
        eq(apprentices.shopId, shopId),
      ),
    )
    .where(eq(programs.tenantId, tenantId))
    .groupBy(programs.tenantId, programs.id)
    .orderBy(
      desc(count(apprentices.id)),
      desc(sql`${programs.slug} = ${DEFAULT_PROGRAM}`),
      asc(programs.slug),
    )
    .limit(1);
  return programZone(ctx, program ?? { timeZone: null });
}

/** The zone of the academy's usual programme: for what belongs to no learner. */
export async function usualZone(ctx: Ctx): Promise<string> {
  const [program] = await ctx.db
    .select({ timeZone: programs.timeZone })
    .from(programs)
    .where(eq(programs.tenantId, ctx.tenant.id))
    .orderBy(desc(sql`${programs.slug} = ${DEFAULT_PROGRAM}`), asc(programs.slug))
    .limit(1);
  return programZone(ctx, program ?? { timeZone: null });
}
