import { tenantSettings, tenants } from '@officina/db/schema/tenancy';
import { eq } from 'drizzle-orm';
import { changesOf } from '../../kernel/changes.ts';
import { laterThan } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { checkVersion } from '../../kernel/version.ts';
import { loadSettings, type SettingsRow } from './load-settings.ts';
import { lockTenant } from './lock-tenant.ts';

type Asked = Partial<Omit<SettingsRow, 'version' | 'updatedAt' | 'subdomain' | 'plan'>>;

/** Columns of the tenant itself: every request knows them, so every process has to look them up again. */
const TENANT_FACTS = ['name', 'timeZone', 'locale', 'currency', 'modules'] as const;

/** Saves what really changes of the settings, with a journal entry; answers them as they are afterwards. */
export async function saveSettings(
  ctx: WriteCtx,
  ask: (row: SettingsRow) => Asked,
  expected?: number,
): Promise<SettingsRow> {
  await lockTenant(ctx, ctx.tenant.id);
  const tx = await ctx.tx();
  const row = await loadSettings(ctx, tx);
  checkVersion(row, expected);
  const changes = changesOf(row, ask(row));
  if (!changes) return row;
  const { name, timeZone, locale, currency, modules, ...settings } = changes.after;
  const stamp = { version: row.version + 1, updatedAt: laterThan(row.updatedAt, ctx.now) };
  await tx
    .update(tenantSettings)
    .set({ ...settings, ...stamp })
    .where(eq(tenantSettings.tenantId, ctx.tenant.id));
  if (TENANT_FACTS.some((fact) => fact in changes.after)) {
    await tx
      .update(tenants)
      .set({ name, timeZone, locale, currency, modules, updatedAt: stamp.updatedAt })
      .where(eq(tenants.id, ctx.tenant.id));
    ctx.announce(`tenant:${ctx.tenant.id}`);
  }
  ctx.record({ verb: 'settings.updated', subject: { type: 'tenant', id: ctx.tenant.id }, ...changes });
  return { ...row, ...changes.after, ...stamp };
}
