import type { SalesTermsView } from '@officina/contracts/sales-terms';
import type { ReactNode } from 'react';
import type { Crumb } from '../../ui/breadcrumb.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { DetailSkeleton } from '../detail/detail-skeleton.tsx';
import { Page } from '../page.tsx';

interface EditorFrameProps {
  title: string;
  crumbs: Crumb[];
  source: {
    pending: boolean;
    error: unknown;
    refetch: () => unknown;
    terms: SalesTermsView | undefined;
  };
  children: (terms: SalesTermsView) => ReactNode;
}

/** The place of an editor until what it starts from is there. */
export function EditorFrame({ title, crumbs, source, children }: EditorFrameProps) {
  if (!source.pending && source.terms) return children(source.terms);
  return (
    <Page title={title} crumbs={crumbs}>
      {source.error ? <ErrorCard error={source.error} retry={() => source.refetch()} /> : <DetailSkeleton />}
    </Page>
  );
}
