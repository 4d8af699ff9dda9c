import { useLingui } from '@lingui/react/macro';

/** What the academy's record says of each verb. */
export function useAuditWords() {
  const { t } = useLingui();
  const events: Record<string, string> = {
    'enrollment.created': t`Enrolled`,
    'enrollment.state_changed': t`State changed`,
    'enrollment.fact_changed': t`Facts changed`,
    'enrollment.denied': t`Refused`,
    'enrollment.reconciled': t`Apprentice record made`,
    'enrollment.reminded': t`Reminded`,
    'enrollment.coursework_changed': t`Coursework noted`,
    'application.submitted': t`Application sent`,
    'application.decided': t`Application decided`,
    'payment.recorded': t`Payment recorded`,
    'payment.failed': t`Payment failed`,
    'payment.refunded': t`Payment given back`,
    'case.opened': t`Case opened`,
    'case.closed': t`Case closed`,
    'document.uploaded': t`Document uploaded`,
    'document.reviewed': t`Document reviewed`,
    'shift.started': t`Shift started`,
    'shift.lunch_started': t`Lunch started`,
    'shift.lunch_ended': t`Lunch ended`,
    'shift.ended': t`Shift ended`,
    'shift.added': t`Shift added by hand`,
    'shift.corrected': t`Shift corrected`,
    'shift.reviewed': t`Shift reviewed`,
    'shift.left_site': t`Left the site`,
    'shift.returned_to_site': t`Came back to the site`,
    'override.created': t`Override given`,
    'override.applied': t`Override used`,
    'override.revoked': t`Override revoked`,
    'apprentice.shop_assigned': t`Shop assigned`,
    'shop.created': t`Shop added`,
    'shop.updated': t`Shop changed`,
    'shop.code_rotated': t`New check-in code`,
    'shop.approval_changed': t`Approval of the shop changed`,
    'partner.created': t`Partner added`,
    'partner.status_changed': t`Partner's status changed`,
    'site.created': t`Site added`,
    'site.updated': t`Site changed`,
    'alert.opened': t`Alert`,
    'alert.resolved': t`Alert resolved`,
  };
  return { events, eventOf: (verb: string) => events[verb] ?? verb };
}
