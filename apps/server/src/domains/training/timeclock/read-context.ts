import type { Role } from '@officina/contracts/roles';
import type { ActiveShift, ClockSite, TimeclockContext } from '@officina/contracts/timeclock';
import { reasonText } from '@officina/contracts/training-reasons';
import { shops, sites } from '@officina/db/schema/training-places';
import { and, asc, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { may, requireUser } from '../../../kernel/authorize.ts';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { read } from '../../../kernel/operation.ts';
import { judge } from '../enforcement/enforce.ts';
import { readStanding } from '../enforcement/standing.ts';
import { completedHours } from '../hours/completed-hours.ts';
import type { EntryRow } from '../hours/entry-row.ts';
import { overdueEnd } from '../hours/overdue-shift.ts';
import { programZone } from '../load-program.ts';
import { findShop } from './clock-places.ts';
import { openEntry } from './own-entries.ts';
import { provisioned } from './provisioned.ts';

const ROLE_WORDS: Partial<Record<Role, TimeclockContext['role']>> = {
  owner: 'admin',
  admin: 'admin',
  manager: 'staff',
  member: 'staff',
  host: 'partner_shop',
  program_holder: 'program_holder',
};

/** Staff see every active site, an apprentice those of their shop: its default one first, the rest by name. */
async function allowedSites(ctx: Ctx, shopId: string | null): Promise<ClockSite[]> {
  const all = may(ctx.actor, 'training.read');
  if (!all && !shopId) return [];
  return ctx.db
    .select({
      id: sites.id,
      name: sites.name,
      lat: sites.latitude,
      lng: sites.longitude,
      radiusM: sites.radiusM,
    })
    .from(sites)
    .innerJoin(shops, and(eq(shops.tenantId, sites.tenantId), eq(shops.id, sites.shopId)))
    .where(
      and(
        eq(sites.tenantId, ctx.tenant.id),
        eq(shops.tenantId, ctx.tenant.id),
        eq(sites.isActive, true),
        all ? undefined : eq(sites.shopId, shopId ?? ''),
      ),
    )
    .orderBy(...(all ? [] : [desc(sites.isDefault)]), asc(sites.name), asc(sites.id));
}

const presentShift = (entry: EntryRow): ActiveShift => ({
  entryId: entry.id,
  clockInAt: entry.clockInAt.toISOString(),
  siteId: entry.siteId,
  lunchStartAt: entry.lunchStartAt?.toISOString() ?? null,
  lunchEndAt: entry.lunchEndAt?.toISOString() ?? null,
  source: entry.source,
});

/** Who is at the timeclock, where they may clock in, and what stands against it. Writes nothing. */
export const readTimeclock = read({
  name: 'training.timeclock',
  permission: 'training.learn',
  input: z.object({}),
  async run(ctx): Promise<TimeclockContext> {
    const { id: userId, name, email, role } = requireUser(ctx.actor);
    const standing = await readStanding(ctx, { userId });
    const found = standing.enrolled ? provisioned(standing) : null;
    const shop = await findShop(ctx, found?.apprentice.shopId);
    const allowed = await allowedSites(ctx, shop?.id ?? null);
    const entry = found && (await openEntry(ctx, found.apprentice.id));
    const { denial } = await judge(ctx, { action: 'CLOCK_IN', standing, shop });
    return {
      apprenticeId: found?.apprentice.id ?? null,
      userId,
      userName: name || email,
      timeZone: programZone(ctx, found?.program ?? { timeZone: null }),
      role: ROLE_WORDS[role] ?? (found ? 'apprentice' : 'student'),
      shopId: shop?.id ?? null,
      shopName: shop?.name ?? null,
      programId: found?.program.id ?? null,
      partnerId: shop?.partnerId ?? null,
      hoursCompleted: found && completedHours(found.apprentice),
      hoursRequired: found?.apprentice.totalHoursRequired ?? null,
      defaultSiteId: allowed[0]?.id ?? null,
      allowedSites: allowed,
      activeShift: entry && !overdueEnd(entry, toDate(ctx.now)) ? presentShift(entry) : null,
      enforcement: {
        canClockIn: denial === null,
        reason: denial?.code ?? null,
        message: denial && reasonText(denial),
        state: standing.state,
        denial,
      },
    };
  },
});
