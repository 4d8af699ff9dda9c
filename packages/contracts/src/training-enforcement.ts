import { daysBetween } from './calendar.ts';
import type { HoldReason, LearnerState } from './training.ts';
import { type Denial, liftedByOverride, type ReasonCode } from './training-reasons.ts';

/** Columns of the matrix: states that are treated alike stand in one. */
export const STANDINGS = [
  'none',
  'application_submitted',
  'payment_pending',
  'enrolled_pending_orientation',
  'documents',
  'active',
  'payment_hold',
  'suspended',
  'completed',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** Where the matrix looks up a state; null is somebody who never applied. */
export const STANDING_OF: Record<LearnerState, Standing> = {
  application_submitted: 'application_submitted',
  payment_pending: 'payment_pending',
  enrolled_pending_orientation: 'enrolled_pending_orientation',
  orientation_complete: 'documents',
  documents_pending: 'documents',
  active_enrolled: 'active',
  active_in_good_standing: 'active',
  payment_hold: 'payment_hold',
  suspended: 'suspended',
  completed: 'completed',
};

/** What a cell says: go on, a reason, the gates of §4.4, or whatever holds for one's own open shift. */
export type Cell = 'allow' | 'gates' | 'openSession' | ReasonCode;

const NE = 'NO_ENROLLMENT';
const PR = 'PAYMENT_REQUIRED';
const PP = 'PAYMENT_PENDING';
const OR = 'ORIENTATION_REQUIRED';
const DR = 'DOCUMENTS_REQUIRED';
const NA = 'ACTION_NOT_ALLOWED';
const PH = 'PAYMENT_HOLD';
const SU = 'ENROLLMENT_SUSPENDED';
const CO = 'ENROLLMENT_COMPLETED';
const OK = 'allow';

const WORK = [NE, PR, PP, OR, DR, 'gates', 'gates', 'gates', 'gates'] as const;
const OPEN = [NE, PR, PP, OR, DR, 'openSession', 'openSession', 'openSession', 'openSession'] as const;

/** Action × standing (academy specification §4.3), cells in the order of `STANDINGS`. */
export const MATRIX = {
  VIEW_APPLICATION: [OK, OK, OK, OK, OK, OK, OK, OK, OK],
  VIEW_BILLING: [NE, PR, PP, OK, OK, OK, OK, OK, OK],
  UPDATE_PAYMENT: [NE, PR, OK, OR, DR, OK, OK, SU, CO],
  COMPLETE_ORIENTATION: [NE, PR, PP, OK, DR, NA, PH, SU, CO],
  UPLOAD_DOCUMENT: [NE, PR, PP, OR, OK, OK, PH, SU, CO],
  SUBMIT_DOCUMENTS: [NE, PR, PP, OR, OK, NA, PH, SU, CO],
  VIEW_DASHBOARD: [NE, PR, PP, OR, DR, OK, OK, SU, OK],
  VIEW_PROGRESS: [NE, PR, PP, OR, OK, OK, OK, OK, OK],
  ACCESS_COURSES: [NE, PR, PP, OR, DR, OK, PH, SU, CO],
  ACCESS_STATE_BOARD: [NE, PR, PP, OR, DR, OK, PH, SU, OK],
  CLOCK_IN: WORK,
  PWA_CHECKIN: WORK,
  LOG_HOURS: WORK,
  CLOCK_OUT: OPEN,
  PWA_CHECKOUT: OPEN,
  START_LUNCH: OPEN,
  END_LUNCH: OPEN,
  DOWNLOAD_TRANSCRIPT: [NE, PR, PP, OR, DR, NA, PH, SU, OK],
  ACCESS_ALUMNI: [NE, PR, PP, OR, DR, NA, PH, SU, OK],
} as const satisfies Record<string, readonly Cell[] & { length: 9 }>;

export type EnforcedAction = keyof typeof MATRIX;
export const ENFORCED_ACTIONS = Object.keys(MATRIX) as EnforcedAction[];

export function cellOf(action: EnforcedAction, state: LearnerState | null): Cell {
  const standing = state === null ? 'none' : STANDING_OF[state];
  return MATRIX[action][STANDINGS.indexOf(standing)] ?? NA;
}

/** Days of grace after a payment failed. */
export const GRACE_DAYS = 7;

/** Whole days since an instant, in elapsed time: 7 days and 23 hours are 7. */
export const daysPast = (sinceMs: number, nowMs: number): number =>
  Math.floor((nowMs - sinceMs) / 86_400_000);

/** What the gates look at, read from locked rows. */
export interface GateFacts {
  /** The word of the state, as every edge prints it. */
  state: LearnerState | null;
  apprenticeSuspended: boolean;
  hasTimeclock: boolean;
  /** YYYY-MM-DD. */
  programStartDate: string | null;
  /** The day in programme time. */
  today: string;
  holdReason: HoldReason | null;
  daysPastDue: number | null;
  /** Null where no shop is known; absent where none is to be judged. */
  shop?: { partnerActive: boolean; approved: boolean } | null;
}

type Gate = (facts: GateFacts) => Denial | null;

/** What must hold to start work, in the order in which a refusal is told (academy specification §4.4). */
export const GATES: readonly { gate: string; denial: Gate }[] = [
  {
    gate: 'completed',
    denial: ({ state }) => (state === 'completed' ? { code: CO } : null),
  },
  {
    gate: 'suspended',
    denial: ({ state, apprenticeSuspended }) =>
      state === 'suspended' || apprenticeSuspended ? { code: SU } : null,
  },
  {
    gate: 'timeclock',
    denial: ({ hasTimeclock }) => (hasTimeclock ? null : { code: NA }),
  },
  {
    gate: 'start date',
    denial({ programStartDate: date, today }) {
      if (date === null) return { code: 'START_DATE_MISSING' };
      return today < date ? { code: 'START_DATE_NOT_REACHED', date, days: daysBetween(today, date) } : null;
    },
  },
  {
    gate: 'hold',
    denial: ({ holdReason }) => (holdReason ? { code: PH } : null),
  },
  {
    gate: 'past due',
    denial: ({ daysPastDue: days }) =>
      days !== null && days > GRACE_DAYS ? { code: 'PAYMENT_PAST_DUE', days } : null,
  },
  {
    gate: 'partner',
    denial({ shop }) {
      if (shop === undefined) return null;
      if (!shop?.partnerActive) return { code: 'PARTNER_NOT_APPROVED' };
      return shop.approved ? null : { code: 'PARTNER_NOT_APPROVED', detail: 'SHOP_NOT_APPROVED' };
    },
  },
];

/** Everything that stands against an action, in the order of the gates; nothing is hidden behind the first. */
export function denialsOf(action: EnforcedAction, facts: GateFacts): Denial[] {
  const cell = cellOf(action, facts.state);
  if (cell === 'allow' || cell === 'openSession') return [];
  if (cell !== 'gates') return [{ code: cell }];
  return GATES.map(({ denial }) => denial(facts)).filter((denial) => denial !== null);
}

export interface Verdict {
  /** What is answered: the first denial that no override lifts. */
  denial: Denial | null;
  /** An override was needed, and was enough. */
  overridden: boolean;
}

/** The answer to an action, once it is known whether an override applies. */
export function verdictOf(denials: readonly Denial[], override: boolean): Verdict {
  const left = override ? denials.filter((denial) => !liftedByOverride(denial)) : denials;
  const denial = left[0] ?? null;
  return { denial, overridden: denial === null && denials.length > 0 };
}
