import { msg } from '@lingui/core/macro';
import type { VerbWords } from './verb-words.ts';

/** The advisory office. */
export const OFFICE_VERBS: VerbWords = {
  'client.created': msg`Client created`,
  'client.updated': msg`Client changed`,
  'client.status_changed': msg`Client's status changed`,
  'binder.received': msg`Binder received`,
  'binder.ready': msg`Binder ready for pickup`,
  'binder.ready_undone': msg`Binder taken back to work`,
  'binder.returned': msg`Binder handed over`,
  'binder.noted': msg`Binder noted on`,
  'charge.created': msg`Charge created`,
  'charge.issued': msg`Charge issued`,
  'charge.paid': msg`Charge paid`,
  'charge.canceled': msg`Charge cancelled`,
  'charge.invoice_attached': msg`Invoice attached to a charge`,
  'reminders.run': msg`Reminders sent`,
};
