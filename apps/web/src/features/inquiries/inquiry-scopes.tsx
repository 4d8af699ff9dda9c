import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { FileCheck2, Plus } from 'lucide-react';
import { ScopeLines } from '../../shell/portal/scope-lines.tsx';
import { trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';

/** The scope proposals of an inquiry. */
export function InquiryScopes({ inquiryId, onWrite }: { inquiryId: string; onWrite?: () => void }) {
  const { t } = useLingui();
  const query = useQuery(trpc.scopes.list.queryOptions({ inquiryId, limit: 100 }));
  const scopes = query.data?.items;
  const write = onWrite && (
    <Button size="sm" icon={<Plus aria-hidden className="size-3.5" />} onClick={onWrite}>
      {t`Write a scope`}
    </Button>
  );
  return (
    <Panel title={t`Scope proposals`} action={scopes?.length ? write : undefined} flush>
      {query.error ? (
        <ErrorCard error={query.error} retry={() => query.refetch()} />
      ) : !scopes ? (
        <div className="p-4">
          <SkeletonText lines={3} />
        </div>
      ) : scopes.length === 0 ? (
        <EmptyState icon={<FileCheck2 />} title={t`No scope yet`} actions={write}>
          {t`Write what will be done at which price, and send it to the client.`}
        </EmptyState>
      ) : (
        <ScopeLines scopes={scopes} />
      )}
    </Panel>
  );
}
