import type { ClockAnswer, TimeclockContext } from '@officina/contracts/timeclock';
import { CLOCK_ACTIONS, ENTRY_SOURCES, LEARNER_STATES } from '@officina/contracts/training';
import { REASONS } from '@officina/contracts/training-reasons';
import { z } from 'zod';
import { clockAction } from '../../../domains/training/timeclock/clock-action.ts';
import { readTimeclock } from '../../../domains/training/timeclock/read-context.ts';
import { row } from '../../row.ts';
import { academyFailures } from './dialect.ts';
import { id, moment } from './wire.ts';

const tag = 'Timeclock';

/** Until an enrolment has its apprentice record. */
export const LATER = { PROVISIONING_INCOMPLETE: { 'retry-after': '30' } };

/** On this path alone, what money is missing for is 402. */
const clockFailures = academyFailures({
  statuses: Object.fromEntries(Object.entries(REASONS).map(([code, { clock }]) => [code, clock])),
  headers: LATER,
  beside: { 402: { billing_url: '/apprentice/settings/billing' } },
});

const contextShape = z.strictObject({
  apprenticeId: id.nullable(),
  userId: id,
  userName: z.string(),
  role: z.enum(['admin', 'staff', 'partner_shop', 'program_holder', 'apprentice', 'student']),
  shopId: id.nullable(),
  shopName: z.string().nullable(),
  programId: id.nullable(),
  partnerId: id.nullable(),
  hoursCompleted: z.number().nullable(),
  hoursRequired: z.int().nullable(),
  defaultSiteId: id.nullable(),
  allowedSites: z.array(
    z.strictObject({ id, name: z.string(), lat: z.number(), lng: z.number(), radius_m: z.int() }),
  ),
  activeShift: z
    .strictObject({
      entryId: id,
      clockInAt: moment,
      siteId: id.nullable(),
      lunchStartAt: moment.nullable(),
      lunchEndAt: moment.nullable(),
      source: z.enum(ENTRY_SOURCES),
    })
    .nullable(),
  enforcement: z.strictObject({
    canClockIn: z.boolean(),
    reason: z.string().nullable(),
    message: z.string().nullable(),
    state: z.enum(LEARNER_STATES).nullable(),
  }),
});

/** Times on this edge are UTC and texts English: neither zones nor the facts behind a text are told. */
const printContext = ({
  allowedSites,
  timeZone: _,
  enforcement: { denial, ...enforcement },
  ...context
}: TimeclockContext) => ({
  ...context,
  enforcement,
  allowedSites: allowedSites.map(({ radiusM, ...site }) => ({ ...site, radius_m: radiusM })),
});

const body = z
  .object({
    action: z.unknown().optional(),
    apprentice_id: z.unknown().optional(),
    partner_id: z.unknown().optional(),
    program_id: z.unknown().optional(),
    site_id: z.unknown().optional(),
    progress_entry_id: z.unknown().optional(),
    lat: z.unknown().optional(),
    lng: z.unknown().optional(),
    accuracy_m: z.unknown().optional(),
  })
  .transform(
    ({ apprentice_id, partner_id, program_id, site_id, progress_entry_id, accuracy_m, ...rest }) => ({
      ...rest,
      apprenticeId: apprentice_id,
      partnerId: partner_id,
      programId: program_id,
      siteId: site_id,
      progressEntryId: progress_entry_id,
      accuracyM: accuracy_m,
    }),
  );

const answerShape = z.strictObject({
  success: z.literal(true),
  action: z.enum(CLOCK_ACTIONS),
  progress_entry_id: id,
  clock_in_at: moment.optional(),
  clock_out_at: moment.optional(),
  lunch_start_at: moment.optional(),
  lunch_end_at: moment.optional(),
  lunch_duration_minutes: z.int().optional(),
  exceeded_standard: z.boolean().optional(),
  hours_worked: z.number().optional(),
  warning: z.string().optional(),
  override_applied: z.literal(true).optional(),
  override_expires: moment.optional(),
});

/** Moments that do not belong to the action are not there, and so not printed. */
const printAnswer = (answer: ClockAnswer) => ({
  success: true,
  action: answer.action,
  progress_entry_id: answer.entryId,
  clock_in_at: answer.clockInAt,
  clock_out_at: answer.clockOutAt,
  lunch_start_at: answer.lunchStartAt,
  lunch_end_at: answer.lunchEndAt,
  lunch_duration_minutes: answer.lunchDurationMinutes,
  exceeded_standard: answer.exceededStandard,
  hours_worked: answer.hoursWorked,
  warning: answer.warning,
  override_applied: answer.overrideExpires ? true : undefined,
  override_expires: answer.overrideExpires,
});

export const timeclockRows = [
  row({
    method: 'GET',
    path: '/timeclock/context',
    summary: 'Who is at the timeclock, where they may clock in, and what stands against it',
    tag,
    operation: readTimeclock,
    failures: academyFailures({ headers: LATER }),
    answer: 'bare',
    present: (context) => ({ data: printContext(context) }),
    response: contextShape,
  }),
  row({
    method: 'POST',
    path: '/timeclock/action',
    summary: 'Clock in or out, start or end lunch',
    tag,
    operation: clockAction,
    body,
    failures: clockFailures,
    answer: 'bare',
    present: (answer) => ({ data: printAnswer(answer) }),
    response: answerShape,
  }),
];
