import { onboardingDismiss } from '@officina/contracts/tenancy-inputs';
import { tenantSettings } from '@officina/db/schema/tenancy';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import { write } from '../../kernel/operation.ts';

/** Puts the list of first steps away for the whole firm, or brings it back. */
export const dismissOnboarding = write({
  name: 'tenancy.dismissOnboarding',
  permission: 'settings.edit',
  input: onboardingDismiss,
  async run(ctx, { dismissed }): Promise<{ dismissed: boolean }> {
    const { onboardingDismissedAt } = tenantSettings;
    const tx = await ctx.tx();
    const changed = await tx
      .update(tenantSettings)
      .set({ onboardingDismissedAt: dismissed ? toDate(ctx.now) : null })
      .where(
        and(
          eq(tenantSettings.tenantId, ctx.tenant.id),
          dismissed ? isNull(onboardingDismissedAt) : isNotNull(onboardingDismissedAt),
        ),
      )
      .returning({ tenantId: tenantSettings.tenantId });
    if (changed.length > 0) {
      const verb = dismissed ? 'onboarding.dismissed' : 'onboarding.resumed';
      ctx.record({ verb, subject: { type: 'tenant', id: ctx.tenant.id } });
    }
    return { dismissed };
  },
});
