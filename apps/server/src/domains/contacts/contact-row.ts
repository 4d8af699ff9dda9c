import type { Address } from '@officina/contracts/contacts';
import { foldText } from '@officina/contracts/text';

interface Named {
  firstName: string;
  lastName: string;
  email: string | null;
  phone: string | null;
  company: string | null;
}

export const displayNameOf = (contact: Pick<Named, 'firstName' | 'lastName'>): string =>
  `${contact.firstName} ${contact.lastName}`.trim();

/** What substring search looks through: folded name, e-mail, company, and the phone's digits. */
export function searchTextOf(contact: Named): string {
  const parts = [displayNameOf(contact), contact.email, contact.company, contact.phone];
  return parts
    .filter(Boolean)
    .map((part) => foldText(part as string))
    .join('\n');
}

/** An address input as columns; null clears them all. */
export function addressColumns(address: Address | null | undefined) {
  return {
    street: address?.street ?? null,
    city: address?.city ?? null,
    postalCode: address?.postalCode ?? null,
    country: address?.country ?? null,
  };
}
