import { z } from 'zod';
import { expectedVersion, keyset, plainDate, requiredText, uuid } from './fields.ts';
import { INVOICE_STATES } from './sales.ts';
import { PROJECT_PRIORITIES, PROJECT_STATUSES } from './studio.ts';
import {
  absent,
  currencyCode,
  emailAsSent,
  fourPlaces,
  money,
  tagsAsSent,
  text,
  website,
} from './studio-fields.ts';

/** Offset paging of the surface whose contract prints totals. */
const offsetPage = {
  limit: z.int().min(1).max(100).default(50),
  offset: z.int().min(0).max(1_000_000).default(0),
};

const clientFields = {
  email: absent(emailAsSent),
  phone: absent(text(40)),
  company: absent(text(200)),
  address: absent(text(500)),
  website: absent(website),
  status: absent(text(32)),
  notes: absent(text(5000)),
  tags: absent(tagsAsSent),
};

export const studioClientCreate = z.object({ name: requiredText(200), ...clientFields });

/** Absent leaves a field alone, null clears it. */
export const studioClientUpdate = z.object({
  id: z.string(),
  version: expectedVersion,
  name: requiredText(200).optional(),
  email: emailAsSent.nullish(),
  phone: text(40).nullish(),
  company: text(200).nullish(),
  address: text(500).nullish(),
  website: website.nullish(),
  status: requiredText(32).optional(),
  notes: text(5000).nullish(),
  tags: tagsAsSent.optional(),
});

const clientFilters = { search: z.string().max(200).optional(), status: z.string().max(100).optional() };

export const studioClientPage = z.object({ ...clientFilters, ...offsetPage });
export const studioClientList = z.object({ ...clientFilters, tag: z.string().max(50).optional(), ...keyset });

const projectFields = {
  description: absent(text(5000)),
  clientId: absent(uuid),
  budget: absent(money),
  deadline: absent(plainDate),
  tags: absent(tagsAsSent),
};
const projectStatus = z.enum(PROJECT_STATUSES, {
  error: 'Must be planning, in_progress, completed or on_hold',
});
const projectPriority = z.enum(PROJECT_PRIORITIES, { error: 'Must be low, medium or high' });

export const projectCreate = z.object({
  name: requiredText(200),
  status: absent(projectStatus),
  priority: absent(projectPriority),
  ...projectFields,
});

export const projectUpdate = z.object({
  id: z.string(),
  version: expectedVersion,
  name: requiredText(200).optional(),
  status: projectStatus.optional(),
  priority: projectPriority.optional(),
  description: text(5000).nullish(),
  clientId: uuid.nullish(),
  /** Major units. */
  budget: money.nullish(),
  deadline: plainDate.nullish(),
  tags: tagsAsSent.optional(),
});

export const projectPage = z.object({ status: z.string().max(100).optional(), ...offsetPage });
export const projectList = z.object({
  status: projectStatus.optional(),
  clientId: z.string().optional(),
  search: z.string().max(200).optional(),
  archived: z.boolean().default(false),
  ...keyset,
});

const LARGEST = 1e9;

const invoiceItem = z.object(
  {
    description: requiredText(500),
    quantity: absent(fourPlaces(LARGEST).refine((value) => value > 0, 'Must be greater than 0')),
    rate: fourPlaces(LARGEST),
  },
  { error: 'Must be an object' },
);

const invoiceItems = z
  .array(invoiceItem, { error: ({ input }) => (input === undefined ? 'Required' : 'Must be a list') })
  .min(1, 'At least one item is required')
  .max(200, 'At most 200 items');

const clientId = uuid;
const taxRate = fourPlaces(100);

export const clientTimeline = z.object({ id: z.string(), ...keyset });

export const studioInvoiceCreate = z.object({
  clientId,
  projectId: absent(uuid),
  items: invoiceItems,
  taxRate: absent(taxRate),
  discount: absent(money),
  currency: absent(currencyCode),
  notes: absent(text(5000)),
  dueDate: absent(plainDate),
  status: absent(z.enum(['draft', 'sent'], { error: 'Must be draft or sent' })),
});

/** Of a draft. Absent leaves a field alone, null clears it; `items` are replaced whole. */
export const studioInvoiceUpdate = z.object({
  id: z.string(),
  version: expectedVersion,
  clientId: clientId.optional(),
  projectId: uuid.nullish(),
  items: invoiceItems.optional(),
  taxRate: taxRate.optional(),
  discount: money.optional(),
  currency: currencyCode.optional(),
  notes: text(5000).nullish(),
  dueDate: plainDate.nullish(),
});

export const studioInvoicePage = z.object({
  status: z.string().max(100).optional(),
  clientId: uuid.optional(),
  ...offsetPage,
});

export const studioInvoiceList = z.object({
  status: z.enum(INVOICE_STATES).optional(),
  clientId: z.string().optional(),
  projectId: z.string().optional(),
  search: z.string().max(200).optional(),
  ...keyset,
});
