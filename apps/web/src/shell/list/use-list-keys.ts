import { useLingui } from '@lingui/react/macro';
import { useKeys } from '../../lib/keys.ts';
import type { Selection } from './use-selection.ts';

interface Handlers {
  move: (step: number) => void;
  open: () => void;
  active: number;
  selection: Selection | null;
  edit: (() => void) | undefined;
  create: (() => void) | undefined;
  focusSearch: (() => void) | undefined;
  others: readonly { keys: string; label: string; run: () => unknown }[];
}

/** The keys that every list has. */
export function useListKeys(handlers: Handlers): void {
  const { move, open, active, selection, edit, create, focusSearch, others } = handlers;
  const { t } = useLingui();
  const optional = <T>(condition: unknown, shortcut: T) => (condition ? [shortcut] : []);
  useKeys(t`List`, [
    { keys: 'j', label: t`Next row`, run: () => move(1) },
    { keys: 'k', label: t`Previous row`, run: () => move(-1) },
    { keys: 'ArrowDown', label: t`Next row`, run: () => move(1) },
    { keys: 'ArrowUp', label: t`Previous row`, run: () => move(-1) },
    { keys: 'Enter', label: t`Open`, run: open },
    ...optional(focusSearch, { keys: '/', label: t`Search`, run: () => focusSearch?.() }),
    ...optional(create, { keys: 'n', label: t`New`, run: () => create?.() }),
    ...optional(edit, { keys: 'e', label: t`Edit`, run: () => edit?.() }),
    ...others.map(({ run, ...key }) => ({ ...key, run: () => void run() })),
    ...optional(selection, { keys: 'x', label: t`Select`, run: () => selection?.toggle(active) }),
    ...optional(selection, {
      keys: 'shift+x',
      label: t`Select up to here`,
      run: () => selection?.extend(active),
    }),
    ...optional(selection, { keys: 'mod+a', label: t`Select all`, run: () => selection?.selectLoaded() }),
    ...optional(selection?.ids.size, {
      keys: 'Escape',
      label: t`Clear the selection`,
      run: () => selection?.clear(),
    }),
  ]);
}
