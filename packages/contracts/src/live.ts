import type { Permission } from './permissions.ts';
import type { Role } from './roles.ts';

/** That something was changed: ids and words, never what it was changed to. */
export interface LiveChange {
  /** `<subject>.<past tense>`, as in the journal. */
  verb: string;
  subjectType: string;
  subjectId: string;
  /** The customer on whose timeline it belongs. */
  contactId: string | null;
  /** The engagement that it is, or lies under. */
  engagementId: string | null;
  /** The user who acted; null for visitors and jobs. */
  actorId: string | null;
  /** Only of the receiver's own changes: tells those of this window from those of their others. */
  requestId: string | null;
}

/** What was changed since the last batch, or that it was too much to tell: then everything may be outdated. */
export interface LiveBatch {
  changes: LiveChange[];
  missed: boolean;
}

/** A batch as it arrives; `id` is where a later stream goes on. */
export interface LiveMessage {
  id: string;
  data: LiveBatch;
}

/** The word that lets staff hear of changes to a kind of record. Nobody hears of what is not named here. */
export const SUBJECT_READERS: Readonly<Record<string, Permission>> = {
  activity: 'activities.read',
  binder: 'office.binders.read',
  change_request: 'portal.changes.decide',
  charge: 'office.charges.read',
  client: 'office.clients.read',
  contact: 'contacts.read',
  credit_note: 'invoices.read',
  deliverable: 'portal.engagements.write',
  document: 'office.documents.read',
  edit_event: 'portal.edits.resolve',
  engagement: 'portal.engagements.write',
  inquiry: 'portal.inquiries.read',
  invitation: 'team.read',
  invoice: 'invoices.read',
  item: 'studio.items.write',
  message: 'journal.read',
  milestone: 'portal.engagements.write',
  organization: 'portal.organizations.manage',
  payment: 'payments.read',
  project: 'studio.projects.read',
  quote: 'quotes.read',
  scope: 'portal.scopes.write',
  service: 'portal.catalogue.manage',
  service_record: 'vehicles.read',
  studio_invoice: 'studio.invoices.read',
  subscription: 'payments.read',
  talent_profile: 'portal.talent.manage',
  task: 'tasks.read',
  tenant: 'settings.read',
  user: 'team.read',
  vehicle: 'vehicles.read',
};

/** They see of such records what they made themselves, which a change does not tell: they hear of none. */
export const HEAR_NOTHING: readonly Role[] = ['freelancer'];

/** Lists that are open lose the record. */
const PURGED = 'record.purged';

interface ClientNews {
  /** What a client must hold to read such records. */
  word: Permission;
  /** What is told of them. */
  verbs: readonly string[];
}

/**
 * Of which changes clients hear, where the journal puts them on their own organisation's timeline: a word alone says nothing
 * of whose record it is. Drafts of scopes and what staff note for themselves are not among them.
 */
export const CLIENT_NEWS: Readonly<Record<string, ClientNews>> = {
  change_request: {
    word: 'portal.changes.read',
    verbs: [
      'change_request.created',
      'change_request.updated',
      'change_request.decided',
      'change_request.implemented',
      PURGED,
    ],
  },
  deliverable: {
    word: 'portal.engagements.read',
    verbs: ['deliverable.created', 'deliverable.updated', 'deliverable.approved', PURGED],
  },
  document: { word: 'portal.documents.read', verbs: ['document.uploaded', 'document.archived', PURGED] },
  edit_event: {
    word: 'portal.edits.submit',
    verbs: ['edit.requested', 'edit.linked', 'edit.applied', 'edit.rejected'],
  },
  engagement: {
    word: 'portal.engagements.read',
    verbs: ['engagement.created', 'engagement.updated', 'engagement.billing_updated', PURGED],
  },
  invoice: {
    word: 'portal.billing.read',
    verbs: [
      'invoice.created',
      'invoice.updated',
      'invoice.issued',
      'invoice.paid',
      'invoice.payment_undone',
      PURGED,
    ],
  },
  milestone: { word: 'portal.engagements.read', verbs: ['milestone.created', 'milestone.updated', PURGED] },
  project: {
    word: 'studio.projects.read',
    verbs: [
      'project.created',
      'project.updated',
      'project.completed',
      'project.archived',
      'project.restored',
    ],
  },
  scope: {
    word: 'portal.scopes.read',
    verbs: ['scope.sent', 'scope.approved', 'scope.rejected', 'scope.revised', PURGED],
  },
  studio_invoice: { word: 'studio.invoices.read', verbs: ['invoice.issued', 'invoice.paid'] },
};
