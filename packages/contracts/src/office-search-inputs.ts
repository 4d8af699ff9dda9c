import { z } from 'zod';
import { keyset } from './fields.ts';
import { BINDER_SIGNALS, SLA_STATES, WORK_STATES } from './office.ts';

const text = z
  .string({ error: 'Must be a text' })
  .trim()
  .max(200, 'Must be at most 200 characters')
  .optional();
const oneOf = <const T extends readonly [string, ...string[]]>(words: T) =>
  z.enum(words, { error: `Must be one of ${words.join(', ')}` });

/** Every given filter must hold for every row; an empty text is none. */
export const officeSearchFilters = z.object({
  query: text,
  clientName: text,
  idNumber: text,
  binderNumber: text,
  workState: oneOf(WORK_STATES).optional(),
  slaState: oneOf(SLA_STATES).optional(),
  /** Any of them suffices. */
  signalTypes: z.array(oneOf(BINDER_SIGNALS)).max(BINDER_SIGNALS.length).optional(),
  hasSignals: z.boolean({ error: 'Must be true or false' }).optional(),
});

export const officeSearch = officeSearchFilters.extend(keyset);

export const officeSearchPage = officeSearchFilters.extend({
  page: z.int().min(1).max(1_000_000_000),
  pageSize: z.int().min(1).max(100),
});
