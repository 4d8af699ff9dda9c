import { useLingui } from '@lingui/react/macro';
import { Link, type LinkProps } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';

export interface Crumb {
  label: string;
  to: LinkProps['to'];
}

/** The way back up; the page itself follows as its heading. */
export function Breadcrumb({ crumbs }: { crumbs: Crumb[] }) {
  const { t } = useLingui();
  return (
    <nav aria-label={t`Breadcrumb`} className="-ms-1 shrink-0">
      <ol className="flex items-center">
        {crumbs.map((crumb) => (
          <li key={crumb.label} className="flex items-center">
            <Link to={crumb.to} className="rounded px-1 py-0.5 text-ink-muted hover:bg-hover hover:text-ink">
              {crumb.label}
            </Link>
            <ChevronRight aria-hidden className="flip-rtl mx-0.5 size-3.5 text-ink-faint" />
          </li>
        ))}
      </ol>
    </nav>
  );
}
