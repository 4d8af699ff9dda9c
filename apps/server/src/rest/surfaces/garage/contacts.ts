import type { ContactListItem, ContactView } from '@officina/contracts/contacts';
import { checkPostalCode, customFields, isVip, tags } from '@officina/contracts/contacts-inputs';
import { clearable, email, optionalText, phone, requiredText } from '@officina/contracts/fields';
import { z } from 'zod';
import { pageContacts } from '../../../domains/contacts/contact-reads.ts';
import { createContact } from '../../../domains/contacts/create-contact.ts';
import { deleteContact } from '../../../domains/contacts/delete-contact.ts';
import { updateContact } from '../../../domains/contacts/update-contact.ts';
import { row } from '../../row.ts';
import { contactDetailRow } from './contact-detail.ts';
import { contactShape, customFieldsShape, printContact, printStamps, stamps } from './contact-wire.ts';
import { booleanQuery, enveloped, listQuery, moment, paged, pageQuery, paginationOf } from './wire.ts';

const tag = 'Contacts';
const text = optionalText(255).transform((value) => value ?? null);

const wireAddress = z
  .object(
    {
      street: text,
      city: text,
      postal_code: text,
      country: optionalText(255).transform((value) => value ?? 'France'),
    },
    { error: 'Must be an object' },
  )
  .superRefine(checkPostalCode('postal_code'))
  .transform(({ postal_code, ...address }) => ({ ...address, postalCode: postal_code }));

const optionalFields = {
  email: clearable(email),
  phone: clearable(phone),
  company: optionalText(255),
  address: wireAddress.nullish(),
  tags: tags.optional(),
  is_vip: isVip.optional(),
  custom_fields: customFields.optional(),
};

const createBody = z
  .object({ first_name: requiredText(100), last_name: requiredText(100), ...optionalFields })
  .transform(({ first_name, last_name, is_vip, custom_fields, ...rest }) => ({
    ...rest,
    firstName: first_name,
    lastName: last_name,
    isVip: is_vip,
    customFields: custom_fields,
  }));

const updateBody = z
  .object({
    first_name: requiredText(100).optional(),
    last_name: requiredText(100).optional(),
    ...optionalFields,
  })
  .transform(({ first_name, last_name, is_vip, custom_fields, ...rest }) => ({
    ...rest,
    firstName: first_name,
    lastName: last_name,
    isVip: is_vip,
    customFields: custom_fields,
  }));

const listQueryWords = z
  .object({
    ...pageQuery,
    search: z.string().max(200, 'Must be at most 200 characters').optional(),
    tags: listQuery,
    is_vip: booleanQuery,
  })
  .transform(({ is_vip, ...rest }) => ({ ...rest, isVip: is_vip }));

const printSaved = (contact: ContactView) => ({
  data: { ...printContact(contact), custom_fields: contact.customFields, ...printStamps(contact) },
});
const savedShape = enveloped(
  z.strictObject({ ...contactShape, custom_fields: customFieldsShape, ...stamps }),
);

const printItem = (contact: ContactListItem) => ({
  ...printContact(contact),
  vehicles_count: contact.vehiclesCount,
  ...printStamps(contact),
});

export const contactRows = [
  row({
    method: 'GET',
    path: '/contacts',
    summary: 'List contacts with pagination and filters',
    tag,
    operation: pageContacts,
    query: listQueryWords,
    answer: 'data',
    present: (page) => ({ data: page.items.map(printItem), beside: { pagination: paginationOf(page) } }),
    response: paged(z.strictObject({ ...contactShape, vehicles_count: z.int(), ...stamps })),
  }),
  row({
    method: 'POST',
    path: '/contacts',
    summary: 'Create a contact',
    tag,
    operation: createContact,
    body: createBody,
    status: 201,
    answer: 'data',
    present: printSaved,
    response: savedShape,
  }),
  contactDetailRow,
  row({
    method: 'PATCH',
    path: '/contacts/:id',
    summary: 'Update a contact',
    tag,
    operation: updateContact,
    body: updateBody,
    answer: 'data',
    present: printSaved,
    response: savedShape,
  }),
  row({
    method: 'DELETE',
    path: '/contacts/:id',
    summary: 'Delete a contact (it can be restored)',
    tag,
    operation: deleteContact,
    answer: 'bare',
    present: ({ deletedAt }) => ({
      data: { success: true, message: 'Contact deleted successfully', deleted_at: deletedAt },
    }),
    response: z.strictObject({ success: z.literal(true), message: z.string(), deleted_at: moment }),
  }),
];
