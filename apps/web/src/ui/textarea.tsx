import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { useFieldControl } from './field.tsx';
import { CONTROL_CLASS } from './input.tsx';

/** Several lines of text; grows with its content where the browser can. */
export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  const control = useFieldControl();
  return (
    <textarea
      rows={3}
      {...control}
      {...rest}
      className={clsx(CONTROL_CLASS, 'field-sizing-content max-h-96 min-h-20 px-3 py-2', className)}
    />
  );
}
