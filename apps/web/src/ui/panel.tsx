import { clsx } from 'clsx';
import { type ReactNode, useId } from 'react';

interface PanelProps {
  title?: ReactNode;
  /** At the end of the title line: a link, a button, a switch. */
  action?: ReactNode;
  /** Without inner padding, for tables and lists that reach the edges. */
  flush?: boolean;
  className?: string;
  children: ReactNode;
}

/** A titled surface on the canvas; the section of a detail page or dashboard. */
export function Panel({ title, action, flush, className, children }: PanelProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={title ? id : undefined}
      className={clsx('min-w-0 rounded-panel border border-line bg-surface shadow-panel', className)}
    >
      {title && (
        <header className="flex min-h-12 items-center justify-between gap-3 px-4 pt-1">
          <h2 id={id} className="font-semibold text-base">
            {title}
          </h2>
          {action}
        </header>
      )}
      <div className={clsx(flush ? 'overflow-hidden rounded-b-panel' : title ? 'px-4 pb-4' : 'p-4')}>
        {children}
      </div>
    </section>
  );
}

/** Label and value pairs of a record. Pairs whose value is empty are left out. */
export function Facts({ items }: { items: { label: string; value: ReactNode }[] }) {
  return (
    <dl className="grid grid-cols-[minmax(5rem,auto)_1fr] gap-x-4 gap-y-2.5 text-sm">
      {items
        .filter(({ value }) => value !== null && value !== undefined && value !== '' && value !== false)
        .map((item) => (
          <div key={item.label} className="contents">
            <dt className="text-ink-faint">{item.label}</dt>
            {/* Phone numbers and units read from left to right in any language, at the side where the column begins. */}
            <dd className="min-w-0 break-words text-left [unicode-bidi:plaintext] rtl:text-right">
              {item.value}
            </dd>
          </div>
        ))}
    </dl>
  );
}
