import { useLingui } from '@lingui/react/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CheckSquare, FileText, UserPlus } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { hourOf } from '../../lib/format.ts';
import { can, useSession } from '../../lib/session.ts';
import { Page } from '../../shell/page.tsx';
import { trpc } from '../../trpc.ts';
import { ErrorCard } from '../../ui/error-card.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { HomeTiles } from './home-tiles.tsx';
import { StepsPlace } from './steps-place.tsx';

/** Hour from which the greeting changes. */
const EVENING = 18;

// What is below the figures comes after them.
const HomePanels = lazy(() => import('./home-panels.tsx').then((module) => ({ default: module.HomePanels })));

/** Where everybody starts: what is late, what waits, what is theirs to do, and for leaders how business goes. */
export function HomePage() {
  const { t } = useLingui();
  const { user } = useSession();
  const query = useQuery({ ...trpc.dashboard.garage.queryOptions({}), placeholderData: keepPreviousData });
  const dashboard = query.data;
  const name = user.name.split(' ')[0] ?? user.name;
  const evening = hourOf() >= EVENING;
  return (
    <Page
      title={t`Home`}
      actions={
        <>
          {can('contacts.create') && (
            <LinkButton
              to="/contacts"
              search={{ new: '1' }}
              className="max-md:hidden"
              icon={<UserPlus aria-hidden className="size-4" />}
            >{t`New contact`}</LinkButton>
          )}
          {can('tasks.create') && (
            <LinkButton
              to="/tasks"
              search={{ new: '1' }}
              className="max-md:hidden"
              icon={<CheckSquare aria-hidden className="size-4" />}
            >{t`New task`}</LinkButton>
          )}
          {can('quotes.create') && (
            <LinkButton
              to="/quotes/new"
              variant="primary"
              icon={<FileText aria-hidden className="size-4" />}
            >{t`New quote`}</LinkButton>
          )}
        </>
      }
    >
      <h2 className="pt-2 font-semibold text-2xl tracking-tight">
        {evening ? t`Good evening ${name}` : t`Hello ${name}`}
      </h2>
      {can('settings.edit') && <StepsPlace />}
      {query.error && !dashboard ? (
        <ErrorCard error={query.error} retry={() => query.refetch()} />
      ) : (
        <>
          <HomeTiles dashboard={dashboard} />
          <Suspense fallback={<Skeleton className="h-80" />}>
            <HomePanels dashboard={dashboard} />
          </Suspense>
        </>
      )}
    </Page>
  );
}
