import { createContext, lazy, type ReactNode, Suspense, useCallback, useContext, useState } from 'react';
import type { AlertDialogProps } from './alert-dialog.tsx';

const AlertDialog = lazy(() =>
  import('./alert-dialog.tsx').then((module) => ({ default: module.AlertDialog })),
);

export type Question = Omit<AlertDialogProps, 'onConfirm' | 'onClose' | 'children'> & { text: ReactNode };

const ConfirmContext = createContext<(question: Question) => Promise<boolean>>(async () => false);

/** `await confirm({ title, text, confirm })` answers whether the user agreed. */
export function useConfirm() {
  return useContext(ConfirmContext);
}

/** Holds the one question of the moment. */
export function ConfirmProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<{ question: Question; answer: (yes: boolean) => void } | null>(null);
  const confirm = useCallback(
    (question: Question) => new Promise<boolean>((resolve) => setOpen({ question, answer: resolve })),
    [],
  );
  const close = (yes: boolean) => {
    open?.answer(yes);
    setOpen(null);
  };
  return (
    <ConfirmContext value={confirm}>
      {children}
      {open && (
        <Suspense>
          <AlertDialog {...open.question} onConfirm={() => close(true)} onClose={() => close(false)}>
            {open.question.text}
          </AlertDialog>
        </Suspense>
      )}
    </ConfirmContext>
  );
}
