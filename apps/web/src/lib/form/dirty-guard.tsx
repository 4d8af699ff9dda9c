import { useLingui } from '@lingui/react/macro';
import { useBlocker } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';
import { useFormState } from 'react-hook-form';
import { useConfirm } from '../../ui/confirm.tsx';

/** Asks before unsent changes are lost by navigation, and lets the browser ask before the tab closes. */
export function DirtyGuard({ sent }: { sent: RefObject<boolean> }) {
  const ask = useDiscardQuestion();
  const { isDirty } = useFormState();
  const dirty = useRef(isDirty);
  useEffect(() => {
    dirty.current = isDirty;
  }, [isDirty]);
  useBlocker({
    enableBeforeUnload: () => dirty.current && !sent.current,
    shouldBlockFn: async ({ current, next }) => {
      // Tabs and filters of the same page keep the form.
      if (!dirty.current || sent.current || current.pathname === next.pathname) return false;
      return !(await ask());
    },
  });
  return null;
}

/** Asks whether unsent changes may be thrown away; true means yes. */
export function useDiscardQuestion() {
  const { t } = useLingui();
  const confirm = useConfirm();
  return () =>
    confirm({
      title: t`Leave without saving?`,
      text: t`What you changed here has not been saved.`,
      confirm: t`Discard changes`,
      cancel: t`Keep editing`,
      danger: true,
    });
}
