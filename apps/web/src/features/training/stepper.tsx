import { useLingui } from '@lingui/react/macro';
import type { LearnerState } from '@officina/contracts/training';
import { clsx } from 'clsx';
import { Check, CircleAlert } from 'lucide-react';

/** How many of the steps are behind a learner in each state. */
const DONE: Record<LearnerState, number> = {
  application_submitted: 1,
  payment_pending: 1,
  enrolled_pending_orientation: 2,
  orientation_complete: 3,
  documents_pending: 3,
  active_enrolled: 4,
  active_in_good_standing: 4,
  payment_hold: 4,
  suspended: 4,
  completed: 5,
};

interface StepperProps {
  state: LearnerState | null;
  /** Facts that say more than the word of a held state. */
  oriented: boolean;
  submitted: boolean;
}

/** The road from application to completion, with where the learner stands. */
export function Stepper({ state, oriented, submitted }: StepperProps) {
  const { t } = useLingui();
  const steps = [t`Application`, t`Payment`, t`Orientation`, t`Documents`, t`Training`, t`Graduation`];
  const held = state === 'payment_hold' || state === 'suspended';
  const reached = held ? 2 + Number(oriented) + Number(submitted) : state ? DONE[state] : 0;
  const done = state === 'completed' ? steps.length : reached;
  return (
    <ol className="flex items-center gap-1.5 sm:grid sm:grid-cols-6">
      {steps.map((step, at) => {
        const here = at === done;
        return (
          <li
            key={step}
            aria-current={here ? 'step' : undefined}
            className={clsx(
              'flex items-center gap-2 rounded-control py-1.5 text-sm sm:flex-col sm:items-start sm:px-2.5 sm:py-2',
              here && 'max-sm:flex-1 max-sm:px-2',
              here
                ? 'bg-accent-soft font-semibold text-accent-ink'
                : at < done
                  ? 'text-ink'
                  : 'text-ink-faint',
              here && held && '!bg-warning-soft !text-warning',
            )}
          >
            <span
              aria-hidden
              className={clsx(
                'grid size-5.5 shrink-0 place-items-center rounded-full border text-xs',
                at < done ? 'border-transparent bg-accent text-on-accent' : 'border-current',
              )}
            >
              {at < done ? (
                <Check className="size-3.5" strokeWidth={3} />
              ) : here && held ? (
                <CircleAlert className="size-3.5" />
              ) : (
                at + 1
              )}
            </span>
            <span className={clsx(!here && 'max-sm:sr-only')}>{step}</span>
          </li>
        );
      })}
    </ol>
  );
}
