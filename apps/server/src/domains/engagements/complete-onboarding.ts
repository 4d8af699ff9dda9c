import { portalOnboarding } from '@officina/contracts/portal-onboarding-inputs';
import { members } from '@officina/db/schema/tenancy';
import { and, eq } from 'drizzle-orm';
import { requireUser } from '../../kernel/authorize.ts';
import { toDate } from '../../kernel/clock.ts';
import { invalid } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { notify } from '../notifications/notify.ts';
import { portalNotice } from '../notifications/tell-portal.ts';
import { seesEngagement } from './load-engagement.ts';

/** Keeps what a client answered when they came in; the first time counts as the moment they did. */
export const completeOnboarding = write({
  name: 'onboarding.complete',
  permission: 'portal.onboarding',
  input: portalOnboarding,
  async run(ctx, answers): Promise<{ ok: true }> {
    const { id: userId, orgId, name } = requireUser(ctx.actor);
    const { primaryEngagementId } = answers;
    if (primaryEngagementId && !(await seesEngagement(ctx, primaryEngagementId)))
      throw invalid({ field: 'primaryEngagementId', message: 'Unknown engagement' });
    const tx = await ctx.tx();
    const own = and(eq(members.tenantId, ctx.tenant.id), eq(members.userId, userId));
    const [before] = await tx
      .select({ onboardedAt: members.onboardedAt, onboarding: members.onboarding })
      .from(members)
      .where(own)
      .for('update');
    if (!before) throw new Error('a client without membership');
    const now = toDate(ctx.now);
    const onboarding = { ...answers, completedAt: now.toISOString() };
    await tx
      .update(members)
      .set({ onboardedAt: before.onboardedAt ?? now, onboarding })
      .where(own);
    ctx.record({
      verb: 'user.onboarded',
      subject: { type: 'user', id: userId },
      contactId: orgId,
      before: before.onboarding,
      after: onboarding,
    });
    if (!before.onboardedAt) {
      const news = { entityType: 'user', entityId: userId, body: name };
      await notify(ctx, { userId, ...portalNotice('onboarding_complete', news) });
    }
    return { ok: true };
  },
});
