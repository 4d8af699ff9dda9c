import { useEffect, useRef, useState } from 'react';
import { attachDrag } from '../../lib/drag.ts';

/** What is dragged over a board: boards of another kind take no notice. */
export interface Dragged<Item> {
  kind: string;
  item: Item;
}

const draggedOf = <Item>(data: Record<string, unknown>, kind: string): Item | null =>
  data.kind === kind ? (data.item as Item) : null;

/** Lets a card be dragged and, with `onDropAbove`, another be dropped above it. */
export function useCardDrag<Item extends { id: string }>(
  dragged: Dragged<Item>,
  allowed: boolean,
  onDropAbove?: (dropped: Item) => void,
) {
  const card = useRef<HTMLLIElement>(null);
  const [dragging, setDragging] = useState(false);
  const [over, setOver] = useState(false);
  const latest = useRef({ ...dragged, onDropAbove });
  latest.current = { ...dragged, onDropAbove };
  const ordered = Boolean(onDropAbove);
  const { kind } = dragged;
  useEffect(() => {
    const element = card.current;
    if (!element || !allowed) return;
    const other = (data: Record<string, unknown>) => {
      const dropped = draggedOf<Item>(data, kind);
      return dropped?.id === latest.current.item.id ? null : dropped;
    };
    return attachDrag(({ draggable, dropTargetForElements }) => {
      const drag = draggable({
        element,
        getInitialData: () => ({ kind, item: latest.current.item }),
        onDragStart: () => setDragging(true),
        onDrop: () => setDragging(false),
      });
      if (!ordered) return drag;
      const drop = dropTargetForElements({
        element,
        canDrop: ({ source }) => draggedOf(source.data, kind) !== null,
        onDragEnter: ({ source }) => setOver(other(source.data) !== null),
        onDragLeave: () => setOver(false),
        onDrop({ source }) {
          setOver(false);
          const dropped = other(source.data);
          if (dropped) latest.current.onDropAbove?.(dropped);
        },
      });
      return () => {
        drag();
        drop();
      };
    });
  }, [kind, allowed, ordered]);
  return { card, dragging, over };
}

/** Lets a card be dropped into the free space of a column. */
export function useColumnDrop<Item>(kind: string, onDrop: (dropped: Item) => void) {
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
        canDrop: ({ source }) => draggedOf(source.data, kind) !== null,
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop({ source, location }) {
          setOver(false);
          const dropped = draggedOf<Item>(source.data, kind);
          // A card under the pointer has taken it already.
          if (dropped && location.current.dropTargets[0]?.element === element) latest.current(dropped);
        },
      }),
    );
  }, [kind]);
  return { column, over };
}
