import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { toastDone } from '../../lib/toast.ts';
import { useStore } from '../../lib/use-store.ts';
import type { BulkAction, BulkRow } from './bulk.ts';
import { begin, drive, put, runOf, stop, subscribe } from './bulk-runs.ts';

/** Runs a list's bulk actions with progress; what fails is kept with its reason, what changed can be taken back at once. */
export function useBulk(listId: string, actions: readonly BulkAction[], settled: () => unknown) {
  const { t } = useLingui();
  const run = useStore(subscribe, () => runOf(listId));
  const action = run && actions.find(({ id }) => id === run.action);

  async function proceed(what: BulkAction) {
    const ended = await drive(listId, what);
    settled();
    if (ended?.state !== 'over') return;
    if (ended.failed.length === 0) put(listId, null);
    const { changed, args } = ended;
    const good = ended.rows.length - ended.failed.length;
    if (good === 0) return;
    if (ended.reverse) return void toastDone(t`Taken back`);
    const takeBack = () => {
      begin(listId, { action: what.id, reverse: true, args, rows: changed, more: false });
      void proceed(what);
    };
    const undo = what.undo && changed.length > 0 ? takeBack : undefined;
    const said = changed.length > 0 ? what.done(changed.length) : t`Nothing was left to do`;
    void toastDone(said, { undo, undoLabel: t`Undo` });
  }

  const resume = () => void (action && proceed(action));
  const offline = run?.trouble?.code === 'OFFLINE';
  useEffect(() => {
    if (!offline) return;
    window.addEventListener('online', resume);
    return () => window.removeEventListener('online', resume);
  });

  return {
    run,
    action,
    start(what: BulkAction, rows: BulkRow[], args: unknown, more: boolean) {
      begin(listId, { action: what.id, reverse: false, args, rows, more });
      void proceed(what);
    },
    resume,
    stop: () => stop(listId),
    dismiss: () => put(listId, null),
  };
}
