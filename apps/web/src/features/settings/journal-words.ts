import { useLingui } from '@lingui/react/macro';
import type { Entry } from './journal-changes.ts';

/** Who and what of an entry in words; a verb without words of its own is shown as it is written. */
export function useJournalWords() {
  const { t } = useLingui();
  const verbs: Record<string, string> = {
    'tenant.created': t`Firm created`,
    'settings.updated': t`Settings changed`,
    'plan.changed': t`Plan changed`,
    'user.signed_in': t`Signed in`,
    'user.signed_out': t`Signed out`,
    'user.updated': t`Profile changed`,
    'password.changed': t`Password changed`,
    'session.revoked': t`Session ended`,
    'member.invited': t`Colleague invited`,
    'member.joined': t`Colleague joined`,
    'member.role_changed': t`Role changed`,
    'member.removed': t`Colleague removed`,
    'invitation.revoked': t`Invitation taken back`,
    'contact.created': t`Contact created`,
    'contact.updated': t`Contact changed`,
    'contact.deleted': t`Contact deleted`,
    'contact.restored': t`Contact restored`,
    'contact.imported': t`Contacts imported`,
    'contact.erased': t`Contact erased`,
    'vehicle.created': t`Vehicle created`,
    'vehicle.updated': t`Vehicle changed`,
    'vehicle.deleted': t`Vehicle deleted`,
    'vehicle.restored': t`Vehicle restored`,
    'vehicle.mileage_updated': t`Mileage read`,
    'vehicle.mileage_corrected': t`Mileage corrected`,
    'service_record.added': t`Service record added`,
    'service_record.updated': t`Service record changed`,
    'service_record.deleted': t`Service record deleted`,
    'service_record.restored': t`Service record restored`,
    'quote.created': t`Quote written`,
    'quote.updated': t`Quote changed`,
    'quote.sent': t`Quote sent`,
    'quote.accepted': t`Quote accepted`,
    'quote.rejected': t`Quote refused`,
    'quote.renewed': t`Quote renewed`,
    'quote.converted': t`Quote invoiced`,
    'quote.deleted': t`Quote deleted`,
    'quote.restored': t`Quote restored`,
    'invoice.created': t`Invoice drafted`,
    'invoice.updated': t`Draft of an invoice changed`,
    'invoice.issued': t`Invoice issued`,
    'invoice.payment_recorded': t`Payment recorded`,
    'invoice.paid': t`Invoice paid`,
    'invoice.payment_undone': t`Payment taken back`,
    'invoice.reminded': t`Reminder sent`,
    'invoice.cancelled': t`Invoice cancelled`,
    'invoice.deleted': t`Draft of an invoice deleted`,
    'credit_note.issued': t`Credit note issued`,
    'task.created': t`Task created`,
    'task.updated': t`Task changed`,
    'task.completed': t`Task done`,
    'task.deleted': t`Task deleted`,
    'task.restored': t`Task restored`,
    'activity.logged': t`Activity logged`,
    'message.queued': t`Message queued`,
    'message.sent': t`Message sent`,
    'message.failed': t`Message failed`,
  };
  const verbName = (verb: string) => verbs[verb] ?? verb;
  const kinds = {
    user: t`A former user`,
    apiKey: t`An API key`,
    visitor: t`A visitor`,
    webhook: t`An outside service`,
    system: t`The system`,
  };
  const actorName = ({ actor }: Entry) => actor.name || kinds[actor.kind];
  const options = Object.entries(verbs).map(([value, label]) => ({ value, label }));
  return { verbName, actorName, options };
}
