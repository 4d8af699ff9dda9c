import type { ImportMatch, ImportOutcome, ImportRowError } from '@officina/contracts/contacts';
import { address } from '@officina/contracts/contacts-inputs';
import { changesOf } from '../../kernel/changes.ts';
import { AppError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { JournalEntry } from '../../kernel/journal.ts';
import { contactConflicts } from './contact-conflicts.ts';
import { addressColumns, displayNameOf } from './contact-row.ts';
import type { ImportRecord, ReadRecord } from './import-record.ts';
import type { ContactRoom } from './plan-limits.ts';

/** The columns that an import writes. */
export interface ImportedContact {
  id: string;
  firstName: string;
  lastName: string;
  displayName: string;
  email: string | null;
  phone: string | null;
  company: string | null;
  street: string | null;
  city: string | null;
  postalCode: string | null;
  country: string | null;
  tags: string[];
  isVip: boolean;
}

export interface KnownContact extends ImportedContact {
  /** Whether its address is one that no other contact may have. */
  ownsAddress: boolean;
}

export interface ImportPlan {
  outcomes: ImportOutcome[];
  errors: ImportRowError[];
  created: ImportedContact[];
  updated: ImportedContact[];
  entries: JournalEntry[];
}

interface Wishes {
  matchBy: ImportMatch;
  onMatch: 'skip' | 'update';
  room: ContactRoom;
}

const fault = (field: string, message: string): AppError =>
  new AppError('VALIDATION_ERROR', undefined, [{ field, message }]);

/** The address columns with what a record says of them; the postal code is judged with its country. */
function addressOf(before: Partial<ImportedContact>, record: ImportRecord) {
  const said = ['street', 'city', 'postalCode', 'country'] as const;
  if (said.every((field) => record[field] === undefined)) return {};
  const whole = Object.fromEntries(said.map((field) => [field, record[field] ?? before[field]]));
  const read = address.safeParse(whole);
  if (read.success) return addressColumns(read.data);
  const issues = read.error.issues.map(({ path, message }) => ({ field: String(path[0]), message }));
  throw new AppError('VALIDATION_ERROR', undefined, issues);
}

/** Works through the records in their order, as if each were saved before the next is read. */
class Planner {
  readonly plan: ImportPlan = { outcomes: [], errors: [], created: [], updated: [], entries: [] };
  readonly #wishes: Wishes;
  readonly #owners = new Map<string, ImportedContact>();
  readonly #byPhone = new Map<string, ImportedContact[]>();
  readonly #touched = new Set<ImportedContact>();

  constructor(known: readonly KnownContact[], wishes: Wishes) {
    this.#wishes = wishes;
    for (const { ownsAddress, ...contact } of known) this.#remember(contact, ownsAddress);
  }

  #remember(contact: ImportedContact, ownsAddress = true): void {
    if (contact.email && ownsAddress) this.#owners.set(contact.email, contact);
    if (contact.phone) {
      const sharing = this.#byPhone.get(contact.phone) ?? [];
      if (!sharing.includes(contact)) this.#byPhone.set(contact.phone, [...sharing, contact]);
    }
  }

  #match(record: ImportRecord): ImportedContact | undefined {
    const { matchBy } = this.#wishes;
    if (matchBy === 'email') return record.email === undefined ? undefined : this.#owners.get(record.email);
    if (matchBy === 'none' || record.phone === undefined) return undefined;
    const [first, second] = this.#byPhone.get(record.phone) ?? [];
    if (second && this.#wishes.onMatch === 'update')
      throw fault('phone', 'Several contacts have this phone number');
    return first;
  }

  /** An address that a record takes from its contact stays taken: one statement cannot pass it on safely. */
  #claim(email: string | undefined, by: ImportedContact | null): void {
    const owner = email === undefined ? undefined : this.#owners.get(email);
    if (owner && owner !== by) throw contactConflicts.contacts_email_unique();
  }

  #create(record: ImportRecord): ImportOutcome {
    const { firstName, lastName, email } = record;
    const missing = (['firstName', 'lastName'] as const).filter((field) => !record[field]);
    if (!firstName || !lastName) {
      const details = missing.map((field) => ({ field, message: 'Required' }));
      throw new AppError('VALIDATION_ERROR', undefined, details);
    }
    this.#claim(email, null);
    const place = addressOf({}, record);
    if (this.plan.created.length >= this.#wishes.room.left) throw this.#wishes.room.refusal();
    const contact: ImportedContact = {
      id: newId(),
      firstName,
      lastName,
      displayName: displayNameOf({ firstName, lastName }),
      email: email ?? null,
      phone: record.phone ?? null,
      company: record.company ?? null,
      ...addressColumns(null),
      ...place,
      tags: record.tags ?? [],
      isVip: record.isVip ?? false,
    };
    this.plan.created.push(contact);
    this.#touched.add(contact);
    this.#remember(contact);
    this.#journal('contact.created', contact.id, { after: { ...contact, id: undefined } });
    return 'created';
  }

  #update(contact: ImportedContact, record: ImportRecord): ImportOutcome {
    this.#claim(record.email, contact);
    const { street: _, city: _c, postalCode: _p, country: _o, ...fields } = record;
    const changes = changesOf(contact, { ...fields, ...addressOf(contact, record) });
    if (!changes) return 'skipped';
    Object.assign(contact, changes.after);
    contact.displayName = displayNameOf(contact) || contact.displayName;
    this.#remember(contact);
    if (!this.#touched.has(contact)) this.plan.updated.push(contact);
    this.#touched.add(contact);
    this.#journal('contact.updated', contact.id, changes);
    return 'updated';
  }

  #journal(verb: string, id: string, said: Pick<JournalEntry, 'before' | 'after'>): void {
    this.plan.entries.push({ verb, subject: { type: 'contact', id }, contactId: id, ...said });
  }

  /** All or nothing for each record: whatever is wrong with it leaves everything else as it was. */
  take(read: ReadRecord, row: number): void {
    try {
      if ('errors' in read) throw new AppError('VALIDATION_ERROR', undefined, read.errors);
      const match = this.#match(read.record);
      if (!match) this.plan.outcomes.push(this.#create(read.record));
      else if (this.#wishes.onMatch === 'skip') this.plan.outcomes.push('skipped');
      else this.plan.outcomes.push(this.#update(match, read.record));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const details = Array.isArray(error.details)
        ? error.details
        : [{ field: 'row', message: error.message }];
      this.plan.outcomes.push('failed');
      this.plan.errors.push(
        ...details.map(({ field, message }) => ({ row, field, message, code: error.code })),
      );
    }
  }
}

/** Decides what becomes of each record; writes nothing. `known` are the contacts that records may be about. */
export function planImport(
  reads: readonly ReadRecord[],
  known: readonly KnownContact[],
  wishes: Wishes,
): ImportPlan {
  const planner = new Planner(known, wishes);
  for (const [index, read] of reads.entries()) planner.take(read, index + 1);
  return planner.plan;
}
