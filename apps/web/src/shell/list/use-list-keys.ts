import { useLingui } from '@lingui/react/macro';
import { useKeys } from '../../lib/keys.ts';
import type { Selection } from './use-selection.ts';

interface Handlers {
  move: (step: number) => void;
  open: () => void;
  active: number;
  selection: Selection | null;
  edit: (() => void) | undefined;
  /** To the next editable cell of the row, in reading direction. */
  moveCell: ((step: 1 | -1) => void) | undefined;
  create: (() => void) | undefined;
  focusSearch: (() => void) | undefined;
  others: readonly { keys: string; label: string; run: () => unknown }[];
}

/** What the right arrow means where lines run from right to left. */
const forward = () => (document.documentElement.dir === 'rtl' ? -1 : 1);

/** The keys that every list has. */
export function useListKeys(handlers: Handlers): void {
  const { move, open, active, selection, edit, moveCell, create, focusSearch, others } = handlers;
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
    ...optional(moveCell, { keys: 'ArrowRight', label: t`Next cell`, run: () => moveCell?.(forward()) }),
    ...optional(moveCell, {
      keys: 'ArrowLeft',
      label: t`Previous cell`,
      run: () => moveCell?.(forward() === 1 ? -1 : 1),
    }),
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
