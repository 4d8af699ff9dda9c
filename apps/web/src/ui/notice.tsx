import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { TONE_CLASS, type Tone } from './tone.ts';

/** The outcome of a link or a form, where no toast would be seen. */
export function Notice({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <p
      role={tone === 'danger' ? 'alert' : 'status'}
      className={clsx('rounded-control px-3 py-2.5', TONE_CLASS[tone])}
    >
      {children}
    </p>
  );
}
