import { clsx } from 'clsx';
import { type ComponentProps, type ReactNode, useId } from 'react';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';
export type ButtonSize = 'md' | 'sm';

const LOOK: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-on-accent shadow-control enabled:hover:bg-accent-hover',
  secondary: 'bg-surface text-ink border border-line-strong shadow-control hover:bg-hover active:bg-pressed',
  ghost: 'text-ink-muted hover:bg-hover hover:text-ink active:bg-pressed',
  danger: 'bg-danger-soft text-danger hover:bg-danger hover:text-surface',
};

/** The look shared by buttons and links that act as buttons. */
export function buttonClass(
  variant: ButtonVariant = 'secondary',
  size: ButtonSize = 'md',
  extra?: string,
): string {
  return clsx(
    'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-control font-medium text-sm transition-colors duration-100',
    "[&>svg:not([class*='size-'])]:size-4",
    'disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50',
    size === 'md' ? 'h-(--control) px-3' : 'h-7 px-2',
    LOOK[variant],
    extra,
  );
}

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  /** In flight: the button keeps its width and cannot be pressed again. */
  busy?: boolean;
  /** Why it cannot be used now. Unlike `disabled` it stays focusable, so that everybody can read the reason. */
  reason?: string | false | null;
}

/** A button; `type` is "button" unless said otherwise, so that none submits a form by accident. */
export function Button({
  variant,
  size,
  icon,
  busy,
  reason,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const id = useId();
  const blocked = Boolean(reason);
  return (
    <>
      <button
        type="button"
        {...rest}
        disabled={rest.disabled || busy}
        aria-disabled={blocked || undefined}
        aria-describedby={blocked ? id : rest['aria-describedby']}
        aria-busy={busy || undefined}
        data-tip={reason || undefined}
        className={buttonClass(variant, size, clsx(busy && 'animate-pulse', className))}
        onClick={blocked ? (event) => event.preventDefault() : onClick}
      >
        {icon}
        {children}
      </button>
      {blocked && (
        <span id={id} hidden>
          {reason}
        </span>
      )}
    </>
  );
}
