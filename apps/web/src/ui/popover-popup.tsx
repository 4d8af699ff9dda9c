import { Popover as Base } from '@base-ui/react/popover';
import { clsx } from 'clsx';
import type { PopoverProps } from './popover.tsx';

/** The heavy half of Popover, open from its first render; loaded on first use. */
export function PopoverPopup({ trigger, title, titleHidden, align = 'start', children }: PopoverProps) {
  return (
    <Base.Root defaultOpen>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={6} collisionPadding={8} className="z-70">
          <Base.Popup className="pop max-h-(--available-height) w-max min-w-56 max-w-[min(22rem,calc(100vw-1rem))] overflow-y-auto rounded-control bg-raised p-3 shadow-raised outline-none">
            <Base.Title className={clsx('mb-2 font-medium text-ink-muted text-xs', titleHidden && 'sr-only')}>
              {title}
            </Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
