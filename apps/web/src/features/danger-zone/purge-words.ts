import { useLingui } from '@lingui/react/macro';
import type { PurgedEntity } from '@officina/contracts/purge';

/** Kinds of records, and what is deleted with one of each. */
export function usePurgeWords() {
  const { t } = useLingui();
  const entities: Record<PurgedEntity, string> = {
    engagement: t`Engagement`,
    scope: t`Scope proposal`,
    change_request: t`Change request`,
    invoice: t`Invoice`,
    document: t`Document`,
    deliverable: t`Deliverable`,
    milestone: t`Milestone`,
    edit_event: t({ context: 'record', message: 'Edit' }),
    notification: t`Notification`,
    audit_event: t`Journal entry`,
    inquiry: t`Inquiry`,
  };
  const traces = t`Its edits and the notifications about it.`;
  const goesWith: Record<PurgedEntity, string> = {
    engagement: t`Its change requests, scopes, invoices, milestones, deliverables and documents with their files, and the edits and notifications about all of these. Its inquiry stays.`,
    scope: t`Its invoices, its edits and the notifications about it.`,
    change_request: t`Its edits and the notifications about it. Edits that waited for it stay, without it.`,
    invoice: t`Its lines, earlier versions, edits and notifications. Money that came through the provider stays.`,
    document: t`Its file, its edits and the notifications about it. A deliverable goes on without it.`,
    deliverable: traces,
    milestone: traces,
    edit_event: t`The notifications about it.`,
    notification: t`Nothing else.`,
    audit_event: t`What it says. Its place in the chain stays, so that the journal still verifies.`,
    inquiry: t`Its scopes and documents that belong to no engagement, and the notifications about it.`,
  };
  return { entities, goesWith };
}
