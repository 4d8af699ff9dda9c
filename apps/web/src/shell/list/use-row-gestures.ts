import { useNavigate, useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import type { RowProps } from './grid-row.tsx';
import type { RowBase } from './types.ts';

/**
 * A click anywhere on the row opens it, unless it hit something with a purpose of its own, such as a cell that can be changed, or
 * ended a text selection.
 */
export function useRowGestures<Row extends RowBase>({ row, index, open, onActive }: RowProps<Row>) {
  const navigate = useNavigate();
  const router = useRouter();
  return {
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
