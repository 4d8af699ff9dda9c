import type { Executor } from '@officina/db/client';
import { tenantSettings, tenants } from '@officina/db/schema/tenancy';
import { eq, getTableColumns } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';

const { tenantId: _, onboardingDismissedAt: __, ...settings } = getTableColumns(tenantSettings);
const { name, subdomain, plan, timeZone, locale, currency, modules } = getTableColumns(tenants);

/** Settings and facts of the tenant as one row, fresh from the database. */
export async function loadSettings(ctx: Ctx, db: Executor = ctx.db) {
  const [row] = await db
    .select({ ...settings, name, subdomain, plan, timeZone, locale, currency, modules })
    .from(tenantSettings)
    .innerJoin(tenants, eq(tenants.id, tenantSettings.tenantId))
    .where(eq(tenantSettings.tenantId, ctx.tenant.id));
  if (!row) throw notFound('Tenant');
  return row;
}

export type SettingsRow = Awaited<ReturnType<typeof loadSettings>>;
