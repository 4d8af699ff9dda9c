import { sql } from 'drizzle-orm';

/**
 * Of `edit_events`, those that clients hear of: nothing of drafts, and of a note that staff keep to themselves not even
 * that it was changed.
 */
export const editsToldToClients = sql`not (edit_events.entity_type = 'scope' and exists (select from scope_proposals s
    where s.tenant_id = edit_events.tenant_id and s.id = edit_events.entity_id and s.status = 'draft'))
  and not (edit_events.entity_type = 'invoice'
    and not jsonb_path_exists(edit_events.diff, '$[*] ? (@.field != "internalNote")'))`;

/** What clients are told of their organisation's history: nothing of drafts, inquiries or staff's own bookkeeping. */
export const CLIENT_VERBS: readonly string[] = [
  'engagement.created',
  'engagement.updated',
  'engagement.billing_updated',
  'milestone.created',
  'milestone.updated',
  'deliverable.created',
  'deliverable.updated',
  'deliverable.approved',
  'scope.sent',
  'scope.approved',
  'scope.rejected',
  'change_request.created',
  'change_request.updated',
  'change_request.decided',
  'change_request.implemented',
  'document.uploaded',
  'document.archived',
  'edit.requested',
  'edit.applied',
  'edit.rejected',
  'invoice.created',
  'invoice.paid',
];

/** What staff are told of besides on their start page. */
export const STAFF_VERBS: readonly string[] = [
  ...CLIENT_VERBS,
  'engagement.exported',
  'scope.created',
  'scope.updated',
  'scope.revised',
  'edit.linked',
  'inquiry.created',
  'inquiry.triaged',
  'inquiry.closed',
  'inquiry.converted',
  'invoice.updated',
  'invoice.payment_undone',
  'record.purged',
];

const TOLD = ['title', 'stage', 'status', 'startDate', 'targetDate', 'dueDate'];

/** Of what a change changed, the fields that clients see on their screens anyway. */
export function clientFields(values: Record<string, unknown> | null): Record<string, unknown> | null {
  if (!values) return null;
  return Object.fromEntries(Object.entries(values).filter(([field]) => TOLD.includes(field)));
}
