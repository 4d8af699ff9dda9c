import { useNavigate, useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { useChangeMark } from '../../lib/record-changes.ts';
import type { RowProps } from './grid-row.tsx';
import type { RowBase } from './types.ts';

/**
 * What makes an element a row of the list: its place, the tab stop, and what pointers do to it.
 * A click anywhere on the row opens it, unless it hit something with a purpose of its own, such as a cell that can be changed, or
 * ended a text selection.
 */
export function useRowAttributes<Row extends RowBase>(props: RowProps<Row>) {
  const { row, index, open, onActive, active, first, selection, selected } = props;
  const navigate = useNavigate();
  const router = useRouter();
  const changed = useChangeMark(row.id);
  return {
    role: 'row',
    'data-row': index,
    'data-changed': changed || undefined,
    tabIndex: active || first ? 0 : -1,
    'aria-rowindex': index + 2,
    'aria-selected': selection ? selected : undefined,
    onFocus: () => onActive(index),
    onPointerEnter: () => void router.preloadRoute(open(row) as never).catch(() => undefined),
    onClick: (event: MouseEvent<HTMLElement>) => {
      const target = event.target as Element;
      if (
        target.closest('a,button,input,label,select,[data-col],[role=menu],[role=dialog]') ||
        window.getSelection()?.toString()
      )
        return;
      if (event.metaKey || event.ctrlKey) {
        window.open(router.buildLocation(open(row) as never).href, '_blank', 'noopener');
        return;
      }
      void navigate(open(row));
    },
  };
}
