import { BINDER_SIGNALS, SLA_STATES, WORK_STATES } from '@officina/contracts/office';
import type { OfficeSearchHit } from '@officina/contracts/office-search';
import { officeSearchFilters } from '@officina/contracts/office-search-inputs';
import { z } from 'zod';
import { pageOfficeSearch } from '../../../domains/search/office/page-office-search.ts';
import { row } from '../../row.ts';
import { documentedAs, id, pageQuery, queryWord, wordOf } from './wire.ts';

const text = queryWord(officeSearchFilters.shape.query.unwrap());

/** Repeated, written with brackets, or a list joined by commas; empty words are none. */
const signals = z
  .union([z.string(), z.array(z.string())], { error: 'Must be a list of signals' })
  .transform((value) => [value].flat().flatMap((part) => part.split(',')))
  .transform((words) => [...new Set(words.map((word) => word.trim()).filter(Boolean))])
  .pipe(z.array(wordOf(BINDER_SIGNALS)))
  .meta(documentedAs({ type: 'array', items: { type: 'string', enum: BINDER_SIGNALS } }));

const filters = z
  .object({
    query: text,
    client_name: text,
    id_number: text,
    binder_number: text,
    work_state: queryWord(wordOf(WORK_STATES)),
    sla_state: queryWord(wordOf(SLA_STATES)),
    signal_type: signals.optional(),
    has_signals: queryWord(wordOf(['true', 'false'])).meta(documentedAs({ type: 'boolean' })),
    ...pageQuery(),
  })
  .transform((words) => ({
    query: words.query,
    clientName: words.client_name,
    idNumber: words.id_number,
    binderNumber: words.binder_number,
    workState: words.work_state,
    slaState: words.sla_state,
    signalTypes: words.signal_type,
    hasSignals: words.has_signals && words.has_signals === 'true',
    page: words.page,
    pageSize: words.page_size,
  }));

const hit = z.strictObject({
  result_type: z.enum(['client', 'binder']),
  client_id: id,
  client_name: z.string(),
  binder_id: id.nullable(),
  binder_number: z.string().nullable(),
  work_state: z.enum(WORK_STATES).nullable(),
  signals: z.array(z.enum(BINDER_SIGNALS)),
});

function printHit(found: OfficeSearchHit) {
  const isBinder = found.type === 'binder';
  return {
    result_type: found.type,
    client_id: found.clientRef,
    client_name: found.clientName,
    binder_id: isBinder ? found.binderRef : null,
    binder_number: isBinder ? found.binderNumber : null,
    work_state: isBinder ? found.workState : null,
    signals: isBinder ? found.signals : [],
  };
}

export const searchRows = [
  row({
    method: 'GET',
    path: '/v1/search',
    summary: 'Clients and binders that meet every filter; none without a filter',
    tag: 'Search',
    operation: pageOfficeSearch,
    query: filters,
    answer: 'bare',
    present: ({ items, page, pageSize, total }) => ({
      data: { results: items.map(printHit), page, page_size: pageSize, total },
    }),
    response: z.strictObject({
      results: z.array(hit),
      page: z.int(),
      page_size: z.int(),
      total: z.int(),
    }),
  }),
];
