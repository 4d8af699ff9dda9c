import type { BinderView } from '@officina/contracts/binders';
import { BINDER_SIGNALS, BINDER_STATUSES, WORK_STATES } from '@officina/contracts/office';
import { z } from 'zod';
import { day, id } from './wire.ts';

/** The twelve keys of a binder in lists. */
export const binderShape = {
  id,
  client_id: id,
  binder_number: z.string(),
  status: z.enum(BINDER_STATUSES),
  received_at: day,
  expected_return_at: day,
  returned_at: day.nullable(),
  pickup_person_name: z.string().nullable(),
  is_overdue: z.boolean(),
  days_overdue: z.int(),
  work_state: z.enum(WORK_STATES),
  signals: z.array(z.enum(BINDER_SIGNALS)),
};

export const printBinder = (binder: BinderView) => ({
  id: binder.ref,
  client_id: binder.client.ref,
  binder_number: binder.binderNumber,
  status: binder.status,
  received_at: binder.receivedAt,
  expected_return_at: binder.expectedReturnAt,
  returned_at: binder.returnedAt,
  pickup_person_name: binder.pickupPersonName,
  is_overdue: binder.isOverdue,
  days_overdue: binder.daysOverdue,
  work_state: binder.workState,
  signals: binder.signals,
});

/** A binder by itself says four things more. */
export const cardShape = {
  ...binderShape,
  days_in_office: z.int(),
  notes: z.string().nullable(),
  received_by: id,
  returned_by: id.nullable(),
};

export const printCard = (binder: BinderView) => ({
  ...printBinder(binder),
  days_in_office: binder.daysInOffice,
  notes: binder.notes,
  received_by: binder.receivedBy.ref,
  returned_by: binder.returnedBy?.ref ?? null,
});
