import { DEFAULT_PROGRAM } from '@officina/contracts/training';
import { programs } from '@officina/db/schema/training-places';
import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';

export type ProgramRow = typeof programs.$inferSelect;

/** A programme that is offered, by its slug, the usual one without. UNKNOWN_PROGRAM for everything else. */
export async function loadProgram(ctx: Ctx, slug?: string | null): Promise<ProgramRow> {
  return known(await findProgram(ctx, slug ?? DEFAULT_PROGRAM));
}

/** The same for who may have a place in it already, whether or not it is still offered. */
export async function loadAnyProgram(ctx: Ctx, slug: string): Promise<ProgramRow> {
  return known(await findAnyProgram(ctx, slug));
}

export async function findProgram(ctx: Ctx, slug: string): Promise<ProgramRow | null> {
  const row = await findAnyProgram(ctx, slug);
  return row?.active ? row : null;
}

export async function findAnyProgram(ctx: Ctx, slug: string): Promise<ProgramRow | null> {
  const [row] = await ctx.db
    .select()
    .from(programs)
    .where(and(eq(programs.tenantId, ctx.tenant.id), eq(programs.slug, slug)));
  return row ?? null;
}

function known(program: ProgramRow | null): ProgramRow {
  if (!program) throw new AppError('UNKNOWN_PROGRAM');
  return program;
}

/** The zone of the programme's days: its own, else the tenant's. */
export const programZone = (ctx: Ctx, { timeZone }: { timeZone: string | null }): string =>
  timeZone ?? ctx.tenant.timeZone;
