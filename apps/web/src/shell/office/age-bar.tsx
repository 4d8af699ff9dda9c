import { useLingui } from '@lingui/react/macro';
import { SLA_DAYS } from '@officina/contracts/office';
import { clsx } from 'clsx';

/** From this many days on a binder's age is no longer comfortable. */
const SOON = 60;

/** How much of its promised ninety days a binder has used: green, from day 60 orange, past the promise red. */
export function AgeBar({ days }: { days: number }) {
  const { t } = useLingui();
  const late = days > SLA_DAYS;
  return (
    <span className="flex items-center gap-2" title={t`${days} of ${SLA_DAYS} days`}>
      <span aria-hidden className="h-1.5 w-16 overflow-hidden rounded-full bg-sunken">
        <span
          className={clsx('block h-full', late ? 'bg-danger' : days >= SOON ? 'bg-warning' : 'bg-success')}
          style={{ inlineSize: `${Math.min(100, (100 * days) / SLA_DAYS)}%` }}
        />
      </span>
      <span className={clsx('tabular text-xs', late ? 'font-medium text-danger' : 'text-ink-muted')}>
        {t({ message: `${days} d`, comment: 'Age in days, in a narrow column' })}
      </span>
    </span>
  );
}
