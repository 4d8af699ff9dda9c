import type { ReactNode } from 'react';

interface EmptyStateProps {
  icon?: ReactNode;
  title: ReactNode;
  /** Teaches the first step rather than saying that nothing is here. */
  children?: ReactNode;
  actions?: ReactNode;
}

/** What a list or panel shows before its first record. */
export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-1.5 px-6 py-14 text-center">
      {icon && (
        <span
          aria-hidden
          className="mb-2 grid size-11 place-items-center rounded-panel bg-accent-soft text-accent-ink [&>svg]:size-5"
        >
          {icon}
        </span>
      )}
      <p className="font-semibold text-base">{title}</p>
      {children && <p className="text-balance text-ink-muted">{children}</p>}
      {actions && <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
