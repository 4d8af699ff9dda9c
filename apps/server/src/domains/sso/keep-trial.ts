import type { TrialStep } from '@officina/contracts/sso';
import { ssoTrials } from '@officina/db/schema/sso';
import { toDate } from '../../kernel/clock.ts';
import type { Ctx } from '../../kernel/context.ts';
import { stage } from '../../kernel/operation.ts';

interface Trial {
  idpId: string;
  userId: string;
  steps: TrialStep[];
}

/** Keeps what the last trial of a provider found, in the place of the one before. */
export async function keepTrial(ctx: Ctx, { idpId, userId, steps }: Trial): Promise<void> {
  const seen = { userId, steps, triedAt: toDate(ctx.now) };
  await stage(ctx, async (unit) => {
    const tx = await unit.tx();
    await tx
      .insert(ssoTrials)
      .values({ tenantId: ctx.tenant.id, idpId, ...seen })
      .onConflictDoUpdate({ target: [ssoTrials.tenantId, ssoTrials.idpId], set: seen });
    unit.record({
      verb: 'sso.tried',
      subject: { type: 'identity_provider', id: idpId },
      after: { passed: steps.every(({ ok }) => ok) },
      as: { tenantId: ctx.tenant.id, userId },
    });
  });
}
