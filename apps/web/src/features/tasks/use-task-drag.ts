import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import type { TaskView } from '@officina/contracts/tasks';
import { useEffect, useRef, useState } from 'react';
import { attachDrag } from '../../lib/drag.ts';

const KIND = 'task';
const taskOf = (data: Record<string, unknown>): TaskView | null =>
  data.kind === KIND ? (data.task as TaskView) : null;

/** Lets a card be dragged, and another be dropped above it. */
export function useCardDrag(task: TaskView, onDropAbove: (dropped: TaskView) => void) {
  const card = useRef<HTMLLIElement>(null);
  const [dragging, setDragging] = useState(false);
  const [over, setOver] = useState(false);
  const latest = useRef({ task, onDropAbove });
  latest.current = { task, onDropAbove };
  const { edit } = task.abilities;
  useEffect(() => {
    const element = card.current;
    if (!element || !edit) return;
    return attachDrag(({ draggable, dropTargetForElements }) =>
      combine(
        draggable({
          element,
          getInitialData: () => ({ kind: KIND, task: latest.current.task }),
          onDragStart: () => setDragging(true),
          onDrop: () => setDragging(false),
        }),
        dropTargetForElements({
          element,
          canDrop: ({ source }) => taskOf(source.data) !== null,
          onDragEnter: ({ source }) => setOver(taskOf(source.data)?.id !== latest.current.task.id),
          onDragLeave: () => setOver(false),
          onDrop({ source }) {
            setOver(false);
            const dropped = taskOf(source.data);
            if (dropped && dropped.id !== latest.current.task.id) latest.current.onDropAbove(dropped);
          },
        }),
      ),
    );
  }, [edit]);
  return { card, dragging, over };
}

/** Lets a card be dropped into the free space of a column: it goes to the end. */
export function useColumnDrop(onDrop: (dropped: TaskView) => void) {
  const column = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const latest = useRef(onDrop);
  latest.current = onDrop;
  useEffect(() => {
    const element = column.current;
    if (!element) return;
    return attachDrag(({ dropTargetForElements }) =>
      dropTargetForElements({
        element,
        canDrop: ({ source }) => taskOf(source.data) !== null,
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop({ source, location }) {
          setOver(false);
          const dropped = taskOf(source.data);
          // A card under the pointer has taken it already.
          if (dropped && location.current.dropTargets[0]?.element === element) latest.current(dropped);
        },
      }),
    );
  }, []);
  return { column, over };
}
