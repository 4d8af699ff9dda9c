import { useLingui } from '@lingui/react/macro';
import type { ReminderRunStatus } from '@officina/contracts/office';
import type { ReminderCounts, ReminderRunView } from '@officina/contracts/reminders';
import { dateTime, number } from '../../lib/format.ts';
import { StatusBadge, type Tone } from '../../ui/badge.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Stat } from '../../ui/stat.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';

const COUNTS = [
  'bindersScanned',
  'overdue',
  'approaching',
  'ready',
  'skippedNoContact',
  'errors',
] as const satisfies readonly (keyof ReminderCounts)[];

function useCountWords(): Record<keyof ReminderCounts, string> {
  const { t } = useLingui();
  return {
    bindersScanned: t`Binders looked at`,
    overdue: t({ context: 'binder', message: 'Overdue' }),
    approaching: t`Due soon`,
    ready: t({ context: 'binder', message: 'Ready for pickup' }),
    skippedNoContact: t`No address`,
    errors: t`Errors`,
  };
}

const TONE: Record<ReminderRunStatus, Tone> = {
  running: 'info',
  completed: 'success',
  completed_with_errors: 'danger',
};

/** What the run that was just asked for has done. */
export function RunCounts({ run }: { run: ReminderCounts }) {
  const { t } = useLingui();
  const words = useCountWords();
  return (
    <Panel title={t`Done: this is what the run wrote`}>
      <div role="status" className="grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-6">
        {COUNTS.map((count) => (
          <Stat
            key={count}
            label={words[count]}
            value={number(run[count])}
            tone={count === 'errors' && run.errors > 0 ? 'danger' : undefined}
          />
        ))}
      </div>
    </Panel>
  );
}

/** Past runs, the newest first. */
export function RunTable({ runs }: { runs: readonly ReminderRunView[] }) {
  const { t } = useLingui();
  const words = useCountWords();
  const statuses: Record<ReminderRunStatus, string> = {
    running: t`Running`,
    completed: t({ context: 'run', message: 'Completed' }),
    completed_with_errors: t`Completed with errors`,
  };
  return (
    <Table aria-label={t`Past runs`}>
      <thead>
        <tr>
          <Th>{t`When`}</Th>
          <Th>{t`Started by`}</Th>
          {COUNTS.map((count) => (
            <Th key={count} numeric>
              {words[count]}
            </Th>
          ))}
          <Th>{t`Status`}</Th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.id}>
            <Td className="whitespace-nowrap">{dateTime(run.startedAt)}</Td>
            <Td>{run.startedBy?.name ?? t`The schedule`}</Td>
            {COUNTS.map((count) => (
              <Td
                key={count}
                numeric
                className={count === 'errors' && run.errors > 0 ? 'font-medium text-danger' : undefined}
              >
                {number(run[count])}
              </Td>
            ))}
            <Td>
              <StatusBadge tone={TONE[run.status]}>{statuses[run.status] ?? '–'}</StatusBadge>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
