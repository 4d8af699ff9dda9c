import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { useFieldControl } from './field.tsx';

/** The look of everything that is typed into. 16 px on phones, else iOS zooms into the field. */
export const CONTROL_CLASS = clsx(
  'w-full min-w-0 rounded-control border border-line-control/70 bg-surface text-base text-ink shadow-control transition-colors max-md:text-lg',
  'placeholder:text-ink-faint hover:border-line-control focus:border-accent-ink focus:outline-2 focus:outline-accent-ink/30 focus:outline-offset-0',
  'disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-muted [&:is(input,textarea):read-only]:bg-sunken',
  'aria-invalid:border-danger aria-invalid:focus:outline-danger/30',
);

export interface InputProps extends ComponentProps<'input'> {
  /** An icon or a word inside the field, before or after what is typed. */
  before?: ReactNode;
  after?: ReactNode;
}

/** A line of text. Inside a Field it needs no id or aria of its own. */
export function Input({ before, after, className, ...rest }: InputProps) {
  const control = useFieldControl();
  const input = (
    <input
      {...control}
      {...rest}
      className={clsx(
        CONTROL_CLASS,
        'h-(--control)',
        before ? 'ps-8.5' : 'ps-3',
        after ? 'pe-10' : 'pe-3',
        className,
      )}
    />
  );
  if (!before && !after) return input;
  return (
    <div className="relative">
      {before && (
        <span className="pointer-events-none absolute inset-y-0 start-0 z-1 flex w-9 items-center justify-center text-ink-faint">
          {before}
        </span>
      )}
      {input}
      {after && (
        <span className="absolute inset-y-0 end-0 z-1 flex items-center pe-1 text-ink-faint text-sm">
          {after}
        </span>
      )}
    </div>
  );
}
