import type { SettingsView } from '@officina/contracts/tenancy';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Page } from '../../shell/page.tsx';
import { trpc } from '../../trpc.ts';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';

interface Pending<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

interface SectionPageProps<T> {
  title: string;
  query: Pending<T>;
  actions?: ReactNode;
  children: (data: T) => ReactNode;
}

/** A section: its title, and what it shows once the data is there. */
export function SectionPage<T>({ title, query, actions, children }: SectionPageProps<T>) {
  return (
    <Page title={title} narrow actions={actions}>
      {query.data !== undefined ? (
        children(query.data)
      ) : query.error ? (
        <ErrorCard error={query.error} retry={() => query.refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}

/** A section that shows a part of the firm's settings. */
export function SettingsPage(props: { title: string; children: (settings: SettingsView) => ReactNode }) {
  const query = useQuery(trpc.tenancy.settings.queryOptions({}));
  return <SectionPage {...props} query={query} />;
}

function Loading() {
  return (
    <div aria-busy className="flex flex-col gap-(--gap)">
      {[3, 6].map((lines) => (
        <Panel key={lines}>
          <SkeletonText lines={lines} />
        </Panel>
      ))}
    </div>
  );
}
