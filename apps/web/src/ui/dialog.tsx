import { Dialog as Base } from '@base-ui/react/dialog';
import { useLingui } from '@lingui/react/macro';
import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { IconButton } from './icon-button.tsx';

export interface DialogProps {
  /** Called when Escape, the backdrop or the cross asks to close; the owner decides (a dirty form asks first). */
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  size?: 'sm' | 'md' | 'lg';
  /** At the side of the screen, for long forms and previews that should leave the list visible. */
  drawer?: boolean;
  /** The buttons, kept in sight under the scrolling content. */
  footer?: ReactNode;
  children: ReactNode;
}

const WIDTH = { sm: 'md:max-w-md', md: 'md:max-w-xl', lg: 'md:max-w-4xl' };

/**
 * A modal window; a sheet from below on phones. Mount it to open it, unmount it to close it: pages load it lazily
 * together with the form inside.
 */
export function Dialog({ onClose, title, description, size = 'md', drawer, footer, children }: DialogProps) {
  const { t } = useLingui();
  const popup = useRef<HTMLDivElement>(null);
  // The first field and not the cross; a finger that did not ask to type gets no keyboard over the half of its screen.
  const firstField = (opened: string) =>
    (opened !== 'touch' && popup.current?.querySelector<HTMLElement>('input, textarea, select')) ||
    popup.current;
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fade fixed inset-0 z-50 bg-scrim" />
        <Base.Viewport
          className={clsx(
            'fixed inset-0 z-60 flex items-end overflow-hidden',
            drawer ? 'md:items-stretch md:justify-end' : 'md:items-center md:justify-center md:p-6',
          )}
        >
          <Base.Popup
            ref={popup}
            initialFocus={firstField}
            className={clsx(
              'flex max-h-[92dvh] w-full flex-col bg-surface shadow-raised outline-none max-md:rounded-t-panel',
              drawer ? 'slide md:max-h-none' : 'pop md:max-h-full md:rounded-panel',
              WIDTH[size],
            )}
          >
            <header className="flex items-start gap-3 px-5 pt-4 pb-3">
              <div className="min-w-0 flex-1">
                <Base.Title className="font-semibold text-lg">{title}</Base.Title>
                {description && (
                  <Base.Description className="text-ink-muted text-sm">{description}</Base.Description>
                )}
              </div>
              <IconButton label={t`Close`} size="sm" onClick={onClose}>
                <X aria-hidden className="size-4" />
              </IconButton>
            </header>
            <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5">{children}</div>
            {footer && (
              <footer className="flex flex-wrap items-center justify-end gap-2 border-t px-5 py-3">
                {footer}
              </footer>
            )}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
