import { clsx } from 'clsx';
import type { ButtonProps } from './button.tsx';
import { Button } from './button.tsx';

interface IconButtonProps extends Omit<ButtonProps, 'icon' | 'children'> {
  /** The accessible name, also shown as the tooltip. */
  label: string;
  /** The key that does the same, shown in the tooltip. */
  hint?: string;
  children: React.ReactNode;
}

/** A square button with an icon alone; its name is in the tooltip. */
export function IconButton({
  label,
  hint,
  className,
  variant = 'ghost',
  size = 'md',
  ...rest
}: IconButtonProps) {
  return (
    <Button
      {...rest}
      variant={variant}
      size={size}
      aria-label={label}
      data-tip={rest.reason || (hint ? `${label} · ${hint}` : label)}
      className={clsx('!px-0 touch-target', size === 'md' ? 'w-(--control)' : 'w-7', className)}
    />
  );
}
