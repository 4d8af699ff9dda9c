import { useLingui } from '@lingui/react/macro';
import type { ProgramView } from '@officina/contracts/training-views';
import { useQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import { failureOf } from '../../lib/errors.ts';
import { trpc } from '../../trpc.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';

interface WithProgramProps {
  slug: string;
  children: (program: ProgramView) => ReactNode;
}

/** What is about a programme: its place while it comes, and what to say when there is none. */
export function WithProgram({ slug, children }: WithProgramProps) {
  const { t } = useLingui();
  const query = useQuery(trpc.training.program.queryOptions({ program: slug }));
  if (query.data) return children(query.data);
  if (!query.error) return <SkeletonText lines={8} />;
  if (failureOf(query.error).code !== 'NOT_FOUND')
    return <ErrorCard error={query.error} retry={() => query.refetch()} />;
  return (
    <EmptyState icon={<SearchX />} title={t`There is no such programme`}>
      {t`It may no longer be offered. Ask the school that sent you here.`}
    </EmptyState>
  );
}
