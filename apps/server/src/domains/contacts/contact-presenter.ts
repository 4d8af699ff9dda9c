import type { Address, ContactAbilities, ContactListItem, ContactView } from '@officina/contracts/contacts';
import type { contacts } from '@officina/db/schema/contacts';
import { may } from '../../kernel/authorize.ts';
import { isoOf } from '../../kernel/clock.ts';
import type { Ctx } from '../../kernel/context.ts';

export type ContactRow = typeof contacts.$inferSelect;

/** The columns of an address as one object, or null when none is filled. */
export function addressOf(
  row: Pick<ContactRow, 'street' | 'city' | 'postalCode' | 'country'>,
): Address | null {
  const { street, city, postalCode, country } = row;
  return street || city || postalCode ? { street, city, postalCode, country } : null;
}

export function contactAbilities(ctx: Ctx): ContactAbilities {
  return {
    edit: may(ctx.actor, 'contacts.edit'),
    delete: may(ctx.actor, 'contacts.delete'),
    erase: may(ctx.actor, 'contacts.erase'),
  };
}

type ListRow = Omit<
  ContactRow,
  'customFields' | 'searchText' | 'tenantId' | 'createdBy' | 'deletedAt' | 'erasedAt' | 'source' | 'notes'
>;

function presentShared(row: ListRow) {
  return {
    id: row.id,
    kind: row.kind,
    firstName: row.firstName,
    lastName: row.lastName || (row.firstName ? '' : row.displayName),
    displayName: row.displayName,
    email: row.email,
    phone: row.phone,
    company: row.company,
    address: addressOf(row),
    tags: row.tags,
    isVip: row.isVip,
    version: row.version,
    createdAt: isoOf(row.createdAt),
    updatedAt: isoOf(row.updatedAt),
  };
}

/** Contacts that came with one name only print an empty first name and that name as the last. */
export function presentContact(row: ListRow & Pick<ContactRow, 'customFields'>): ContactView {
  return { ...presentShared(row), customFields: row.customFields };
}

export function presentContactItem(
  row: ListRow & { vehiclesCount: number },
  abilities: ContactAbilities,
): ContactListItem {
  return { ...presentShared(row), vehiclesCount: row.vehiclesCount, abilities };
}
