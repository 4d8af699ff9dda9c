import { useLingui } from '@lingui/react/macro';
import type { EntryStatus } from '@officina/contracts/training';
import type { ShiftView } from '@officina/contracts/training-staff';
import type { ReactNode } from 'react';
import { date, number, time } from '../../lib/format.ts';
import { StatusBadge, type Tone } from '../../ui/badge.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';

export type AnyShift = Omit<ShiftView, 'positions' | 'siteId' | 'siteName' | 'shopName'> & {
  userName?: string;
};

const TONES: Record<EntryStatus, Tone> = { submitted: 'neutral', verified: 'success', disputed: 'danger' };

export function useShiftWords() {
  const { t } = useLingui();
  const statuses: Record<EntryStatus, string> = {
    submitted: t({ context: 'shift', message: 'Submitted' }),
    verified: t({ context: 'shift', message: 'Verified' }),
    disputed: t({ context: 'shift', message: 'Disputed' }),
  };
  const sources: Record<ShiftView['source'], string> = {
    timeclock: t`Timeclock`,
    checkin: t`Code`,
    manual: t`By hand`,
  };
  const flags: Record<string, string> = {
    weekly_cap: t`Cut by the weekly cap`,
    offline: t`Recorded without network`,
    corrected: t`Corrected`,
  };
  const closed: Record<string, string> = {
    left_site: t`Ended on leaving the site`,
    missed_clock_out: t`Nobody clocked out`,
  };
  return { statuses, sources, flags, closed };
}

/** Shifts as lines of a table; `action` adds what can be done to one. */
export function ShiftTable<S extends AnyShift>({
  label,
  shifts,
  action,
}: {
  label: string;
  shifts: readonly S[];
  action?: (shift: S) => ReactNode;
}) {
  const { t } = useLingui();
  const { statuses, sources, flags, closed } = useShiftWords();
  const named = shifts.some(({ userName }) => userName);
  return (
    <Table aria-label={label}>
      <thead>
        <tr>
          {named && <Th>{t`Learner`}</Th>}
          <Th className="max-md:hidden">{t`Day`}</Th>
          <Th>{t`From – to`}</Th>
          <Th numeric>{t`Hours`}</Th>
          <Th numeric className="max-md:hidden">
            {t`Credited`}
          </Th>
          <Th>{t`State`}</Th>
          {action && <Th aria-label={t`Actions`} />}
        </tr>
      </thead>
      <tbody>
        {shifts.map((shift) => (
          <tr key={shift.id}>
            {named && <Td>{shift.userName}</Td>}
            <Td className="whitespace-nowrap max-md:hidden">{date(shift.workDate)}</Td>
            <Td>
              <span className="block whitespace-nowrap md:hidden">{date(shift.workDate)}</span>
              <span className="tabular whitespace-nowrap">
                {time(shift.clockInAt)} – {shift.clockOutAt ? time(shift.clockOutAt) : '…'}
              </span>
              <span className="block text-ink-faint text-xs">
                {[
                  sources[shift.source],
                  shift.lunchStartAt &&
                    t`lunch ${time(shift.lunchStartAt)} – ${shift.lunchEndAt ? time(shift.lunchEndAt) : '…'}`,
                  ...shift.flags.map((flag) => flags[flag]),
                  shift.autoClosedReason && closed[shift.autoClosedReason],
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </Td>
            <Td numeric>{shift.hoursWorked === null ? '–' : number(shift.hoursWorked, 2)}</Td>
            <Td numeric className="max-md:hidden">
              {shift.creditedHours === null ? '–' : number(shift.creditedHours, 2)}
            </Td>
            <Td>
              <StatusBadge tone={TONES[shift.status]}>{statuses[shift.status]}</StatusBadge>
              {shift.disputeNote && <span className="block text-ink-muted text-xs">{shift.disputeNote}</span>}
            </Td>
            {action && <Td className="whitespace-nowrap text-end">{action(shift)}</Td>}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
