import { PLAN_LIMITS } from '@officina/contracts/plans';
import type { UsageView } from '@officina/contracts/tenancy';
import { contacts } from '@officina/db/schema/contacts';
import { and, count, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { read } from '../../kernel/operation.ts';
import { usedBytes } from '../documents/quota.ts';
import { billingAccount } from './billing-account.ts';
import { liveMembers, pendingInvitations } from './user-limit.ts';

/** What the plan allows and how much of it is used. */
export const readUsage = read({
  name: 'tenancy.usage',
  permission: 'settings.read',
  input: z.object({}),
  async run(ctx): Promise<UsageView> {
    const { id, plan } = ctx.tenant;
    const live = and(eq(contacts.tenantId, id), isNull(contacts.deletedAt));
    const [[stored], [joined], [pending], storedBytes, { subscription }] = await Promise.all([
      ctx.db.select({ live: count() }).from(contacts).where(live),
      liveMembers(ctx.db, id),
      pendingInvitations(ctx.db, ctx, id),
      usedBytes(ctx),
      billingAccount(ctx),
    ]);
    const limits = PLAN_LIMITS[plan];
    return {
      plan,
      subscribed: subscription !== null,
      contacts: { used: stored?.live ?? 0, limit: limits.contacts },
      users: { used: (joined?.live ?? 0) + (pending?.live ?? 0), limit: limits.users },
      storageBytes: { used: storedBytes, limit: limits.storageBytes },
    };
  },
});
