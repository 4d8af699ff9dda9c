import type { Address } from '@officina/contracts/contacts';
import { foldText } from '@officina/contracts/text';
import { contacts } from '@officina/db/schema/contacts';
import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';

interface Named {
  firstName: string;
  lastName: string;
  /** The name of contacts that came with one name only. */
  displayName?: string;
  email: string | null;
  phone: string | null;
  company: string | null;
}

export const displayNameOf = (contact: Pick<Named, 'firstName' | 'lastName'>): string =>
  `${contact.firstName} ${contact.lastName}`.trim();

/**
 * What substring search looks through: folded name (alone in the first line), e-mail, company, and the phone as it is
 * written and without separators.
 */
export function searchTextOf(contact: Named): string {
  const { email, company, phone } = contact;
  const digits = phone?.replace(/[^\d+]/g, '');
  const parts = [displayNameOf(contact) || contact.displayName, email, company, phone];
  return [...parts, digits === phone ? null : digits]
    .filter(Boolean)
    .map((part) => foldText(part as string).replace(/[\r\n]+/g, ' '))
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

/** The stamp of a change to many rows: now, but for each row later than its last one. */
export const laterStamp = (ctx: Ctx): SQL<Date> =>
  sql`greatest(${ctx.now.toString()}::timestamptz, ${contacts.updatedAt} + interval '1 ms')`;
