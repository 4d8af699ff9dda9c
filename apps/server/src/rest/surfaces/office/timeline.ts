import { decimalFromMinor } from '@officina/contracts/money';
import {
  type OfficeTimelineEvent,
  TIMELINE_EVENTS,
  type TimelineEventType,
  type TimelineFacts,
} from '@officina/contracts/office-clients';
import { z } from 'zod';
import { pageOfficeTimeline } from '../../../domains/office-clients/read-timeline.ts';
import { row } from '../../row.ts';
import { id, pageQuery, pathId, printStamp, stamp } from './wire.ts';

const amountOf = ({ amountMinor }: TimelineFacts) =>
  amountMinor === undefined ? {} : { amount: decimalFromMinor(amountMinor) };

/** The sentence and the facts of each kind of event. */
const PRINT: Record<TimelineEventType, (facts: TimelineFacts) => [description: string, metadata: object]> = {
  binder_received: ({ binderNumber }) => [`Binder ${binderNumber} received`, { binder_number: binderNumber }],
  binder_status_change: ({ binderNumber, oldStatus, newStatus }) => [
    `Binder ${binderNumber}: ${oldStatus} → ${newStatus}`,
    { old_status: oldStatus, new_status: newStatus },
  ],
  binder_returned: ({ binderNumber, pickupPersonName }) => [
    `Binder ${binderNumber} returned`,
    { binder_number: binderNumber, pickup_person_name: pickupPersonName },
  ],
  charge_created: (facts) => [
    `Charge created: ${facts.chargeType}`,
    { ...amountOf(facts), status: facts.status },
  ],
  charge_issued: (facts) => [`Charge issued: ${facts.chargeType}`, amountOf(facts)],
  invoice_attached: ({ provider, externalInvoiceId }) => [
    `Invoice attached: ${externalInvoiceId}`,
    { provider, external_invoice_id: externalInvoiceId },
  ],
  charge_paid: (facts) => [`Charge paid: ${facts.chargeType}`, amountOf(facts)],
  charge_canceled: (facts) => [`Charge canceled: ${facts.chargeType}`, amountOf(facts)],
  notification_sent: ({ trigger, channel }) => [`Notification: ${trigger}`, { trigger, channel }],
};

function printEvent({ type, at, binderRef, chargeRef, facts }: OfficeTimelineEvent) {
  const [description, metadata] = PRINT[type](facts);
  return {
    event_type: type,
    timestamp: printStamp(at),
    binder_id: binderRef,
    charge_id: chargeRef,
    description,
    metadata,
  };
}

export const timelineRows = [
  row({
    method: 'GET',
    path: '/v1/clients/:client_id/timeline',
    summary: 'What happened with a client, the newest first; amounts for advisors',
    tag: 'Timeline',
    operation: pageOfficeTimeline,
    params: z.object({ client_id: pathId }).transform(({ client_id }) => ({ clientRef: client_id })),
    query: z.object(pageQuery(50, 200)).transform(({ page, page_size }) => ({ page, pageSize: page_size })),
    answer: 'bare',
    present: ({ clientRef, events, page, pageSize, total }) => ({
      data: { client_id: clientRef, events: events.map(printEvent), page, page_size: pageSize, total },
    }),
    response: z.strictObject({
      client_id: id,
      events: z.array(
        z.strictObject({
          event_type: z.enum(TIMELINE_EVENTS),
          timestamp: stamp,
          binder_id: id.nullable(),
          charge_id: id.nullable(),
          description: z.string(),
          metadata: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
        }),
      ),
      page: z.int(),
      page_size: z.int(),
      total: z.int(),
    }),
  }),
];
