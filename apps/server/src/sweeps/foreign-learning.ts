import { progressEntries } from '@officina/db/schema/training-hours';
import { checkinCodes } from '@officina/db/schema/training-places';
import {
  enrollmentCases,
  enrollmentDocuments,
  enrollmentOverrides,
  trainingAlerts,
} from '@officina/db/schema/training-records';
import type { World } from '../testing/harness.ts';
import type { ForeignTraining } from './foreign-training.ts';

/** Ids of what belongs to a learner's way through the programme. */
export interface ForeignLearning {
  entryId: string;
  overrideId: string;
  caseId: string;
  alertId: string;
  paperId: string;
}

const idOf = ([row]: { id: string }[]): string => row?.id ?? '';

/** A shift, a code, an override, a case, an alert and a paper of the foreign learner, with `mark` in every text. */
export async function createForeignLearning(
  { server, tenant, user }: World,
  mark: string,
  { learnerId: userId, enrollmentId, apprenticeId, programId, partnerId, shopId, siteId }: ForeignTraining,
  documentId: string,
): Promise<ForeignLearning> {
  const { db } = server.services.client;
  const { id: tenantId } = tenant;
  const at = new Date('2026-01-14T15:00:00Z');
  const expiresAt = new Date('2026-02-01T00:00:00Z');
  const of = { tenantId, enrollmentId, userId };
  const entry = await db
    .insert(progressEntries)
    .values({
      ...{ tenantId, apprenticeId, programId, partnerId, shopId, siteId },
      source: 'timeclock',
      workDate: '2026-01-14',
      weekEnding: '2026-01-17',
      clockInAt: at,
      disputeNote: mark,
    })
    .returning();
  await db.insert(checkinCodes).values({ tenantId, shopId, code: 'ZZZZZZ', expiresAt });
  const override = await db
    .insert(enrollmentOverrides)
    .values({ tenantId, userId, action: 'CLOCK_IN', expiresAt, reason: mark, createdBy: user.id })
    .returning();
  const opened = await db
    .insert(enrollmentCases)
    .values({ ...of, type: 'refund', stripeObjectId: mark, openedAt: at })
    .returning();
  const alert = await db
    .insert(trainingAlerts)
    .values({ tenantId, kind: 'stuck', severity: 'high', subject: mark, message: mark })
    .returning();
  await db
    .insert(enrollmentDocuments)
    .values({ ...of, documentId, documentType: 'other', path: mark, rejectionReason: mark });
  return {
    entryId: idOf(entry),
    overrideId: idOf(override),
    caseId: idOf(opened),
    alertId: idOf(alert),
    paperId: documentId,
  };
}
