import type { ServiceView } from '@officina/contracts/catalogue';
import { serviceRetire } from '@officina/contracts/catalogue-inputs';
import { services } from '@officina/db/schema/engagements';
import { and, eq, sql } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import { write } from '../../kernel/operation.ts';
import { checkVersion } from '../../kernel/version.ts';
import { lockService, noService } from './load-service.ts';
import { presentService } from './service-row.ts';

/** Takes a service out of every public list and out of checkout. What was agreed about it stands. */
export const retireService = write({
  name: 'catalogue.retire',
  permission: 'portal.catalogue.manage',
  input: serviceRetire,
  async run(ctx, { slug, version }): Promise<ServiceView> {
    const before = await lockService(ctx, { slug });
    if (!before) throw noService();
    checkVersion(before, version);
    if (before.retiredAt) return presentService(before, 'en');
    const retiredAt = toDate(ctx.now);
    const tx = await ctx.tx();
    await tx
      .update(services)
      .set({ retiredAt, version: sql`${services.version} + 1`, updatedAt: retiredAt })
      .where(and(eq(services.tenantId, ctx.tenant.id), eq(services.id, before.id)));
    ctx.record({
      verb: 'service.retired',
      subject: { type: 'service', id: before.id },
      before: { retiredAt: null },
      after: { retiredAt: retiredAt.toISOString() },
    });
    return presentService({ ...before, retiredAt, version: before.version + 1 }, 'en');
  },
});
