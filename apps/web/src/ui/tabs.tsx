import { clsx } from 'clsx';
import { type KeyboardEvent, type ReactNode, useId } from 'react';

export interface TabItem {
  id: string;
  label: ReactNode;
  /** A count beside the word. */
  count?: number | null;
}

export interface TabsProps {
  /** What the tabs divide, for screen readers. */
  label: string;
  tabs: readonly TabItem[];
  value: string;
  onChange: (id: string) => void;
  /** The panel takes what height is left and scrolls by itself. */
  fill?: boolean;
  /** The panel of the chosen tab. */
  children: ReactNode;
}

/** Tabs over one panel. Arrows move, following the direction of the text; the line of tabs scrolls on phones. */
export function Tabs({ label, tabs, value, onChange, fill, children }: TabsProps) {
  const id = useId();
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const rtl = document.documentElement.dir === 'rtl' ? -1 : 1;
    const at = tabs.findIndex((tab) => tab.id === value);
    const step = { ArrowRight: rtl, ArrowLeft: -rtl }[event.key];
    const next =
      event.key === 'Home' ? 0 : event.key === 'End' ? tabs.length - 1 : step ? at + step : undefined;
    const target = next === undefined ? undefined : tabs[(next + tabs.length) % tabs.length];
    if (!target) return;
    event.preventDefault();
    onChange(target.id);
    document.getElementById(`${id}-${target.id}`)?.focus();
  };
  return (
    <div className={clsx('flex min-w-0 flex-col', fill ? 'min-h-0 flex-1' : 'gap-(--gap)')}>
      <div
        role="tablist"
        aria-label={label}
        onKeyDown={move}
        className={clsx(
          'flex shrink-0 gap-1 overflow-x-auto border-b [scrollbar-width:none]',
          fill ? 'px-(--gutter) max-md:px-4' : 'px-0.5',
        )}
      >
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={`${id}-${tab.id}`}
            type="button"
            role="tab"
            aria-selected={tab.id === value}
            aria-controls={`${id}-panel`}
            tabIndex={tab.id === value ? 0 : -1}
            onClick={() => onChange(tab.id)}
            className={clsx(
              '-mb-px flex min-h-9 shrink-0 items-center gap-1.5 border-b-2 px-2.5 font-medium text-sm -outline-offset-2',
              tab.id === value
                ? 'border-accent-ink text-ink'
                : 'border-transparent text-ink-muted hover:text-ink',
            )}
          >
            {tab.label}
            {typeof tab.count === 'number' && (
              <span className="tabular rounded bg-sunken px-1.5 text-ink-muted text-xs">{tab.count}</span>
            )}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${value}`}
        className={fill ? 'flex min-h-0 min-w-0 flex-1 flex-col' : 'min-w-0'}
      >
        {children}
      </div>
    </div>
  );
}
