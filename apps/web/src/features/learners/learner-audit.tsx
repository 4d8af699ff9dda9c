import { useLingui } from '@lingui/react/macro';
import type { EnrollmentState } from '@officina/contracts/training';
import type { AuditEntry } from '@officina/contracts/training-staff';
import { ScrollText } from 'lucide-react';
import { dateTime } from '../../lib/format.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { useAuditWords } from './audit-words.ts';
import { useLearnerWords } from './learner-words.tsx';

/** What happened to a learner, the newest first. */
export function LearnerAudit({ entries, zone }: { entries: readonly AuditEntry[]; zone: string }) {
  const { t } = useLingui();
  const { states } = useLearnerWords();
  const { eventOf } = useAuditWords();
  const stateOf = (word: string | null) => (word ? (states[word as EnrollmentState] ?? word) : '–');
  if (entries.length === 0)
    return (
      <Panel>
        <EmptyState icon={<ScrollText />} title={t`Nothing is recorded yet`} />
      </Panel>
    );
  return (
    <Panel flush>
      <Table aria-label={t`Record`}>
        <thead>
          <tr>
            <Th className="max-md:hidden">{t`When`}</Th>
            <Th>{t`What`}</Th>
            <Th className="max-md:hidden">{t`Who`}</Th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <Td className="whitespace-nowrap max-md:hidden">{dateTime(entry.at, zone)}</Td>
              <Td>
                {eventOf(entry.event)}
                {entry.toState && (
                  <span className="text-ink-muted">{` · ${stateOf(entry.fromState)} → ${stateOf(entry.toState)}`}</span>
                )}
                {entry.code && <span className="text-danger">{` · ${entry.code}`}</span>}
                {entry.action && <span className="text-ink-muted">{` · ${entry.action}`}</span>}
                <span className="block text-ink-faint text-xs md:hidden">
                  {dateTime(entry.at, zone)} · {entry.actor}
                </span>
                {entry.reason && <span className="block text-ink-muted text-xs">{entry.reason}</span>}
              </Td>
              <Td className="max-md:hidden">{entry.actor}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
