import type { BinderHistoryEntry } from '@officina/contracts/binders';
import { optionalText, requiredText } from '@officina/contracts/fields';
import { BINDER_STATUSES, SLA_STATES, WORK_STATES } from '@officina/contracts/office';
import { z } from 'zod';
import { binderHistory } from '../../../domains/binders/binder-history.ts';
import { readBinder } from '../../../domains/binders/get-binder.ts';
import { markReady } from '../../../domains/binders/mark-ready.ts';
import { pageBinders, pageClientBinders, pageScope } from '../../../domains/binders/page-binders.ts';
import { receiveBinder } from '../../../domains/binders/receive-binder.ts';
import { returnBinder } from '../../../domains/binders/return-binder.ts';
import { row } from '../../row.ts';
import { binderShape, cardShape, printBinder, printCard } from './binder-wire.ts';
import {
  bodyDay,
  bodyId,
  id,
  optionalPageQuery,
  pageOf,
  pageQuery,
  pathId,
  printPage,
  printStamp,
  queryWord,
  stamp,
  wordOf,
} from './wire.ts';

const tag = 'Binders';

const binderPath = z.object({ binder_id: pathId }).transform(({ binder_id }) => ({ ref: binder_id }));
const clientPath = z.object({ client_id: pathId }).transform(({ client_id }) => ({ clientRef: client_id }));

const receiveBody = z
  .object({
    client_id: bodyId,
    binder_number: requiredText(64),
    received_at: bodyDay,
    received_by: bodyId.nullish(),
    notes: optionalText(4000),
  })
  .transform(({ client_id, binder_number, received_at, received_by, notes }) => ({
    clientRef: client_id,
    binderNumber: binder_number,
    receivedAt: received_at,
    receivedByRef: received_by,
    notes,
  }));

const returnBody = z
  .object({
    pickup_person_name: z
      .string({
        error: ({ input }) => (input === undefined || input === null ? 'Required' : 'Must be a text'),
      })
      .trim()
      .max(200, 'Must be at most 200 characters'),
    returned_by: bodyId.nullish(),
  })
  .transform(({ pickup_person_name, returned_by }) => ({
    pickupPersonName: pickup_person_name,
    returnedByRef: returned_by,
  }));

const paging = z.object(pageQuery()).transform(({ page, page_size }) => ({ page, pageSize: page_size }));

const pageOfBinders = pageOf(z.strictObject(binderShape));
const card = z.strictObject(cardShape);

const scopeRow = (scope: 'open' | 'overdue' | 'due_today', path: string, summary: string) =>
  row({
    method: 'GET',
    path: `/v1/binders/${path}`,
    summary,
    tag,
    operation: pageScope,
    query: paging.transform((page) => ({ ...page, scope })),
    answer: 'bare',
    present: (page) => printPage(page, printBinder),
    response: pageOfBinders,
  });

const listWords = z
  .object({
    status: queryWord(wordOf([...BINDER_STATUSES, 'overdue'])),
    client_id: queryWord(pathId),
    work_state: queryWord(wordOf(WORK_STATES)),
    sla_state: queryWord(wordOf(SLA_STATES)),
    ...optionalPageQuery(),
  })
  .transform(({ client_id, work_state, sla_state, page_size, ...words }) => ({
    ...words,
    clientRef: client_id,
    workState: work_state,
    slaState: sla_state,
    pageSize: page_size,
  }));

const printStep = (step: BinderHistoryEntry) => ({
  old_status: step.oldStatus ?? 'null',
  new_status: step.newStatus,
  changed_by: step.changedBy?.ref ?? null,
  changed_at: printStamp(step.changedAt),
  notes: NOTES[step.verb](step.pickupPersonName),
});

const NOTES: Record<BinderHistoryEntry['verb'], (pickedUpBy: string | null) => string | null> = {
  'binder.received': () => 'Binder received',
  'binder.ready': () => null,
  'binder.ready_undone': () => 'Ready undone',
  'binder.returned': (name) => `Picked up by ${name}`,
};

export const binderRows = [
  row({
    method: 'POST',
    path: '/v1/binders/receive',
    summary: "Receive a client's binder",
    tag,
    operation: receiveBinder,
    body: receiveBody,
    fields: { receivedAt: 'received_at' },
    status: 201,
    answer: 'bare',
    present: (binder) => ({ data: printCard(binder) }),
    response: card,
  }),
  scopeRow('open', 'open', 'Binders that were not returned, the newest first'),
  scopeRow('overdue', 'overdue', 'Binders past their promised day, the latest first'),
  scopeRow('due_today', 'due-today', 'Binders whose promised day is today'),
  row({
    method: 'GET',
    path: '/v1/binders',
    summary: 'Binders by status and client; those not returned when no status is given',
    tag,
    operation: pageBinders,
    query: listWords,
    answer: 'bare',
    present: (page) => printPage(page, printCard),
    response: pageOf(card),
  }),
  row({
    method: 'GET',
    path: '/v1/binders/:binder_id',
    summary: 'A binder',
    tag,
    operation: readBinder,
    params: binderPath,
    answer: 'bare',
    present: (binder) => ({ data: printCard(binder) }),
    response: card,
  }),
  row({
    method: 'POST',
    path: '/v1/binders/:binder_id/ready',
    summary: 'Mark a binder as ready for pickup',
    tag,
    operation: markReady,
    params: binderPath,
    answer: 'bare',
    present: (binder) => ({ data: printCard(binder) }),
    response: card,
  }),
  row({
    method: 'POST',
    path: '/v1/binders/:binder_id/return',
    summary: 'Hand a binder back to the person who collects it',
    tag,
    operation: returnBinder,
    params: binderPath,
    body: returnBody,
    answer: 'bare',
    present: (binder) => ({ data: printCard(binder) }),
    response: card,
  }),
  row({
    method: 'GET',
    path: '/v1/binders/:binder_id/history',
    summary: "Changes of a binder's status, the oldest first",
    tag,
    operation: binderHistory,
    params: binderPath,
    answer: 'bare',
    present: ({ ref, history }) => ({ data: { binder_id: ref, history: history.map(printStep) } }),
    response: z.strictObject({
      binder_id: id,
      history: z.array(
        z.strictObject({
          old_status: z.enum(['null', ...BINDER_STATUSES]),
          new_status: z.enum(BINDER_STATUSES),
          changed_by: id.nullable(),
          changed_at: stamp,
          notes: z.string().nullable(),
        }),
      ),
    }),
  }),
  row({
    method: 'GET',
    path: '/v1/clients/:client_id/binders',
    summary: "A client's binders, the returned ones too",
    tag,
    operation: pageClientBinders,
    params: clientPath,
    query: paging,
    answer: 'bare',
    present: (page) => printPage(page, printBinder),
    response: pageOfBinders,
  }),
];
