import { useLingui } from '@lingui/react/macro';
import type { EntryStatus } from '@officina/contracts/training';
import type { ShiftView } from '@officina/contracts/training-staff';
import type { ReactNode } from 'react';
import { date, number, time } from '../../lib/format.ts';
import { usePhone } from '../../lib/use-media.ts';
import { isElsewhere, zoneName } from '../../lib/zones.ts';
import { StatusBadge, type Tone } from '../../ui/badge.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';

export type AnyShift = Omit<ShiftView, 'positions' | 'siteId' | 'siteName' | 'shopName'> & {
  userName?: string;
};

const TONES: Record<EntryStatus, Tone> = { submitted: 'neutral', verified: 'success', disputed: 'danger' };

function useShiftWords() {
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

interface ShiftTableProps<S extends AnyShift> {
  label: string;
  shifts: readonly S[];
  /** What can be done to a shift. */
  action?: (shift: S) => ReactNode;
}

/** Shifts as lines of a table, on a phone as cards; by the clocks of where they were worked. */
export function ShiftTable<S extends AnyShift>(props: ShiftTableProps<S>) {
  const { t } = useLingui();
  const phone = usePhone();
  const zone = props.shifts[0]?.timeZone;
  return (
    <>
      {phone ? <Cards {...props} /> : <Lines {...props} />}
      {zone && isElsewhere(zone) && (
        <p className="border-t px-4 py-2 text-ink-faint text-xs">{t`Times are in ${zoneName(zone)}.`}</p>
      )}
    </>
  );
}

function Lines<S extends AnyShift>({ label, shifts, action }: ShiftTableProps<S>) {
  const { t } = useLingui();
  const named = shifts.some(({ userName }) => userName);
  return (
    <Table aria-label={label}>
      <thead>
        <tr>
          {named && <Th>{t`Learner`}</Th>}
          <Th>{t`Day`}</Th>
          <Th>{t`From – to`}</Th>
          <Th numeric>{t`Hours`}</Th>
          <Th numeric>{t`Credited`}</Th>
          <Th>{t`State`}</Th>
          {action && <Th aria-label={t`Actions`} />}
        </tr>
      </thead>
      <tbody>
        {shifts.map((shift) => (
          <tr key={shift.id}>
            {named && <Td>{shift.userName}</Td>}
            <Td className="whitespace-nowrap">{date(shift.workDate)}</Td>
            <Td>
              <Span shift={shift} />
              <Remarks shift={shift} />
            </Td>
            <Td numeric>{hours(shift.hoursWorked)}</Td>
            <Td numeric>{hours(shift.creditedHours)}</Td>
            <Td>
              <State shift={shift} />
            </Td>
            {action && <Td className="whitespace-nowrap text-end">{action(shift)}</Td>}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Cards<S extends AnyShift>({ label, shifts, action }: ShiftTableProps<S>) {
  const { t } = useLingui();
  return (
    <ul aria-label={label} className="divide-y border-t">
      {shifts.map((shift) => (
        <li key={shift.id} className="flex flex-col gap-1.5 px-4 py-3 text-sm">
          <div className="flex items-start justify-between gap-3">
            <span className="min-w-0">
              {shift.userName && <span className="block truncate font-medium">{shift.userName}</span>}
              <span className="block">{date(shift.workDate)}</span>
              <Span shift={shift} />
            </span>
            <span className="shrink-0 text-end">
              <span className="tabular block font-semibold">{t`${hours(shift.hoursWorked)} h`}</span>
              {shift.creditedHours !== shift.hoursWorked && (
                <span className="tabular block text-ink-faint text-xs">
                  {t`${hours(shift.creditedHours)} credited`}
                </span>
              )}
            </span>
          </div>
          <Remarks shift={shift} />
          <div className="flex flex-wrap items-center justify-between gap-2">
            <span className="min-w-0">
              <State shift={shift} />
            </span>
            {action?.(shift)}
          </div>
        </li>
      ))}
    </ul>
  );
}

const hours = (worked: number | null): string => (worked === null ? '–' : number(worked, 2));

function Span({ shift: { clockInAt, clockOutAt, timeZone } }: { shift: AnyShift }) {
  return (
    <span className="tabular whitespace-nowrap">
      {time(clockInAt, timeZone)} – {clockOutAt ? time(clockOutAt, timeZone) : '…'}
    </span>
  );
}

/** Where it came from, lunch, and what is unusual about it. */
function Remarks({ shift }: { shift: AnyShift }) {
  const { t } = useLingui();
  const { sources, flags, closed } = useShiftWords();
  const { lunchStartAt, lunchEndAt, timeZone } = shift;
  const until = lunchEndAt ? time(lunchEndAt, timeZone) : '…';
  const remarks = [
    sources[shift.source],
    lunchStartAt && t`lunch ${time(lunchStartAt, timeZone)} – ${until}`,
    ...shift.flags.map((flag) => flags[flag]),
    shift.autoClosedReason && closed[shift.autoClosedReason],
  ];
  return <span className="block text-ink-faint text-xs">{remarks.filter(Boolean).join(' · ')}</span>;
}

function State({ shift: { status, disputeNote } }: { shift: AnyShift }) {
  const { statuses } = useShiftWords();
  return (
    <>
      <StatusBadge tone={TONES[status]}>{statuses[status]}</StatusBadge>
      {disputeNote && <span className="block text-ink-muted text-xs">{disputeNote}</span>}
    </>
  );
}
