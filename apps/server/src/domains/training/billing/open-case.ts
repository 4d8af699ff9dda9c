import type { AlertSeverity, CaseType } from '@officina/contracts/training';
import { enrollmentCases } from '@officina/db/schema/training-records';
import { and, eq } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/ids.ts';
import { openAlert } from '../alerts/open-alert.ts';

export interface NewCase {
  type: CaseType;
  /** The provider's object that it is about: it gets one case of a type, ever, unless `again`. */
  stripeObjectId: string;
  enrollmentId?: string | null;
  userId?: string | null;
  details: Record<string, unknown>;
  message: string;
  severity?: AlertSeverity;
  /** Open another once the last one is closed. */
  again?: boolean;
}

/** Opens a case with its alert, in the operation's transaction; answers whether it is new. */
export async function openCase(
  ctx: WriteCtx,
  { message, severity = 'high', again = false, ...facts }: NewCase,
): Promise<boolean> {
  const tx = await ctx.tx();
  const { type, stripeObjectId, enrollmentId = null, details } = facts;
  if (!again) {
    const [known] = await tx
      .select({ id: enrollmentCases.id })
      .from(enrollmentCases)
      .where(
        and(
          eq(enrollmentCases.tenantId, ctx.tenant.id),
          eq(enrollmentCases.type, type),
          eq(enrollmentCases.stripeObjectId, stripeObjectId),
        ),
      );
    if (known) return false;
  }
  const id = newId();
  const made = await tx
    .insert(enrollmentCases)
    .values({ ...facts, tenantId: ctx.tenant.id, id, openedAt: toDate(ctx.now) })
    .onConflictDoNothing()
    .returning({ id: enrollmentCases.id });
  if (!made.length) return false;
  ctx.record({
    verb: 'case.opened',
    subject: { type: 'enrollment_case', id },
    after: { type, stripeObjectId, enrollmentId, ...details },
  });
  await openAlert(ctx, { kind: type, severity, subject: stripeObjectId, enrollmentId, message, details });
  return true;
}
