import type { Address, ContactView } from '@officina/contracts/contacts';
import { z } from 'zod';
import { id, moment } from './wire.ts';

const addressShape = z
  .strictObject({
    street: z.string().nullable(),
    city: z.string().nullable(),
    postal_code: z.string().nullable(),
    country: z.string().nullable(),
  })
  .nullable();

/** Keys that every printed contact has. */
export const contactShape = {
  id,
  first_name: z.string(),
  last_name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  company: z.string().nullable(),
  address: addressShape,
  tags: z.array(z.string()),
  is_vip: z.boolean(),
};
export const stamps = { created_at: moment, updated_at: moment };
export const customFieldsShape = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null()]),
);

const wireOf = (address: Address | null) =>
  address && {
    street: address.street,
    city: address.city,
    postal_code: address.postalCode,
    country: address.country,
  };

type Shared = Omit<ContactView, 'customFields'>;

/** What every printed contact begins with. */
export const printContact = (contact: Shared) => ({
  id: contact.id,
  first_name: contact.firstName,
  last_name: contact.lastName,
  email: contact.email,
  phone: contact.phone,
  company: contact.company,
  address: wireOf(contact.address),
  tags: contact.tags,
  is_vip: contact.isVip,
});

/** When it was made and last changed. */
export const printStamps = (contact: Shared) => ({
  created_at: contact.createdAt,
  updated_at: contact.updatedAt,
});
