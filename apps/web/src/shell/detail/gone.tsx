import { useLingui } from '@lingui/react/macro';
import { ArchiveRestore } from 'lucide-react';
import { useAct } from '../../lib/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

interface GoneProps {
  restore: () => Promise<unknown>;
  refetch: () => unknown;
}

/** The place of a record that is not there (any more), for whoever may bring a deleted one back. */
export function Gone({ restore, refetch }: GoneProps) {
  const { t } = useLingui();
  const { act, pending } = useAct();
  return (
    <EmptyState
      icon={<ArchiveRestore />}
      title={t`This no longer exists`}
      actions={
        <Button
          busy={pending}
          onClick={() => void act({ run: restore, done: t`It is back`, settled: refetch })}
        >
          {t`Restore`}
        </Button>
      }
    >
      {t`If it was deleted, you can bring it back with everything in it.`}
    </EmptyState>
  );
}
