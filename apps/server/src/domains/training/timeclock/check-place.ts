import { distanceMetres, isWithin } from '@officina/contracts/training-places';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { openAlert } from '../alerts/open-alert.ts';
import type { Asked } from '../enforcement/enforce.ts';
import { recordDenial } from '../enforcement/record-denial.ts';
import type { Guard } from '../enforcement/regulated.ts';
import type { EntryRow } from '../hours/entry-row.ts';
import type { ClockFields } from './clock-fields.ts';
import type { SiteFacts } from './clock-places.ts';

/**
 * The site of the request, if it is one where the action may take place: for a clock-in an active one of the assigned shop,
 * for the others that of the shift, which can be ended there whatever has become of the site.
 */
export function siteOf(
  site: SiteFacts | null,
  { partnerId }: ClockFields,
  where: { assignedShop: string | null } | { entry: EntryRow },
): SiteFacts {
  const begun = 'entry' in where ? where.entry : null;
  if (!site || !(site.isActive || begun?.siteId === site.id)) throw new AppError('SITE_NOT_FOUND');
  const shopId = 'entry' in where ? where.entry.shopId : where.assignedShop;
  const elsewhere = begun?.siteId && begun.siteId !== site.id;
  if (site.partnerId !== partnerId || site.shopId !== shopId || elsewhere)
    throw new AppError('SITE_NOT_ALLOWED');
  return site;
}

/** Refuses whoever is not there; staff are told, and the refusal is recorded. */
export function checkPresence(guard: Guard, asked: Asked, site: SiteFacts, { position }: ClockFields): void {
  if (isWithin(position, site)) return;
  const metres = Math.round(distanceMetres(position, site));
  const error = new AppError('OUTSIDE_GEOFENCE', undefined, { distance_m: metres, radius_m: site.radiusM });
  guard.refuse(error, async (ctx: WriteCtx) => {
    await recordDenial(ctx, guard.path, asked, 'OUTSIDE_GEOFENCE');
    const enrollmentId = asked.standing.enrolled?.enrollment.id ?? null;
    await openAlert(ctx, {
      kind: 'geofence_violation',
      severity: 'warning',
      subject: enrollmentId ?? asked.standing.userId,
      enrollmentId,
      siteId: site.id,
      message: `${asked.action} ${metres} m away from the site`,
      details: { action: asked.action, distanceM: metres, radiusM: site.radiusM },
    });
  });
}
