import type { ScopeView } from '@officina/contracts/scopes';
import { Link } from '@tanstack/react-router';
import { ScopeBadge } from './badges.tsx';
import { euros } from './figures.ts';

/** The proposals of an inquiry or an engagement, in a panel of their own. */
export function ScopeLines({ scopes }: { scopes: readonly ScopeView[] }) {
  return (
    <ul className="divide-y border-t">
      {scopes.map((scope) => (
        <li key={scope.id} className="flex items-center gap-3 px-4 py-3">
          <Link
            to="/portal/scopes/$id"
            params={{ id: scope.id }}
            className="min-w-0 flex-1 truncate font-medium underline-offset-2 hover:underline"
          >
            {scope.title}
          </Link>
          <span className="tabular text-ink-muted">{euros(scope.fixedPriceEUR)}</span>
          <ScopeBadge status={scope.status} />
        </li>
      ))}
    </ul>
  );
}
