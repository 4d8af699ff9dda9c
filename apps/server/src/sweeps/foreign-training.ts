import {
  createApplication,
  createEnrollment,
  createLearner,
  createProgram,
  createShop,
} from '@officina/db/factories-training';
import { licenses } from '@officina/db/schema/training-records';
import type { World } from '../testing/harness.ts';

/** Ids of one row of every kind of the academy's. */
export interface ForeignTraining {
  programId: string;
  shopId: string;
  siteId: string;
  partnerId: string;
  learnerId: string;
  applicationId: string;
  enrollmentId: string;
  apprenticeId: string;
}

/** Something of everything of the academy, with `mark` in every text. */
export async function createForeignTraining(
  { server, tenant }: World,
  mark: string,
): Promise<ForeignTraining> {
  const { db } = server.services.client;
  const { id: programId } = await createProgram(db, tenant.id, { slug: mark, name: mark });
  const shop = await createShop(db, tenant.id, { name: mark });
  const { user } = await createLearner(db, tenant.id, { person: { name: mark } });
  const { id: applicationId } = await createApplication(db, tenant.id, {
    programId,
    userId: user.id,
    email: `${mark}@apply.test`,
    signature: mark,
  });
  const enrolled = await createEnrollment(db, tenant.id, {
    programId,
    userId: user.id,
    progressState: 'active_enrolled',
    programStartDate: '2026-01-05',
    apprentice: { shopId: shop.id },
  });
  await db
    .insert(licenses)
    .values({ tenantId: tenant.id, ownerUserId: user.id, name: mark, tier: mark, stripeCustomerId: mark });
  return {
    programId,
    shopId: shop.id,
    siteId: shop.site.id,
    partnerId: shop.partnerId,
    learnerId: user.id,
    applicationId,
    enrollmentId: enrolled.id,
    apprenticeId: enrolled.apprentice?.id ?? '',
  };
}
