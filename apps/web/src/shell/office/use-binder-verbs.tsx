import { useLingui } from '@lingui/react/macro';
import type { BinderView } from '@officina/contracts/binders';
import { lazy, Suspense, useState } from 'react';
import { useAct } from '../../lib/use-act.ts';
import { api } from '../../trpc.ts';
import type { RowKey } from '../list/types.ts';
import { refreshBinders } from './refresh-binders.ts';

const ReturnDialog = lazy(() =>
  import('./return-dialog.tsx').then((module) => ({ default: module.ReturnDialog })),
);
const NoteDialog = lazy(() => import('./note-dialog.tsx').then((module) => ({ default: module.NoteDialog })));

/** What a verb needs to know of a binder. */
export type VerbTarget = Pick<BinderView, 'ref' | 'binderNumber' | 'status' | 'client' | 'abilities'>;

/** What is done to binders from any list, board or page, with the dialogs that it needs. */
export function useBinderVerbs() {
  const { t } = useLingui();
  const { act, pending } = useAct();
  const [asked, setAsked] = useState<{ verb: 'return' | 'note'; binder: VerbTarget } | null>(null);
  const close = () => setAsked(null);
  const ready = ({ ref, binderNumber }: VerbTarget) =>
    act({
      run: () => api.binders.markReady.mutate({ ref }),
      done: t`${binderNumber} is ready for pickup`,
      undo: () => api.binders.undoReady.mutate({ ref }),
      settled: refreshBinders,
    });
  const undoReady = ({ ref, binderNumber }: VerbTarget) =>
    act({
      run: () => api.binders.undoReady.mutate({ ref }),
      done: t`${binderNumber} is in the office again`,
      undo: () => api.binders.markReady.mutate({ ref }),
      settled: refreshBinders,
    });
  const giveBack = (binder: VerbTarget) => setAsked({ verb: 'return', binder });
  const note = (binder: VerbTarget) => setAsked({ verb: 'note', binder });
  const rowKeys: RowKey<VerbTarget>[] = [
    { keys: 'r', label: t`Mark ready`, run: (row) => row.abilities.ready && ready(row) },
    { keys: 'p', label: t`Give back`, run: (row) => row.abilities.return && giveBack(row) },
    { keys: 't', label: t`Add a note`, run: (row) => row.abilities.note && note(row) },
  ];
  const dialog = (
    <Suspense>
      {asked?.verb === 'return' && <ReturnDialog binder={asked.binder} onClose={close} />}
      {asked?.verb === 'note' && <NoteDialog binder={asked.binder} onClose={close} />}
    </Suspense>
  );
  return { ready, undoReady, giveBack, note, rowKeys, dialog, pending };
}
