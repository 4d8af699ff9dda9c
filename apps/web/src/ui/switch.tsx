import { clsx } from 'clsx';
import { type ReactNode, useId } from 'react';

interface SwitchProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: ReactNode;
  description?: ReactNode;
  disabled?: boolean;
  name?: string;
}

/** An on/off setting that takes effect at once; in a form that is saved later take a Checkbox. */
export function Switch({ checked, onChange, label, description, disabled, name }: SwitchProps) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4 py-1">
      <div>
        <label htmlFor={id} className="block font-medium">
          {label}
        </label>
        {description && (
          <p id={`${id}-d`} className="text-ink-muted text-sm">
            {description}
          </p>
        )}
      </div>
      <button
        id={id}
        type="button"
        role="switch"
        name={name}
        disabled={disabled}
        aria-checked={checked}
        aria-describedby={description ? `${id}-d` : undefined}
        onClick={() => onChange(!checked)}
        className={clsx(
          'relative mt-px h-6 w-10 shrink-0 rounded-full border transition-colors disabled:opacity-50',
          checked ? 'border-accent bg-accent' : 'border-line-control bg-sunken',
        )}
      >
        <span
          className={clsx(
            'absolute inset-y-0.5 size-4.5 rounded-full shadow-control transition-[inset-inline-start]',
            checked ? 'start-[1.15rem] bg-on-accent' : 'start-0.5 bg-line-control',
          )}
        />
      </button>
    </div>
  );
}
