import type { ContactDetail } from '@officina/contracts/contacts';
import { decimalFromMinor, minorDigits } from '@officina/contracts/money';
import { QUOTE_STATES } from '@officina/contracts/sales';
import { z } from 'zod';
import { getContact } from '../../../domains/contacts/get-contact.ts';
import { row } from '../../row.ts';
import { activityShape, printActivity } from './activity-wire.ts';
import { contactShape, customFieldsShape, printContact, printStamps, stamps } from './contact-wire.ts';
import { day, enveloped, id, upperWords } from './wire.ts';

const vehicleShape = z.strictObject({
  id,
  vin: z.string(),
  license_plate: z.string(),
  make: z.string(),
  model: z.string(),
  year: z.int(),
});

const quoteShape = z.strictObject({
  id,
  quote_number: z.string(),
  status: upperWords(QUOTE_STATES),
  total: z.number(),
  issue_date: day,
  valid_until: day,
});

const detailShape = z.strictObject({
  ...contactShape,
  custom_fields: customFieldsShape,
  vehicles: z.array(vehicleShape),
  recent_quotes: z.array(quoteShape),
  recent_activities: z.array(activityShape),
  ...stamps,
});

const printVehicle = (vehicle: ContactDetail['vehicles'][number]) => ({
  id: vehicle.id,
  vin: vehicle.vin,
  license_plate: vehicle.licensePlate,
  make: vehicle.make,
  model: vehicle.model,
  year: vehicle.year,
});

const printQuote = (quote: ContactDetail['recentQuotes'][number]) => ({
  id: quote.id,
  quote_number: quote.number,
  status: quote.status.toUpperCase(),
  total: decimalFromMinor(quote.totalCents, minorDigits(quote.currency)),
  issue_date: quote.issueDate,
  valid_until: quote.validUntil,
});

export const contactDetailRow = row({
  method: 'GET',
  path: '/contacts/:id',
  summary: 'Get a contact with its vehicles, newest quotes and newest activities',
  tag: 'Contacts',
  operation: getContact,
  answer: 'data',
  present: (contact) => ({
    data: {
      ...printContact(contact),
      custom_fields: contact.customFields,
      vehicles: contact.vehicles.map(printVehicle),
      recent_quotes: contact.recentQuotes.map(printQuote),
      recent_activities: contact.recentActivities.map(printActivity),
      ...printStamps(contact),
    },
  }),
  response: enveloped(detailShape),
});
