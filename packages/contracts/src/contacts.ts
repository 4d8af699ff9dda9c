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
