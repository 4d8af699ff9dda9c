import type { ClockAction, EntrySource, LearnerState } from './training.ts';
import type { Denial, ReasonCode } from './training-reasons.ts';

/** Hours after which an action that a device recorded without network is no longer taken. */
export const OFFLINE_HOURS = 12;
/** Seconds by which a device's clock may be ahead. */
export const CLOCK_AHEAD_SECONDS = 60;
/** Minutes outside a site after which a shift ends by itself, at the moment of leaving. */
export const OUTSIDE_MINUTES = 15;
/** Hours after which an open shift ends by itself. */
export const LONGEST_OPEN_HOURS = 10;

export interface ClockSite {
  id: string;
  name: string;
  lat: number;
  lng: number;
  radiusM: number;
}

export interface ActiveShift {
  entryId: string;
  clockInAt: string;
  siteId: string | null;
  lunchStartAt: string | null;
  lunchEndAt: string | null;
  source: EntrySource;
}

/** What the timeclock shows before anything is pressed. */
export interface TimeclockContext {
  apprenticeId: string | null;
  userId: string;
  userName: string;
  /** Of the programme: its times are told in it. */
  timeZone: string;
  /** As the academy's contract calls the role. */
  role: 'admin' | 'staff' | 'partner_shop' | 'program_holder' | 'apprentice' | 'student';
  shopId: string | null;
  shopName: string | null;
  programId: string | null;
  partnerId: string | null;
  hoursCompleted: number | null;
  hoursRequired: number | null;
  defaultSiteId: string | null;
  allowedSites: ClockSite[];
  activeShift: ActiveShift | null;
  /** The engine's verdict on starting work now. */
  enforcement: {
    canClockIn: boolean;
    reason: ReasonCode | null;
    message: string | null;
    state: LearnerState | null;
    /** The same with its facts, for screens in other languages. */
    denial: Denial | null;
  };
}

/** What became of an action on the timeclock; which moments it tells depends on the action. */
export interface ClockAnswer {
  action: ClockAction;
  entryId: string;
  clockInAt?: string;
  clockOutAt?: string;
  lunchStartAt?: string;
  lunchEndAt?: string;
  lunchDurationMinutes?: number;
  /** The lunch took more than an hour. */
  exceededStandard?: boolean;
  hoursWorked?: number;
  warning?: string;
  /** Only where an override was needed. */
  overrideExpires?: string;
}
