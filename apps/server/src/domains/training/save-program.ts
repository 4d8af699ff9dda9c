import { programSave } from '@officina/contracts/training-inputs';
import type { ProgramItem } from '@officina/contracts/training-views';
import { programs } from '@officina/db/schema/training-places';
import { and, eq } from 'drizzle-orm';
import { changesOf } from '../../kernel/changes.ts';
import { toDate } from '../../kernel/clock.ts';
import { invalid, notFound } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { write } from '../../kernel/operation.ts';
import { checkVersion } from '../../kernel/version.ts';
import { presentProgramItem } from './programs.ts';

/** Saves a programme, or makes one. Prices count for new orders: those that exist keep what was agreed. */
export const saveProgram = write({
  name: 'training.saveProgram',
  permission: 'training.settings',
  input: programSave,
  conflicts: { programs_slug_unique: () => invalid({ field: 'slug', message: 'Already taken' }) },
  async run(ctx, { id, expectedVersion, priceCents, setupFeeCents, ...facts }): Promise<ProgramItem> {
    const values = { ...facts, priceMinor: priceCents, setupFeeMinor: setupFeeCents };
    const now = toDate(ctx.now);
    const tx = await ctx.tx();
    if (!id) {
      const [made] = await tx
        .insert(programs)
        .values({ ...values, tenantId: ctx.tenant.id, id: newId(), createdAt: now, updatedAt: now })
        .returning();
      if (!made) throw new Error('no program was made');
      ctx.record({ verb: 'program.created', subject: { type: 'program', id: made.id }, after: values });
      return presentProgramItem(ctx, made);
    }
    const own = and(eq(programs.tenantId, ctx.tenant.id), eq(programs.id, id));
    const [before] = await tx.select().from(programs).where(own).for('update');
    if (!before) throw notFound('Program');
    checkVersion(before, expectedVersion);
    const changes = changesOf(before, values);
    if (!changes) return presentProgramItem(ctx, before);
    const [after] = await tx
      .update(programs)
      .set({ ...values, version: before.version + 1, updatedAt: now })
      .where(own)
      .returning();
    if (!after) throw new Error('a locked program is gone');
    ctx.record({ verb: 'program.updated', subject: { type: 'program', id }, ...changes });
    return presentProgramItem(ctx, after);
  },
});
