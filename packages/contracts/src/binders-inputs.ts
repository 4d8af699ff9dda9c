import { z } from 'zod';
import { ATTENTION_TYPES, BINDER_SORTS, BINDER_TABS } from './binders.ts';
import { keyset, optionalText, plainDate, requiredText } from './fields.ts';
import { BINDER_SIGNALS, BINDER_STATUSES, SLA_STATES, WORK_STATES } from './office.ts';
import { recordRef } from './office-fields.ts';

export const byBinder = z.object({ ref: recordRef });
export const byClient = z.object({ clientRef: recordRef });

export const binderReceive = z.object({
  clientRef: recordRef,
  binderNumber: requiredText(64),
  /** Not after the tenant's today; earlier days are normal work. */
  receivedAt: plainDate,
  /** A member of the office; left out, the caller. */
  receivedByRef: recordRef.nullish(),
  notes: optionalText(4000),
});

export const binderReturn = z.object({
  ref: recordRef,
  /** A blank name is refused as a rule of the operation, before any look at the binder. */
  pickupPersonName: z
    .string({ error: ({ input }) => (input === undefined || input === null ? 'Required' : 'Must be a text') })
    .trim()
    .max(200, 'Must be at most 200 characters'),
  returnedByRef: recordRef.nullish(),
  /** Makes a binder that is still `in_office` ready first, in the same transaction. */
  readyFirst: z.boolean({ error: 'Must be true or false' }).optional(),
});

export const binderNote = z.object({ ref: recordRef, text: requiredText(4000) });

export const binderByNumber = z.object({
  number: z.string().trim().max(200, 'Must be at most 200 characters'),
});

/** What narrows a list of binders, besides its tab. Of several signals one suffices. */
export const binderFilters = z.object({
  /** Anywhere in the number, the client's name or the client's id number. */
  q: z.string().trim().max(200, 'Must be at most 200 characters').optional(),
  clientRef: recordRef.optional(),
  workState: z.enum(WORK_STATES).optional(),
  slaState: z.enum(SLA_STATES).optional(),
  signal: z.array(z.enum(BINDER_SIGNALS)).max(BINDER_SIGNALS.length).optional(),
});

export const binderList = binderFilters.extend({
  ...keyset,
  tab: z.enum(BINDER_TABS).default('open'),
  sort: z.enum(BINDER_SORTS).optional(),
  dir: z.enum(['asc', 'desc']).optional(),
});

/** Sets of binders that contracts list by numbered pages. */
export const BINDER_SCOPES = ['open', 'overdue', 'due_today', 'queue'] as const;

const page = z.int().min(1).max(1_000_000_000);
const pageSize = z.int().min(1).max(100);

/** One of the fixed sets, page by page. */
export const binderScopePage = z.object({ scope: z.enum(BINDER_SCOPES), page, pageSize });
export const clientBindersPage = z.object({ clientRef: recordRef, page, pageSize });

/** The general list: without a status the binders not returned, without a page all of them at once. */
export const binderPage = z.object({
  status: z.enum([...BINDER_STATUSES, 'overdue'] as const).optional(),
  clientRef: recordRef.optional(),
  workState: z.enum(WORK_STATES).optional(),
  slaState: z.enum(SLA_STATES).optional(),
  page: page.optional(),
  pageSize: pageSize.optional(),
});

/** A part of a list that a dashboard keeps whole. */
export const dashboardPart = z.object(keyset);

/** What waits, of every type or of one. */
export const attentionPart = dashboardPart.extend({ type: z.enum(ATTENTION_TYPES).optional() });
