import type { ServiceView } from '@officina/contracts/catalogue';
import { serviceSave } from '@officina/contracts/catalogue-inputs';
import { services } from '@officina/db/schema/engagements';
import { and, eq, sql } from 'drizzle-orm';
import { changesOf } from '../../kernel/changes.ts';
import { laterThan, toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { AppError, invalid } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { write } from '../../kernel/operation.ts';
import { checkVersion } from '../../kernel/version.ts';
import { lockService } from './load-service.ts';
import { presentService, type ServiceRow, serviceColumns } from './service-row.ts';

type Columns = ReturnType<typeof serviceColumns>;

async function addService(ctx: WriteCtx, code: string, columns: Columns, position: number | undefined) {
  const tx = await ctx.tx();
  const now = toDate(ctx.now);
  const last = sql<number>`(select coalesce(max(position), 0) + 1 from services where tenant_id = ${ctx.tenant.id})`;
  const [row] = await tx
    .insert(services)
    .values({
      ...columns,
      tenantId: ctx.tenant.id,
      id: newId(),
      code,
      position: position ?? last,
      createdAt: now,
      updatedAt: now,
    })
    .returning();
  if (!row) throw new Error('the service was not stored');
  const after = { code, position: row.position, ...columns };
  ctx.record({ verb: 'service.created', subject: { type: 'service', id: row.id }, after });
  return row;
}

/** Saving a service that is no longer sold puts it on sale again. */
async function changeService(ctx: WriteCtx, before: ServiceRow, asked: Columns & { position?: number }) {
  const changes = changesOf(before, { ...asked, retiredAt: null });
  if (!changes) return before;
  const tx = await ctx.tx();
  const [row] = await tx
    .update(services)
    .set({
      ...changes.after,
      version: sql`${services.version} + 1`,
      updatedAt: laterThan(before.updatedAt, ctx.now),
    })
    .where(and(eq(services.tenantId, ctx.tenant.id), eq(services.id, before.id)))
    .returning();
  if (!row) throw new Error('the locked service is gone');
  ctx.record({ verb: 'service.updated', subject: { type: 'service', id: row.id }, ...changes });
  return row;
}

const taken = (field: string) => () =>
  new AppError('CONFLICT', `This ${field} is already taken`, [{ field, message: 'Already taken' }]);

/** Adds a service, or replaces the one of the same code. */
export const saveService = write({
  name: 'catalogue.save',
  permission: 'portal.catalogue.manage',
  input: serviceSave,
  conflicts: { services_slug_unique: taken('slug'), services_code_unique: taken('code') },
  async run(ctx, input): Promise<ServiceView> {
    const before = await lockService(ctx, { code: input.code });
    if (!before && input.version !== undefined)
      throw invalid({ field: 'version', message: 'There is no service of this code' });
    const columns = serviceColumns(input);
    if (!before) return presentService(await addService(ctx, input.code, columns, input.position), 'en');
    checkVersion(before, input.version);
    return presentService(await changeService(ctx, before, { ...columns, position: input.position }), 'en');
  },
});
