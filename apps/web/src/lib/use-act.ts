import { useLingui } from '@lingui/react/macro';
import { useCallback, useState } from 'react';
import { failureOf } from './errors.ts';
import { toastDone, toastFailure } from './toast.ts';

interface Act<R> {
  run: () => Promise<R>;
  /** What to say when it is done; nothing is said without it. */
  done?: string | ((result: R) => string);
  /** The reverse operation: gives the toast its Undo. */
  undo?: (result: R) => Promise<unknown>;
  /** Changes the screen at once and returns how to change it back (see `optimistic.ts`). */
  optimistic?: () => () => void;
  /** Refetches what the change touched; called after success, failure and undo alike. */
  settled?: () => unknown;
}

/**
 * Does one thing to a record from a button, menu or key: optimistic change, rollback with a plain message on failure,
 * undo toast on success. Answers the result, or undefined when it failed. `pending` is for disabling the button.
 */
export function useAct() {
  const { t } = useLingui();
  const [pending, setPending] = useState(false);
  const act = useCallback(
    async <R>({ run, done, undo, optimistic, settled }: Act<R>): Promise<R | undefined> => {
      const rollback = optimistic?.();
      setPending(true);
      try {
        const result = await run();
        const reverse = undo && (() => void undo(result).catch(toastFailure).finally(settled));
        const text = typeof done === 'function' ? done(result) : done;
        if (text) void toastDone(text, { undo: reverse, undoLabel: t`Undo` });
        return result;
      } catch (error) {
        rollback?.();
        if (failureOf(error).code !== 'UNAUTHORIZED') void toastFailure(error);
        return undefined;
      } finally {
        setPending(false);
        settled?.();
      }
    },
    [t],
  );
  return { act, pending };
}
