import { DEFAULT_PROGRAM } from '@officina/contracts/training';
import { byProgram } from '@officina/contracts/training-inputs';
import type { ProgramItem, ProgramView } from '@officina/contracts/training-views';
import { programs } from '@officina/db/schema/training-places';
import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { may } from '../../kernel/authorize.ts';
import type { Ctx } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { read } from '../../kernel/operation.ts';
import { findProgram, type ProgramRow } from './load-program.ts';

const presentProgram = (ctx: Ctx, row: ProgramRow): ProgramView => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  provider: ctx.tenant.name,
  currency: row.currency,
  priceCents: row.priceMinor,
  setupFeeCents: row.setupFeeMinor,
  totalHours: row.totalHours,
  hoursMin: row.hoursMin,
  hoursMax: row.hoursMax,
  minAge: row.minAge,
  requiredDocuments: row.requiredDocuments,
});

export const presentProgramItem = (ctx: Ctx, row: ProgramRow): ProgramItem => ({
  ...presentProgram(ctx, row),
  billingWeekday: row.billingWeekday,
  billingHour: row.billingHour,
  timeclock: row.timeclock,
  timeZone: row.timeZone,
  active: row.active,
  version: row.version,
  abilities: { edit: may(ctx.actor, 'training.settings') },
});

/** A programme that is sold now; NOT_FOUND for others. */
export const readProgram = read({
  name: 'training.program',
  permission: 'public',
  input: byProgram,
  async run(ctx, { program }): Promise<ProgramView> {
    const row = await findProgram(ctx, program ?? DEFAULT_PROGRAM);
    if (!row) throw notFound('Program');
    return presentProgram(ctx, row);
  },
});

/** Every programme, those that are no longer sold too. */
export const listPrograms = read({
  name: 'training.programs',
  permission: 'training.read',
  input: z.object({}),
  async run(ctx): Promise<{ items: ProgramItem[] }> {
    const rows = await ctx.db
      .select()
      .from(programs)
      .where(eq(programs.tenantId, ctx.tenant.id))
      .orderBy(asc(programs.name), asc(programs.id))
      .limit(100);
    return { items: rows.map((row) => presentProgramItem(ctx, row)) };
  },
});
