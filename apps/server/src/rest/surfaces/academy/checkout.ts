import { checkout } from '@officina/contracts/training-inputs';
import { z } from 'zod';
import { startCheckout } from '../../../domains/training/checkout/start-checkout.ts';
import { type RestRow, row } from '../../row.ts';
import { dollars, printDollars } from './wire.ts';

const checkoutBody = z
  .object({
    hours_per_week: z
      .unknown()
      .optional()
      .meta({ wire: { type: 'integer', minimum: 20, maximum: 50, default: 40 } }),
    transferred_hours_verified: z
      .unknown()
      .optional()
      .meta({ wire: { type: 'integer', minimum: 0, maximum: 1999, default: 0 } }),
    enrollment_id: checkout.shape.enrollmentId,
  })
  .transform((body) => ({
    hoursPerWeek: body.hours_per_week,
    transferredHours: body.transferred_hours_verified,
    enrollmentId: body.enrollment_id,
  }));

export const checkoutRows: RestRow[] = [
  row({
    method: 'POST',
    path: '/barber/checkout',
    summary: 'A hosted page where the set-up fee is paid',
    tag: 'Enrolment',
    operation: startCheckout,
    body: checkoutBody,
    answer: 'bare',
    present: (view) => ({
      data: {
        sessionId: view.sessionId,
        url: view.url,
        calculation: {
          setupFee: printDollars(view.setupFeeCents),
          weeklyPayment: printDollars(view.weeklyPaymentCents),
          weeksRemaining: view.weeksRemaining,
          firstBillingDate: view.firstBillingDate,
        },
      },
    }),
    response: z.strictObject({
      sessionId: z.string().startsWith('cs_'),
      url: z.url(),
      calculation: z.strictObject({
        setupFee: dollars,
        weeklyPayment: dollars,
        weeksRemaining: z.int().positive(),
        firstBillingDate: z.string(),
      }),
    }),
  }),
];
