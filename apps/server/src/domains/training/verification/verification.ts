import type { VerificationView } from '@officina/contracts/training-views';
import { z } from 'zod';
import { requireUser } from '../../../kernel/authorize.ts';
import { read } from '../../../kernel/operation.ts';
import { lastVerification } from './load-verification.ts';

/** How far the caller's own identity check has come; null before the first. */
export const readVerification = read({
  name: 'training.verification',
  permission: 'training.verify',
  input: z.object({}),
  async run(ctx): Promise<VerificationView | null> {
    const row = await lastVerification(ctx, requireUser(ctx.actor).id);
    if (!row) return null;
    const { status, stripeSessionId: sessionId, verifiedAt, note } = row;
    return { status, sessionId, verifiedAt: verifiedAt?.toISOString() ?? null, note };
  },
});
