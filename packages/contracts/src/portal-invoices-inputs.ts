import { z } from 'zod';
import { keyset } from './fields.ts';
import {
  calendarDay,
  currencyCode,
  knownVersion,
  portalId,
  portalInstant,
  portalNote,
  wholeMoney,
} from './portal-fields.ts';
import { PORTAL_INVOICE_STATES } from './portal-invoices.ts';

const fields = {
  invoiceNumber: portalNote(120),
  issueDate: calendarDay,
  dueDate: calendarDay,
  referencePO: portalNote(120),
  amountEUR: wholeMoney(0).nullish(),
};

export const portalInvoiceCreate = z.object({
  engagementId: portalId,
  ...fields,
  currency: currencyCode.nullish(),
});

/** Absent fields stay, null clears (a currency cannot be cleared); at least one. */
export const portalInvoicePatch = z.object({
  ...fields,
  currency: currencyCode.optional(),
  paidAt: portalInstant,
});

export const portalInvoiceUpdate = portalInvoicePatch
  .extend({ id: portalId, version: knownVersion })
  .refine(
    ({ id: _, version: _v, ...patch }) => Object.values(patch).some((value) => value !== undefined),
    'Nothing to change',
  );

const filters = { engagementId: portalId.optional() };

export const portalInvoiceList = z.object({
  ...keyset,
  ...filters,
  status: z.enum(PORTAL_INVOICE_STATES).optional(),
});

/** Newest first; `before` names the item after which the page starts. */
export const portalInvoicePage = z.object({
  ...filters,
  limit: z.int().min(1).max(1000).default(1000),
  before: portalId.optional(),
});

export const portalInvoicePay = z.object({ invoiceId: portalId });
