import type { ActivityView } from './activities.ts';
import type { ErrorCode, FieldError } from './errors.ts';
import type { InvoiceState, QuoteState } from './sales.ts';
import type { TaskPriority, TaskStatus } from './tasks.ts';

export const CONTACT_KINDS = ['person', 'organization'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** The surface through which a contact came in. */
export const CONTACT_SOURCES = ['garage', 'office', 'portal', 'academy', 'studio'] as const;

export interface Address {
  street: string | null;
  city: string | null;
  postalCode: string | null;
  country: string | null;
}

export type CustomFields = Record<string, string | number | boolean | null>;

export interface ContactAbilities {
  edit: boolean;
  delete: boolean;
  erase: boolean;
}

export interface ContactView {
  id: string;
  kind: ContactKind;
  firstName: string;
  lastName: string;
  displayName: string;
  email: string | null;
  phone: string | null;
  company: string | null;
  address: Address | null;
  tags: string[];
  isVip: boolean;
  customFields: CustomFields;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export interface ContactListItem extends Omit<ContactView, 'customFields'> {
  vehiclesCount: number;
  abilities: ContactAbilities;
}

/** Sums over a contact's documents. Rates are 0..1; null where there is nothing to compare. */
export interface ContactStats {
  revenueCents: number;
  currency: string;
  quotes: number;
  conversionRate: number | null;
  lastActivityAt: string | null;
}

export interface ContactVehicle {
  id: string;
  vin: string;
  licensePlate: string;
  make: string;
  model: string;
  year: number;
  /** Kilometres. */
  mileage: number | null;
}

export interface ContactQuote {
  id: string;
  number: string;
  status: QuoteState;
  totalCents: number;
  currency: string;
  issueDate: string;
  validUntil: string;
}

export interface ContactInvoice {
  id: string;
  number: string | null;
  status: InvoiceState;
  totalCents: number;
  currency: string;
  issueDate: string;
  dueDate: string | null;
  daysOverdue: number;
}

export interface ContactTask {
  id: string;
  title: string;
  status: TaskStatus;
  priority: TaskPriority;
  dueAt: string | null;
  assignee: { id: string; name: string } | null;
}

/** A contact with what belongs to it: the newest of each, complete lists are other queries. */
export interface ContactDetail extends ContactView {
  /** Live ones, newest first, at most 50. */
  vehicles: ContactVehicle[];
  /** The 5 newest. */
  recentQuotes: ContactQuote[];
  /** The 5 newest; credit notes are not among them. */
  recentInvoices: ContactInvoice[];
  /** The 10 that are due first; null for those who may not read tasks. */
  openTasks: ContactTask[] | null;
  /** The 10 newest. */
  recentActivities: ActivityView[];
  stats: ContactStats;
  abilities: ContactAbilities;
}

/** The name that the documents of an erased person show. */
export const ERASED_NAME = '—';

export const CONTACT_SORTS = ['createdAt', 'displayName', 'updatedAt'] as const;

export const CSV_CONTACT_FIELDS = [
  'firstName',
  'lastName',
  'email',
  'phone',
  'company',
  'street',
  'city',
  'postalCode',
  'country',
  'tags',
  'isVip',
] as const;
export type CsvContactField = (typeof CSV_CONTACT_FIELDS)[number];

/** One record of a file, cells as they stand in it; a missing or empty cell says nothing about its field. */
export type CsvContactRow = Partial<Record<CsvContactField, string | null>>;

/** By which field a record finds the contact that it is about. */
export const IMPORT_MATCHES = ['none', 'email', 'phone'] as const;
export type ImportMatch = (typeof IMPORT_MATCHES)[number];

/** What happens to a record whose contact exists. */
export const IMPORT_ON_MATCH = ['skip', 'update'] as const;

export const IMPORT_OUTCOMES = ['created', 'updated', 'skipped', 'failed'] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

export interface ImportRowError extends FieldError {
  /** 1 for the first record. */
  row: number;
  code: ErrorCode;
}

/** What an import did, or would do (`dryRun`). */
export interface ImportResult {
  dryRun: boolean;
  counts: Record<ImportOutcome, number>;
  /** One per record, in order. */
  outcomes: ImportOutcome[];
  errors: ImportRowError[];
}

/** A piece of an export, ready to be appended to the pieces before. */
export interface ContactExportPage {
  filename: string;
  /** CSV; the first piece starts with a byte-order mark and the header line. */
  text: string;
  /** Contacts in this piece. */
  rows: number;
  /** Contacts of the whole export, with the first piece. */
  total?: number;
  nextCursor: string | null;
}
