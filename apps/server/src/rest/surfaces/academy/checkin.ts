import { z } from 'zod';
import { checkIn } from '../../../domains/training/checkin/check-in.ts';
import { createOverride } from '../../../domains/training/overrides/create-override.ts';
import { row } from '../../row.ts';
import { academyFailures } from './dialect.ts';
import { LATER } from './timeclock.ts';
import { id, moment } from './wire.ts';

const overrideBody = z
  .object({
    user_id: z.unknown().optional(),
    action: z.unknown().optional(),
    expires_at: z.unknown().optional(),
    reason: z.unknown().optional(),
    override_reason_code: z.unknown().optional(),
  })
  .transform(({ user_id, expires_at, override_reason_code, ...rest }) => ({
    ...rest,
    userId: user_id,
    expiresAt: expires_at,
    overrideReasonCode: override_reason_code,
  }));

export const checkinRows = [
  row({
    method: 'POST',
    path: '/checkin',
    summary: "Check in with the code on the shop's wall",
    tag: 'Check-in',
    operation: checkIn,
    body: z.object({ code: z.unknown().optional() }),
    failures: academyFailures({ headers: LATER }),
    answer: 'bare',
    present: (session) => ({ data: { success: true, ...session } }),
    response: z.strictObject({
      success: z.literal(true),
      sessionId: id,
      shopName: z.string(),
      checkInTime: moment,
    }),
  }),
  row({
    method: 'POST',
    path: '/admin/enrollment-override',
    summary: 'Let a learner do something for a while although money is missing',
    tag: 'Staff',
    operation: createOverride,
    body: overrideBody,
    failures: academyFailures({ texts: { FORBIDDEN: 'Admin access required' } }),
    answer: 'bare',
    present: ({ id: override_id, expiresAt: expires_at }) => ({
      data: { success: true, override_id, expires_at },
    }),
    response: z.strictObject({ success: z.literal(true), override_id: id, expires_at: moment }),
  }),
];
