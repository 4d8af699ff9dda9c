import { AlertDialog as Base } from '@base-ui/react/alert-dialog';
import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { Button } from './button.tsx';

export interface AlertDialogProps {
  title: string;
  /** What will happen, and whether it can be undone. */
  children: ReactNode;
  /** The verb of the action itself ("Erase contact"), never "OK". */
  confirm: string;
  cancel?: string;
  danger?: boolean;
  /** Stays open after the action, which then says itself how it went. */
  stay?: boolean;
  onConfirm: () => unknown;
  onClose: () => void;
}

/** Asks before what cannot be undone. What can be undone should happen at once, with an undo toast. Mount to open. */
export function AlertDialog({
  title,
  children,
  confirm,
  cancel,
  danger,
  stay,
  onConfirm,
  onClose,
}: AlertDialogProps) {
  const { t } = useLingui();
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    await onConfirm();
    setBusy(false);
    if (!stay) onClose();
  };
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fade fixed inset-0 z-60 bg-scrim" />
        <Base.Viewport className="fixed inset-0 z-70 grid place-items-center p-4">
          <Base.Popup className="pop w-full max-w-md rounded-panel bg-surface p-5 shadow-raised outline-none">
            <Base.Title className="font-semibold text-lg">{title}</Base.Title>
            <Base.Description render={<div />} className="mt-1.5 text-ink-muted">
              {children}
            </Base.Description>
            <div className="mt-5 flex flex-wrap justify-end gap-2">
              <Button onClick={onClose}>{cancel ?? t`Cancel`}</Button>
              <Button variant={danger ? 'danger' : 'primary'} busy={busy} onClick={go}>
                {confirm}
              </Button>
            </div>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
