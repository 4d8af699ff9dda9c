import { z } from 'zod';
import {
  clearable,
  email,
  expectedVersion,
  keyset,
  optionalText,
  plainDate,
  requiredText,
} from './fields.ts';
import { CLIENT_STATUSES, CLIENT_TYPES } from './office.ts';
import { TIMELINE_EVENTS } from './office-clients.ts';
import { recordRef } from './office-fields.ts';

const contactFields = {
  /** As the client writes it: a local number gets the country's code when something is sent to it. */
  phone: optionalText(32),
  email: clearable(
    z
      .string({ error: 'Invalid email format' })
      .trim()
      .max(254, { error: 'Must be at most 254 characters', abort: true })
      .pipe(email),
  ),
  notes: optionalText(4000),
};

export const officeClientCreate = z.object({
  fullName: requiredText(200),
  idNumber: requiredText(32),
  clientType: z.enum(CLIENT_TYPES, { error: `Must be one of ${CLIENT_TYPES.join(', ')}` }),
  openedAt: plainDate,
  ...contactFields,
});

const status = z.enum(CLIENT_STATUSES, { error: `Must be one of ${CLIENT_STATUSES.join(', ')}` });

/** Absent leaves a field alone; null clears phone, e-mail and notes. Nothing asked is no fault. */
export const officeClientUpdate = z.object({
  ref: recordRef,
  version: expectedVersion,
  fullName: requiredText(200).optional(),
  ...contactFields,
  status: status.optional(),
});

export const officeClientFilters = z.object({
  /** Words of the name, an id number or a phone number. */
  q: z.string({ error: 'Must be a text' }).trim().max(200, 'Must be at most 200 characters').optional(),
  status: status.optional(),
  /** Whether any of its open binders has a signal. */
  hasSignals: z.boolean().optional(),
});

/** By name, case aside. */
export const officeClientList = officeClientFilters.extend(keyset);

/** A numbered page, in the order of refs. */
export const officeClientPage = z.object({
  status: status.optional(),
  page: z.int().min(1).max(1_000_000_000),
  pageSize: z.int().min(1).max(100),
});

export const officeTimeline = z.object({
  clientRef: recordRef,
  types: z.array(z.enum(TIMELINE_EVENTS)).max(TIMELINE_EVENTS.length).optional(),
  ...keyset,
});

export const officeTimelinePage = z.object({
  clientRef: recordRef,
  page: z.int().min(1).max(1_000_000_000),
  pageSize: z.int().min(1).max(200),
});
