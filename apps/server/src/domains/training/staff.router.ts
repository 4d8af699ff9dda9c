import { mutation, query, router } from '../../kernel/trpc.ts';
import { listAlerts } from './alerts/list-alerts.ts';
import { resolveAlert } from './alerts/resolve-alert.ts';
import { reviewDocument } from './documents/review-document.ts';
import { addShift } from './hours/add-shift.ts';
import { correctShift } from './hours/correct-shift.ts';
import { createOverride } from './overrides/create-override.ts';
import { revokeOverride } from './overrides/revoke-override.ts';
import { assignShop } from './shops/assign-shop.ts';
import { listShops } from './shops/list-shops.ts';
import { saveShop } from './shops/save-shop.ts';
import { saveSite } from './shops/save-site.ts';
import { setPartnerStatus, setShopApproval } from './shops/set-approval.ts';
import { listAudit } from './staff/audit.ts';
import {
  complete,
  reinstate,
  releaseHold,
  setCoursework,
  setHold,
  suspend,
} from './staff/change-standing.ts';
import { closeCase } from './staff/close-cases.ts';
import { getEnrollment } from './staff/get-enrollment.ts';
import { listLearners } from './staff/list-learners.ts';
import { readPipeline } from './staff/pipeline.ts';
import { reconcile } from './staff/reconcile.ts';

/** What staff see of learners and shops, and do about them. */
export const staffRouter = router({
  addShift: mutation(addShift),
  alerts: query(listAlerts),
  assignShop: mutation(assignShop),
  audit: query(listAudit),
  closeCase: mutation(closeCase),
  complete: mutation(complete),
  correctShift: mutation(correctShift),
  createOverride: mutation(createOverride),
  enrollment: query(getEnrollment),
  learners: query(listLearners),
  pipeline: query(readPipeline),
  reconcile: mutation(reconcile),
  reinstate: mutation(reinstate),
  releaseHold: mutation(releaseHold),
  resolveAlert: mutation(resolveAlert),
  reviewDocument: mutation(reviewDocument),
  revokeOverride: mutation(revokeOverride),
  saveShop: mutation(saveShop),
  saveSite: mutation(saveSite),
  setCoursework: mutation(setCoursework),
  setHold: mutation(setHold),
  setPartnerStatus: mutation(setPartnerStatus),
  setShopApproval: mutation(setShopApproval),
  shops: query(listShops),
  suspend: mutation(suspend),
});
