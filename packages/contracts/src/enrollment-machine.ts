import { ACTIVE_STATES, type EnrollmentState, type HoldReason, type ProgressState } from './training.ts';

/** What is stored of an enrolment's state; the word is computed from it, here as in the database. */
export interface EnrollmentFacts {
  progressState: ProgressState;
  pastDueSince: Date | null;
  holdReason: HoldReason | null;
  suspendedAt: Date | null;
}

const isActive = (state: string): boolean => (ACTIVE_STATES as readonly string[]).includes(state);

/** The state's word: the first that holds. Holds, suspension and payment never overwrite each other. */
export function stateOf({
  progressState,
  suspendedAt,
  holdReason,
  pastDueSince,
}: EnrollmentFacts): EnrollmentState {
  if (progressState === 'completed') return 'completed';
  if (suspendedAt) return 'suspended';
  if (holdReason) return 'payment_hold';
  if (pastDueSince && isActive(progressState)) return 'payment_hold';
  return progressState;
}

export type EnrollmentChange =
  | { kind: 'orientation_completed' | 'document_uploaded' | 'documents_submitted' | 'work_started' }
  | { kind: 'completed' | 'hold_released' | 'reinstated' | 'suspended' }
  /** The earliest failed and still unpaid invoice; null when none is left. */
  | { kind: 'past_due'; since: Date | null }
  | { kind: 'held'; reason: HoldReason };

/** Of several reasons for a hold the gravest is kept, in whatever order they come. */
const GRAVITY: readonly HoldReason[] = ['manual', 'refund', 'dispute'];

const graver = (held: HoldReason | null, reason: HoldReason): HoldReason =>
  held && GRAVITY.indexOf(held) >= GRAVITY.indexOf(reason) ? held : reason;

/**
 * The facts that a change alters (`{}`: none), or null for a change that the state does not allow. The one table behind
 * the server and its tests. Source: academy specification §4.1.
 */
export function factsAfter(
  facts: EnrollmentFacts,
  change: EnrollmentChange,
  now: Date,
): Partial<EnrollmentFacts> | null {
  const state = stateOf(facts);
  switch (change.kind) {
    case 'orientation_completed':
      return state === 'enrolled_pending_orientation' ? { progressState: 'orientation_complete' } : null;
    case 'document_uploaded':
      if (state === 'orientation_complete') return { progressState: 'documents_pending' };
      return state === 'documents_pending' || isActive(facts.progressState) ? {} : null;
    case 'documents_submitted':
      return state === 'orientation_complete' || state === 'documents_pending'
        ? { progressState: 'active_enrolled' }
        : null;
    case 'work_started':
      if (facts.progressState === 'active_enrolled') return { progressState: 'active_in_good_standing' };
      return facts.progressState === 'active_in_good_standing' ? {} : null;
    case 'completed':
      return isActive(state) ? { progressState: 'completed' } : null;
    case 'past_due':
      return change.since?.getTime() === facts.pastDueSince?.getTime() ? {} : { pastDueSince: change.since };
    case 'held':
      if (change.reason === 'manual' && (facts.holdReason || state === 'completed')) return null;
      return facts.holdReason === graver(facts.holdReason, change.reason)
        ? {}
        : { holdReason: change.reason };
    case 'hold_released':
      return facts.holdReason ? { holdReason: null } : null;
    case 'suspended':
      return state === 'completed' || facts.suspendedAt ? null : { suspendedAt: now };
    case 'reinstated':
      return facts.suspendedAt ? { suspendedAt: null } : null;
  }
}
