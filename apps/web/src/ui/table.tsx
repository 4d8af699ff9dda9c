import { clsx } from 'clsx';
import type { ComponentProps } from 'react';

// A plain table for the lines of a document or a report. Lists of records use the list grammar in shell/list.

/** Scrolls sideways by itself on narrow screens; give it a caption or an aria-label. */
export function Table({ className, ...rest }: ComponentProps<'table'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls, not a table.
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={rest['aria-label']}>
      <table {...rest} className={clsx('w-full border-collapse text-sm', className)} />
    </div>
  );
}

interface CellProps {
  /** Figures stand at the end, in digits of equal width. */
  numeric?: boolean;
}

export function Th({ numeric, className, ...rest }: ComponentProps<'th'> & CellProps) {
  return (
    <th
      scope="col"
      {...rest}
      className={clsx(
        'border-b px-3 py-2 first:ps-4 last:pe-4 font-medium text-ink-muted text-xs',
        numeric ? 'text-end' : 'text-start',
        className,
      )}
    />
  );
}

export function Td({ numeric, className, ...rest }: ComponentProps<'td'> & CellProps) {
  return (
    <td
      {...rest}
      className={clsx(
        'border-b px-3 py-2.5 align-top first:ps-4 last:pe-4 in-[:is(tbody:last-child,tfoot)>tr:last-child]:border-b-0',
        numeric && 'tabular text-end',
        className,
      )}
    />
  );
}
