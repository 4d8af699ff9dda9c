import { lazy, type ReactElement, type ReactNode } from 'react';
import { LazyPopup } from './lazy-popup.tsx';

export interface PopoverProps {
  /** One button element; it becomes the popover's trigger. */
  trigger: ReactElement<Record<string, unknown>>;
  /** Its accessible name, shown as the heading. */
  title: string;
  titleHidden?: boolean;
  align?: 'start' | 'end';
  children: ReactNode;
}

const load = () => import('./popover-popup.tsx');
const PopoverPopup = lazy(() => load().then((module) => ({ default: module.PopoverPopup })));

/** A small panel beside its button: filters, column choice, details. */
export function Popover(props: PopoverProps) {
  return (
    <LazyPopup trigger={props.trigger} load={load} haspopup="dialog">
      {() => <PopoverPopup {...props} />}
    </LazyPopup>
  );
}
