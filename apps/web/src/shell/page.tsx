import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Breadcrumb, type Crumb } from '../ui/breadcrumb.tsx';
import { useDocumentTitle } from './document-title.ts';

interface PageProps {
  title: string;
  /** What stands in the heading instead of the bare title. */
  heading?: ReactNode;
  crumbs?: Crumb[];
  /** A state badge beside the title. */
  badge?: ReactNode;
  /** Secondary actions first, the primary one last. */
  actions?: ReactNode;
  /** The page lays out its own scrolling (lists, boards). */
  fill?: boolean;
  /** Reading width, for forms and settings. */
  narrow?: boolean;
  children: ReactNode;
}

/** A page of the app: one line with the way here, the title and the actions; the content scrolls below. */
export function Page({ title, heading, crumbs = [], badge, actions, fill, narrow, children }: PageProps) {
  useDocumentTitle(title);
  return (
    <>
      <header className="flex min-h-13 shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b px-(--gutter) py-2 max-md:px-4">
        <div className="flex min-w-0 flex-1 items-center max-md:flex-auto">
          {crumbs.length > 0 && <Breadcrumb crumbs={crumbs} />}
          <h1
            tabIndex={-1}
            className={clsx('truncate font-semibold', crumbs.length > 0 ? 'ps-1 text-base' : 'text-lg')}
          >
            {heading ?? title}
          </h1>
          {badge && <span className="ms-2.5 shrink-0">{badge}</span>}
        </div>
        {actions && (
          <div className="flex shrink-0 items-center gap-2 max-md:shrink max-md:flex-wrap">{actions}</div>
        )}
      </header>
      {fill ? (
        <div className="flex min-h-0 flex-1 flex-col">{children}</div>
      ) : (
        <div className="min-h-0 flex-1 overflow-y-auto bg-canvas">
          <div
            className={clsx(
              'mx-auto flex flex-col gap-(--gap) p-(--gutter) max-md:p-4',
              narrow ? 'max-w-3xl' : 'max-w-7xl',
            )}
          >
            {children}
          </div>
        </div>
      )}
    </>
  );
}
