import { useLingui } from '@lingui/react/macro';
import { clsx } from 'clsx';
import { useEffect, useState } from 'react';

const STEP_MS = 450;

/** What is being done with the brief, while it is being done. */
export function ScoringSteps() {
  const { t } = useLingui();
  const steps = [t`Reading your brief`, t`Matching it with every service`, t`Ranking what fits`];
  const [at, setAt] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setAt((step) => Math.min(step + 1, 2)), STEP_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <ol role="status" className="grid gap-3 sm:grid-cols-3">
      {steps.map((step, index) => (
        <li key={step} className={clsx('text-sm', index > at && 'text-ink-faint')}>
          <span
            aria-hidden
            className={clsx('mb-1.5 block h-1.5 rounded-full', index <= at ? 'bg-accent' : 'bg-line')}
          />
          {step}
        </li>
      ))}
    </ol>
  );
}
