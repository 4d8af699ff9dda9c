import { clsx } from 'clsx';
import { Check, Minus } from 'lucide-react';
import { type ComponentProps, type ReactNode, useEffect, useRef } from 'react';
import { useFieldControl } from './field.tsx';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'onChange' | 'type'> {
  checked: boolean;
  onChange: (checked: boolean, event: React.ChangeEvent<HTMLInputElement>) => void;
  /** Some but not all of what it stands for. */
  partly?: boolean;
  label?: ReactNode;
  description?: ReactNode;
}

/** A box to tick. Without `label` it needs an `aria-label`. */
export function Checkbox({
  checked,
  onChange,
  partly = false,
  label,
  description,
  className,
  ...rest
}: CheckboxProps) {
  const control = useFieldControl();
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (ref.current) ref.current.indeterminate = partly;
  }, [partly]);
  const Mark = partly ? Minus : Check;
  const box = (
    <span className="relative inline-grid size-4 shrink-0 place-items-center">
      <input
        ref={ref}
        type="checkbox"
        {...(label ? {} : control)}
        {...rest}
        checked={checked}
        onChange={(event) => onChange(event.target.checked, event)}
        className="peer absolute -inset-1 m-1 size-4 cursor-pointer appearance-none rounded-[0.3125rem] border border-line-control bg-surface before:absolute before:-inset-2 checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent disabled:cursor-not-allowed disabled:opacity-50"
      />
      <Mark
        aria-hidden
        strokeWidth={3}
        className={clsx(
          'pointer-events-none relative size-3 text-on-accent',
          checked || partly ? '' : 'invisible',
        )}
      />
    </span>
  );
  if (!label) return <span className={clsx('inline-flex', className)}>{box}</span>;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the box inside is the control.
    <label className={clsx('flex cursor-pointer items-start gap-2.5 py-1', className)}>
      <span className="flex h-5.5 items-center">{box}</span>
      <span>
        <span className="block">{label}</span>
        {description && <span className="block text-ink-muted text-sm">{description}</span>}
      </span>
    </label>
  );
}
