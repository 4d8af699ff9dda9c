import type { Permission } from './permissions.ts';

/** That something was changed: ids and words, never what it was changed to. */
export interface LiveChange {
  /** `<subject>.<past tense>`, as in the journal. */
  verb: string;
  subjectType: string;
  subjectId: string;
  /** The customer on whose timeline it belongs. */
  contactId: string | null;
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

/** The word that lets somebody hear of changes to a kind of record. Nobody hears of what is not named here. */
export const SUBJECT_READERS: Readonly<Record<string, Permission>> = {
  activity: 'activities.read',
  binder: 'office.binders.read',
  charge: 'office.charges.read',
  client: 'office.clients.read',
  contact: 'contacts.read',
  credit_note: 'invoices.read',
  document: 'office.documents.read',
  invitation: 'team.read',
  invoice: 'invoices.read',
  message: 'journal.read',
  quote: 'quotes.read',
  service_record: 'vehicles.read',
  task: 'tasks.read',
  tenant: 'settings.read',
  user: 'team.read',
  vehicle: 'vehicles.read',
};
