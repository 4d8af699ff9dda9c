import { FIRST_STEPS, type OnboardingView } from '@officina/contracts/onboarding';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { may } from '../../kernel/authorize.ts';
import { read } from '../../kernel/operation.ts';
import { rawStatement } from '../../kernel/statement.ts';
import { STEPS } from './first-steps.ts';
import { legalChecklist } from './legal-checklist.ts';
import { loadSettings } from './load-settings.ts';

interface Looks {
  dismissed: boolean;
  steps: Record<string, { done: boolean; concerns: boolean }>;
}

const looks = rawStatement<Looks>(sql`
  select onboarding_dismissed_at is not null as dismissed, jsonb_build_object(${sql.join(
    Object.entries(STEPS).map(
      ([id, { done, concerns = sql`true` }]) =>
        sql`${sql.raw(`'${id}'`)}, jsonb_build_object('done', ${done}, 'concerns', ${concerns})`,
    ),
    sql`, `,
  )}) as steps
  from tenant_settings where tenant_id = ${sql.placeholder('tenantId')}`);

/** The firm's first steps and which of them are done. Nothing of it is stored but that the list was put away. */
export const readOnboarding = read({
  name: 'tenancy.onboarding',
  permission: 'settings.edit',
  input: z.object({}),
  async run(ctx): Promise<OnboardingView> {
    const [settings, [row]] = await Promise.all([
      loadSettings(ctx),
      looks(ctx.db, { tenantId: ctx.tenant.id }),
    ]);
    const complete = legalChecklist(settings, settings.locale).missing.length === 0;
    const steps = FIRST_STEPS.flatMap((id): OnboardingView['steps'] => {
      if (id === 'company') return [{ id, done: complete }];
      const found = row?.steps[id];
      return found?.concerns && may(ctx.actor, STEPS[id].needs) ? [{ id, done: found.done }] : [];
    });
    return { steps, dismissed: row?.dismissed ?? false };
  },
});
