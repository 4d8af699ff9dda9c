import { tenants } from '@officina/db/schema/tenancy';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { may } from '../../kernel/authorize.ts';
import type { Ctx } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { findReset, resetKey } from './demo-reset-job.ts';
import { worldOf } from './demo-worlds.ts';
import { renewWorld, tellAlone } from './renew-world.ts';

/** Whether the page may offer the caller to reset the demo. */
export const mayResetDemo = (ctx: Ctx): boolean =>
  ctx.services.config.demo && worldOf(ctx.tenant.subdomain) !== undefined && may(ctx.actor, 'settings.edit');

/**
 * Orders the caller's demo tenant to be made anew by a job. Pressed twice it is one reset. Outside of demo mode, and for
 * a tenant that we did not invent, there is no such thing: NOT_FOUND.
 */
export const resetDemo = write({
  name: 'demo.reset',
  permission: 'settings.edit',
  input: z.object({}),
  async run(ctx): Promise<{ started: boolean }> {
    if (!mayResetDemo(ctx)) throw notFound('Demo');
    const tx = await ctx.tx();
    const [tenant] = await tx
      .select({ demo: tenants.demo })
      .from(tenants)
      .where(eq(tenants.id, ctx.tenant.id))
      .for('update');
    if (!tenant?.demo) throw notFound('Demo');
    if ((await findReset(tx, ctx.tenant.id)) === 'pending') return { started: false };
    ctx.enqueue('reset-demo', {}, { key: resetKey(ctx.tenant.id), maxAttempts: 1 });
    ctx.record({ verb: 'demo.reset', subject: { type: 'tenant', id: ctx.tenant.id } });
    return { started: true };
  },
});

/** The job `reset-demo`. Run twice, the second finds that its tenant has been replaced. */
export async function runReset(ctx: Ctx): Promise<void> {
  const { services, tenant } = ctx;
  const world = worldOf(tenant.subdomain);
  if (!services.config.demo || !world) return;
  await tellAlone(services, async (quick) => {
    const still = and(eq(tenants.id, tenant.id), eq(tenants.demo, true));
    const [found] = await quick.client.db.select({ id: tenants.id }).from(tenants).where(still);
    if (found) await renewWorld(quick, world);
  });
}
