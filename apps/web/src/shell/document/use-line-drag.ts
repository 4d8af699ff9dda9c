import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { useEffect, useRef, useState } from 'react';
import { attachDrag } from '../../lib/drag.ts';

const KIND = 'document-line';

/** Lets a line be dragged by its handle and take the place of another; `over` is where a dragged one would land. */
export function useLineDrag(index: number, onDrop: (from: number) => void) {
  const row = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const [dragging, setDragging] = useState(false);
  const [over, setOver] = useState<'above' | 'below' | null>(null);
  const drop = useRef(onDrop);
  drop.current = onDrop;
  useEffect(() => {
    const element = row.current;
    if (!element) return;
    const fromOf = (data: Record<string, unknown>) => (data.kind === KIND ? Number(data.index) : null);
    return attachDrag(({ draggable, dropTargetForElements }) =>
      combine(
        draggable({
          element,
          dragHandle: handle.current ?? undefined,
          getInitialData: () => ({ kind: KIND, index }),
          onDragStart: () => setDragging(true),
          onDrop: () => setDragging(false),
        }),
        dropTargetForElements({
          element,
          canDrop: ({ source }) => fromOf(source.data) !== null,
          onDragEnter({ source }) {
            const from = fromOf(source.data);
            if (from !== null && from !== index) setOver(from < index ? 'below' : 'above');
          },
          onDragLeave: () => setOver(null),
          onDrop({ source }) {
            setOver(null);
            const from = fromOf(source.data);
            if (from !== null) drop.current(from);
          },
        }),
      ),
    );
  }, [index]);
  return { row, handle, dragging, over };
}
