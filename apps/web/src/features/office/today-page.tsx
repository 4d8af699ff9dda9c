import { useLingui } from '@lingui/react/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { FolderInput, Sun } from 'lucide-react';
import { useKeys } from '../../lib/keys.ts';
import { can } from '../../lib/session.ts';
import { useScreenActions } from '../../shell/commands.ts';
import { useBinderVerbs } from '../../shell/office/use-binder-verbs.tsx';
import { useReceive } from '../../shell/office/use-receive.tsx';
import { Page } from '../../shell/page.tsx';
import { trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Board } from './board.tsx';
import { OfficeFigures } from './office-figures.tsx';
import { UnpaidCharges } from './unpaid-charges.tsx';

/** What the day asks for: the binders that press, what can be done to them at once, and for advisors what is owed. */
export function TodayPage() {
  const { t } = useLingui();
  const kept = { placeholderData: keepPreviousData };
  const board = useQuery({ ...trpc.binders.board.queryOptions({}), ...kept });
  const owed = useQuery({
    ...trpc.binders.attention.queryOptions({ type: 'unpaid_charge', limit: 10 }),
    ...kept,
    enabled: can('office.charges.amounts'),
  });
  const verbs = useBinderVerbs();
  const { create, dialog } = useReceive();
  const keys = create ? [{ id: 'create', keys: 'n', ...create }] : [];
  useScreenActions(keys);
  useKeys(t`Today`, keys);
  const calm =
    board.data !== undefined &&
    Object.values(board.data.columns).every(({ count }) => count === 0) &&
    !owed.isLoading &&
    !owed.data?.items.length;
  return (
    <Page
      title={t`Today`}
      actions={
        create && (
          <Button
            variant="primary"
            icon={<FolderInput aria-hidden className="size-4" />}
            onClick={create.run}
          >
            {create.label}
          </Button>
        )
      }
    >
      <OfficeFigures />
      {board.error && !board.data ? (
        <ErrorCard error={board.error} retry={() => board.refetch()} />
      ) : calm ? (
        <Panel>
          <EmptyState icon={<Sun />} title={t`Nothing needs you today`}>
            {t`Binders appear here when they are due, idle or ready to be collected.`}
          </EmptyState>
        </Panel>
      ) : (
        <Board board={board.data} verbs={verbs}>
          <UnpaidCharges owed={owed.data} />
        </Board>
      )}
      {verbs.dialog}
      {dialog}
    </Page>
  );
}
