import type { BinderAbilities, BinderVerdict } from '@officina/contracts/binders';
import {
  APPROACHING_DAYS,
  BINDER_SIGNALS,
  type BinderSignal,
  type BinderStatus,
  IDLE_DAYS,
  type SlaState,
  type WorkState,
} from '@officina/contracts/office';

/** What is stored of a binder and of its client, as far as it decides. Days are YYYY-MM-DD. */
export interface BinderFacts {
  status: BinderStatus;
  receivedAt: string;
  expectedReturnAt: string;
  returnedAt: string | null;
  lastWorkOn: string | null;
  /** Its client lacks one of the permanent documents. */
  missingDocuments: boolean;
  /** Its client has an issued charge. */
  unpaidCharges: boolean;
}

const DAY_MS = 86_400_000;

/** A day as a number of days. The database's own dates need no second look, and a list has four of each row. */
const dayNumber = (day: string): number => Date.parse(day) / DAY_MS;

function slaStateOf(facts: BinderFacts, remaining: number): SlaState | null {
  if (facts.status === 'returned') return null;
  if (remaining < 0) return 'overdue';
  return remaining <= APPROACHING_DAYS ? 'approaching' : 'on_track';
}

function workStateOf(status: BinderStatus, idleDays: number): WorkState {
  if (status === 'returned') return 'completed';
  if (status === 'ready_for_pickup') return 'in_progress';
  return idleDays < IDLE_DAYS ? 'in_progress' : 'waiting_for_work';
}

/**
 * Everything that a binder's stored facts mean on a day (office specification §4.3 to §4.5). Plain calendar days: no
 * clock and no zone in it. Its counterpart for filters and counts in SQL is `verdict-sql.ts`.
 */
export function verdictOf(facts: BinderFacts, today: string): BinderVerdict {
  const open = facts.status !== 'returned';
  const now = dayNumber(today);
  const received = dayNumber(facts.receivedAt);
  const lastWorkOn = facts.lastWorkOn === null ? received : dayNumber(facts.lastWorkOn);
  const remaining = dayNumber(facts.expectedReturnAt) - now;
  const idleDays = now - Math.max(received, lastWorkOn);
  const slaState = slaStateOf(facts, remaining);
  const workState = workStateOf(facts.status, idleDays);
  const holds: Record<BinderSignal, boolean> = {
    missing_permanent_documents: facts.missingDocuments,
    near_sla: slaState === 'approaching',
    overdue: slaState === 'overdue',
    ready_for_pickup: facts.status === 'ready_for_pickup',
    unpaid_charges: facts.unpaidCharges,
    idle_binder: workState === 'waiting_for_work',
  };
  return {
    isOverdue: slaState === 'overdue',
    daysOverdue: slaState === 'overdue' ? -remaining : 0,
    daysRemaining: open ? remaining : null,
    daysInOffice: (facts.returnedAt === null ? now : dayNumber(facts.returnedAt)) - received,
    daysSinceReceived: now - received,
    idleDays,
    slaState,
    workState,
    signals: open ? BINDER_SIGNALS.filter((signal) => holds[signal]) : [],
  };
}

/** The steps that lead out of a status, for somebody who may work on binders at all. */
export function binderAbilities(status: BinderStatus, mayWrite: boolean): BinderAbilities {
  const open = mayWrite && status !== 'returned';
  return {
    ready: mayWrite && status === 'in_office',
    undoReady: mayWrite && status === 'ready_for_pickup',
    return: open,
    note: open,
  };
}
