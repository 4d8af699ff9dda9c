import { useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { can } from '../../lib/session.ts';

const ReceiveDialog = lazy(() =>
  import('./receive-dialog.tsx').then((module) => ({ default: module.ReceiveDialog })),
);

/**
 * Receiving a binder from a list or board: the button that every such page has, and the window, open while the page's
 * address says `new`. `create` is false without the right.
 */
export function useReceive(clientRef?: string) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { new: open } = useSearch({ strict: false }) as { new?: string };
  const set = (on: boolean) =>
    void navigate({
      to: '.',
      replace: true,
      resetScroll: false,
      search: (before: Record<string, unknown>) => ({ ...before, new: on ? '1' : undefined }) as never,
    });
  const create = can('office.binders.write') && { label: t`Receive a binder`, run: () => set(true) };
  const dialog = (
    <Suspense>
      {open && create && <ReceiveDialog clientRef={clientRef} onClose={() => set(false)} />}
    </Suspense>
  );
  return { create, dialog };
}
