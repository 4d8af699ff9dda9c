import { services } from '@officina/db/schema/engagements';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Ctx, WriteCtx } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { prepared } from '../../kernel/statement.ts';
import type { ServiceRow } from './service-row.ts';

const ofTenant = eq(services.tenantId, sql.placeholder('tenantId'));
const bySlug = prepared((db) =>
  db
    .select()
    .from(services)
    .where(and(ofTenant, eq(services.slug, sql.placeholder('slug'))))
    .prepare('service_by_slug'),
);
const sold = prepared((db) =>
  db
    .select()
    .from(services)
    .where(and(ofTenant, isNull(services.retiredAt)))
    .orderBy(asc(services.position), asc(services.id))
    .prepare('services_sold'),
);

/** The service of a slug, retired or not, or null. */
export async function findService(ctx: Ctx, slug: string): Promise<ServiceRow | null> {
  const [row] = await bySlug(ctx.db).execute({ tenantId: ctx.tenant.id, slug });
  return row ?? null;
}

/** The service of a slug that is still sold, or null. */
export async function findSoldService(ctx: Ctx, slug: string): Promise<ServiceRow | null> {
  const row = await findService(ctx, slug);
  return row?.retiredAt ? null : row;
}

/** Everything that is sold, in the catalogue's order. */
export const soldServices = (ctx: Ctx): Promise<ServiceRow[]> =>
  sold(ctx.db).execute({ tenantId: ctx.tenant.id });

/** The service of a slug or a code, locked until the operation's transaction ends. */
export async function lockService(
  ctx: WriteCtx,
  by: { slug: string } | { code: string },
): Promise<ServiceRow | null> {
  const tx = await ctx.tx();
  const named = 'slug' in by ? eq(services.slug, by.slug) : eq(services.code, by.code);
  const [row] = await tx
    .select()
    .from(services)
    .where(and(eq(services.tenantId, ctx.tenant.id), named))
    .for('update');
  return row ?? null;
}

export const noService = () => notFound('Service');
