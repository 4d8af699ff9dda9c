import { DEFAULT_PROGRAM } from '@officina/contracts/training';
import { programs } from '@officina/db/schema/training-places';
import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';

export type ProgramRow = typeof programs.$inferSelect;

/** An active programme of the tenant by its slug, the usual one without. UNKNOWN_PROGRAM for everything else. */
export async function loadProgram(ctx: Ctx, slug?: string | null): Promise<ProgramRow> {
  const program = await findProgram(ctx, slug ?? DEFAULT_PROGRAM);
  if (!program) throw new AppError('UNKNOWN_PROGRAM');
  return program;
}

export async function findProgram(ctx: Ctx, slug: string): Promise<ProgramRow | null> {
  const [row] = await ctx.db
    .select()
    .from(programs)
    .where(and(eq(programs.tenantId, ctx.tenant.id), eq(programs.slug, slug), eq(programs.active, true)));
  return row ?? null;
}

/** The zone of the programme's days: its own, else the tenant's. */
export const programZone = (ctx: Ctx, { timeZone }: { timeZone: string | null }): string =>
  timeZone ?? ctx.tenant.timeZone;
