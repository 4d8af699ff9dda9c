import type { VerificationStatus } from '@officina/contracts/training';
import { identityVerifications } from '@officina/db/schema/training-records';
import { and, eq } from 'drizzle-orm';
import type { TenantId } from '../../../kernel/ids.ts';
import { crossTenant } from '../../../kernel/statement.ts';
import { onStripeEvent } from '../../payments/stripe-effects.ts';
import { textOf } from '../../payments/stripe-event.ts';
import { inTenantOf } from '../billing/find-enrollment.ts';

const MEANS: Record<string, VerificationStatus> = {
  'identity.verification_session.verified': 'approved',
  'identity.verification_session.requires_input': 'pending',
  'identity.verification_session.canceled': 'failed',
};

/** How a check ended: for good, once it is approved or failed. Found by its session alone. */
onStripeEvent(Object.keys(MEANS), async (ctx, event) => {
  const session = textOf(event.object, 'id');
  const status = MEANS[event.type];
  if (!session || !status) return null;
  const tx = await ctx.tx();
  const [row] = await tx
    .select()
    .from(identityVerifications)
    .where(
      and(
        crossTenant('an event of the payment provider names no tenant'),
        eq(identityVerifications.stripeSessionId, session),
      ),
    )
    .for('update');
  if (!row) return null;
  const tenantId = row.tenantId as TenantId;
  if (row.status !== 'pending') return { tenantId };
  const note = status === 'pending' ? textOf(event.object.last_error, 'reason') : row.note;
  const verifiedAt = status === 'approved' ? event.created : null;
  await tx
    .update(identityVerifications)
    .set({ status, note, verifiedAt, ...(status !== 'pending' && { url: null }) })
    .where(and(eq(identityVerifications.tenantId, tenantId), eq(identityVerifications.id, row.id)));
  const inside = await inTenantOf(ctx, tenantId);
  if (status !== row.status || note !== row.note)
    inside.record({
      verb: 'identity.status_changed',
      subject: { type: 'identity_verification', id: row.id },
      before: { status: row.status, note: row.note },
      after: { status, note },
    });
  return { tenantId };
});
