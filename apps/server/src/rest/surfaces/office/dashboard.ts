import type { AttentionItem, BinderView } from '@officina/contracts/binders';
import { BINDER_SIGNALS, WORK_STATES } from '@officina/contracts/office';
import { z } from 'zod';
import { allAlerts } from '../../../domains/binders/alerts.ts';
import { allAttention } from '../../../domains/binders/attention.ts';
import { officeOverview, officeSummary } from '../../../domains/binders/office-figures.ts';
import { pageScope } from '../../../domains/binders/page-binders.ts';
import { row } from '../../row.ts';
import { day, id, pageOf, pageQuery, printPage } from './wire.ts';

const tag = 'Dashboard';

const queueQuery = z
  .object(pageQuery())
  .transform(({ page, page_size }) => ({ page, pageSize: page_size, scope: 'queue' as const }));

const printQueued = (binder: BinderView) => ({
  binder_id: binder.ref,
  client_id: binder.client.ref,
  client_name: binder.client.name,
  binder_number: binder.binderNumber,
  work_state: binder.workState,
  signals: binder.signals,
  days_since_received: binder.daysSinceReceived,
  expected_return_at: binder.expectedReturnAt,
});

/** Whole amounts without decimals, others with two; no thousands separator. */
const amountText = (amountMinor: number): string => {
  const cents = amountMinor % 100;
  const whole = (amountMinor - cents) / 100;
  return cents === 0 ? String(whole) : `${whole}.${String(cents).padStart(2, '0')}`;
};

function describe(item: AttentionItem): string {
  switch (item.type) {
    case 'idle_binder':
      return `Binder ${item.binderNumber} idle for ${item.idleDays} days`;
    case 'ready_for_pickup':
      return `Binder ${item.binderNumber} ready for pickup`;
    case 'unpaid_charge':
      return `Unpaid charge: ${amountText(item.amountMinor)} ${item.currency}`;
  }
}

const whole = (item: z.ZodType) => z.strictObject({ items: z.array(item), total: z.int() });

export const dashboardRows = [
  row({
    method: 'GET',
    path: '/v1/dashboard/summary',
    summary: 'Three counters of binders',
    tag,
    operation: officeSummary,
    answer: 'bare',
    present: ({ bindersInOffice, bindersReadyForPickup, bindersOverdue }) => ({
      data: {
        binders_in_office: bindersInOffice,
        binders_ready_for_pickup: bindersReadyForPickup,
        binders_overdue: bindersOverdue,
      },
    }),
    response: z.strictObject({
      binders_in_office: z.int(),
      binders_ready_for_pickup: z.int(),
      binders_overdue: z.int(),
    }),
  }),
  row({
    method: 'GET',
    path: '/v1/dashboard/overview',
    summary: 'Five counters for advisors',
    tag,
    operation: officeOverview,
    answer: 'bare',
    present: (overview) => ({
      data: {
        total_clients: overview.totalClients,
        active_binders: overview.activeBinders,
        overdue_binders: overview.overdueBinders,
        binders_due_today: overview.bindersDueToday,
        binders_due_this_week: overview.bindersDueThisWeek,
      },
    }),
    response: z.strictObject({
      total_clients: z.int(),
      active_binders: z.int(),
      overdue_binders: z.int(),
      binders_due_today: z.int(),
      binders_due_this_week: z.int(),
    }),
  }),
  row({
    method: 'GET',
    path: '/v1/dashboard/work-queue',
    summary: 'Binders in the office by their promised day',
    tag,
    operation: pageScope,
    query: queueQuery,
    answer: 'bare',
    present: (page) => printPage(page, printQueued),
    response: pageOf(
      z.strictObject({
        binder_id: id,
        client_id: id,
        client_name: z.string(),
        binder_number: z.string(),
        work_state: z.enum(WORK_STATES),
        signals: z.array(z.enum(BINDER_SIGNALS)),
        days_since_received: z.int(),
        expected_return_at: day,
      }),
    ),
  }),
  row({
    method: 'GET',
    path: '/v1/dashboard/alerts',
    summary: 'Late and nearly late binders',
    tag,
    operation: allAlerts,
    answer: 'bare',
    present: ({ items, total }) => ({
      data: {
        items: items.map((alert) => ({
          binder_id: alert.binderRef,
          client_id: alert.clientRef,
          client_name: alert.clientName,
          binder_number: alert.binderNumber,
          alert_type: alert.alertType,
          days_overdue: alert.daysOverdue,
          days_remaining: alert.daysRemaining,
        })),
        total,
      },
    }),
    response: whole(
      z.strictObject({
        binder_id: id,
        client_id: id,
        client_name: z.string(),
        binder_number: z.string(),
        alert_type: z.enum(['overdue', 'near_sla']),
        days_overdue: z.int().nullable(),
        days_remaining: z.int().nullable(),
      }),
    ),
  }),
  row({
    method: 'GET',
    path: '/v1/dashboard/attention',
    summary: 'What waits for somebody: idle binders, binders to be collected, unpaid charges (advisors)',
    tag,
    operation: allAttention,
    answer: 'bare',
    present: ({ items, total }) => ({
      data: {
        items: items.map((item) => ({
          item_type: item.type,
          binder_id: item.type === 'unpaid_charge' ? null : item.binderRef,
          client_id: item.clientRef,
          client_name: item.clientName,
          description: describe(item),
        })),
        total,
      },
    }),
    response: whole(
      z.strictObject({
        item_type: z.enum(['idle_binder', 'ready_for_pickup', 'unpaid_charge']),
        binder_id: id.nullable(),
        client_id: id,
        client_name: z.string(),
        description: z.string(),
      }),
    ),
  }),
];
