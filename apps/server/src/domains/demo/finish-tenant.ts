import type { Tx } from '@officina/db/client';
import { sessions } from '@officina/db/schema/identity';
import { members, tenants } from '@officina/db/schema/tenancy';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tenant, Topic } from '../../kernel/context.ts';
import { isRetryable } from '../../kernel/database-errors.ts';
import type { Services } from '../../kernel/services.ts';
import { CHANNEL } from '../../kernel/unit-of-work.ts';
import { removeDemoTenant, removeFiles } from './remove-tenant.ts';
import { finished } from './unfinished.ts';

const ATTEMPTS = 5;

/** Whoever is in the old tenant and has a place in the new one goes on there; the others are signed out. */
async function moveSessions(tx: Tx, from: string, to: string): Promise<void> {
  const inside = eq(sessions.activeTenantId, from);
  const welcome = tx.select({ id: members.userId }).from(members).where(eq(members.tenantId, to));
  await tx
    .update(sessions)
    .set({ activeTenantId: to })
    .where(and(inside, inArray(sessions.userId, welcome)));
  await tx.delete(sessions).where(inside);
}

/**
 * Gives a demo tenant whose history is told its name. The one that had it is removed in the same transaction: there is
 * no moment without a demo, and none with two.
 */
export async function finishDemoTenant(services: Services, tenant: Tenant): Promise<void> {
  const { db } = services.client;
  const subdomain = finished(tenant.subdomain);
  for (let attempt = 1; ; attempt++) {
    try {
      const { old, files } = await db.transaction(async (tx) => {
        const [old] = await tx
          .select({ id: tenants.id })
          .from(tenants)
          .where(eq(tenants.subdomain, subdomain));
        const files = old ? await removeDemoTenant(tx, old.id) : [];
        if (old) await moveSessions(tx, old.id, tenant.id);
        await tx.update(tenants).set({ subdomain }).where(eq(tenants.id, tenant.id));
        for (const { id } of old ? [old, tenant] : [tenant])
          await tx.execute(sql`select pg_notify(${CHANNEL}, ${`tenant:${id}` satisfies Topic})`);
        return { old, files };
      });
      if (old) services.forget(`tenant:${old.id}`);
      services.forget(`tenant:${tenant.id}`);
      return await removeFiles(services, files);
    } catch (error) {
      // Somebody who works in the old tenant holds what is to go, and waits for the tenant itself.
      if (attempt >= ATTEMPTS || !isRetryable(error)) throw error;
    }
  }
}
