import { useLingui } from '@lingui/react/macro';
import { addDays } from '@officina/contracts/calendar';
import type { RevenueGroup } from '@officina/contracts/reports';
import { useNavigate } from '@tanstack/react-router';
import { dayOf } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';

interface Range {
  from: string;
  to: string;
  by: RevenueGroup;
}

/** Both ends in the order of the calendar, whichever was moved past the other. */
function inOrder(one: string, other: string): { from: string; to: string } {
  const [from = one, to = other] = [one, other].sort();
  return { from, to };
}

/** Which days count, and into what they are grouped; the address remembers it. */
export function ReportRange({ range }: { range: Range }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const set = (patch: Partial<Range>) =>
    void navigate({ to: '/reports', search: { ...range, ...patch }, replace: true });
  const today = dayOf();
  const year = today.slice(0, 4);
  const usual = [
    { label: t`This month`, from: `${today.slice(0, 8)}01`, to: today, by: 'day' },
    { label: t`90 days`, from: addDays(today, -89), to: today, by: 'week' },
    { label: t`This year`, from: `${year}-01-01`, to: today, by: 'month' },
    { label: t`Last year`, from: `${Number(year) - 1}-01-01`, to: `${Number(year) - 1}-12-31`, by: 'month' },
  ] as const;
  return (
    <div className="flex flex-wrap items-end gap-3 max-md:grid max-md:grid-cols-2">
      <Field label={t`From`}>
        <DateInput value={range.from} onChange={(from) => from && set(inOrder(from, range.to))} />
      </Field>
      <Field label={t`To`}>
        <DateInput value={range.to} onChange={(to) => to && set(inOrder(range.from, to))} />
      </Field>
      <Field label={t`By`}>
        <Select
          value={range.by}
          options={[
            { value: 'day', label: t`Day` },
            { value: 'week', label: t`Week` },
            { value: 'month', label: t`Month` },
          ]}
          onChange={(by) => set({ by: by as RevenueGroup })}
        />
      </Field>
      <div className="flex flex-wrap gap-1.5 max-md:col-span-2">
        {usual.map(({ label, ...wanted }) => (
          <Button key={label} size="sm" variant="ghost" onClick={() => set(wanted)}>
            {label}
          </Button>
        ))}
      </div>
    </div>
  );
}
