import { engagementBilling } from '@officina/contracts/engagements-inputs';
import { ENGAGEMENT_STAGES, ENGAGEMENT_STATUSES } from '@officina/contracts/portal';
import { portalOnboarding } from '@officina/contracts/portal-onboarding-inputs';
import { z } from 'zod';
import { updateBilling } from '../../../domains/engagements/billing/update-billing.ts';
import { completeOnboarding } from '../../../domains/engagements/complete-onboarding.ts';
import { row } from '../../row.ts';
import { portalFailures } from './dialect.ts';
import { dayMoment, id, moment, okay, okayItem } from './wire.ts';

const engagement = z.strictObject({
  id,
  orgId: id,
  title: z.string(),
  serviceSlug: z.string().nullable(),
  stage: z.enum(ENGAGEMENT_STAGES),
  status: z.enum(ENGAGEMENT_STATUSES),
  startDate: dayMoment.nullable(),
  targetDate: dayMoment.nullable(),
  procurementRef: z.string().nullable(),
  purchaseOrderRef: z.string().nullable(),
  costCenter: z.string().nullable(),
  ownerId: id.nullable(),
  inquiryId: id.nullable(),
  createdAt: moment,
  updatedAt: moment,
});

export const onboardingRows = [
  row({
    method: 'POST',
    path: '/portal/onboarding',
    summary: 'Answer what a client is asked on coming in',
    tag: 'Onboarding',
    operation: completeOnboarding,
    body: portalOnboarding,
    answer: 'data',
    present: () => ({ data: undefined }),
    response: okay(),
  }),
];

export const engagementBillingRows = [
  row({
    method: 'PATCH',
    path: '/portal/billing/engagement',
    summary: 'Set the codes under which the client books its bills',
    tag: 'Billing',
    operation: updateBilling,
    body: engagementBilling,
    answer: 'data',
    present: (view) => ({ data: view }),
    response: okayItem(engagement),
    failures: portalFailures({ NOT_FOUND: [400, 'Not found'] }),
  }),
];
