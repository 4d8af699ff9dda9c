import { useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { describe, failureOf } from '../../lib/errors.ts';
import { toastDone } from '../../lib/toast.ts';
import type { BulkAction } from './types.ts';

const AT_ONCE = 4;

export interface BulkRun<Row> {
  label: string;
  total: number;
  finished: number;
  failed: { row: Row; reason: string }[];
}

/** Runs an action over rows with progress; what fails is kept with its reason, what succeeded can be undone at once. */
export function useBulk<Row>(settled: () => unknown) {
  const { t } = useLingui();
  const [run, setRun] = useState<BulkRun<Row> | null>(null);
  const stopped = useRef(false);

  async function over(rows: Row[], work: (row: Row) => Promise<unknown>, label: string) {
    const failed: BulkRun<Row>['failed'] = [];
    const succeeded: Row[] = [];
    const queue = [...rows];
    const report = () =>
      setRun({ label, total: rows.length, finished: succeeded.length + failed.length, failed: [...failed] });
    stopped.current = false;
    report();
    const worker = async () => {
      for (let row = queue.shift(); row !== undefined && !stopped.current; row = queue.shift()) {
        const current = row;
        await work(current).then(
          () => succeeded.push(current),
          (error: unknown) => failed.push({ row: current, reason: describe(failureOf(error)) }),
        );
        report();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    settled();
    if (failed.length === 0) setRun(null);
    return succeeded;
  }

  async function start(action: BulkAction<Row>, rows: Row[]) {
    const succeeded = await over(rows, action.run, action.label);
    if (succeeded.length === 0) return;
    const { undo } = action;
    const reverse = undo && (() => void over(succeeded, undo, t`Undo`));
    void toastDone(action.done(succeeded.length), { undo: reverse, undoLabel: t`Undo` });
  }

  return {
    run,
    start,
    stop: () => {
      stopped.current = true;
    },
    dismiss: () => setRun(null),
  };
}
