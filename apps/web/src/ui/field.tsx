import { clsx } from 'clsx';
import { CircleAlert } from 'lucide-react';
import { createContext, type ReactNode, useContext, useId } from 'react';

interface Control {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-required': true | undefined;
}

const ControlContext = createContext<Control | null>(null);

/** Ids and states that the surrounding Field gives to its control; empty outside a Field. */
export function useFieldControl(): Partial<Control> {
  return useContext(ControlContext) ?? {};
}

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  required?: boolean;
  /** Keeps the label for screen readers only, e.g. in tables of lines where the column says it. */
  labelHidden?: boolean;
  /** Set beside the label: "optional", a link, a counter. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A label, its control, a hint and an error, wired to each other by ids. Any control of ours inside picks them up by itself. */
export function Field({ label, hint, error, required, labelHidden, aside, className, children }: FieldProps) {
  const id = useId();
  const describedBy = clsx(hint && `${id}-hint`, error && `${id}-error`) || undefined;
  return (
    <div className={clsx('flex min-w-0 flex-col gap-1.5', className)}>
      <div className={clsx('flex items-baseline justify-between gap-2', labelHidden && 'sr-only')}>
        <label htmlFor={id} className="font-medium text-ink text-sm">
          {label}
          {required && (
            <span aria-hidden className="text-danger">
              {' *'}
            </span>
          )}
        </label>
        {aside && <span className="text-ink-faint text-xs">{aside}</span>}
      </div>
      <ControlContext
        value={{
          id,
          'aria-describedby': describedBy,
          'aria-invalid': error ? true : undefined,
          'aria-required': required ? true : undefined,
        }}
      >
        {children}
      </ControlContext>
      {hint && !error && (
        <p id={`${id}-hint`} className="text-ink-faint text-xs">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1 text-danger text-xs">
          <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {error}
        </p>
      )}
    </div>
  );
}
