import { useLingui } from '@lingui/react/macro';
import type { ClockAction } from '@officina/contracts/training';
import { type ReasonCode, reasonText } from '@officina/contracts/training-reasons';
import { Clock, CloudOff, Coffee, LogIn, LogOut } from 'lucide-react';
import { dateTime, number, time } from '../../lib/format.ts';
import { Page } from '../../shell/page.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { ClockPress } from './clock-queue.ts';
import { RunningTime } from './running-time.tsx';
import { possible, stateAfter } from './shift-state.ts';
import { useInstall } from './use-install.ts';
import { usePosition } from './use-position.ts';
import { useTimeclock } from './use-timeclock.ts';
import { placeProblem, WhereLine } from './where-line.tsx';

/** Where a reason is solved by the learner. */
const SOLVED_AT: Partial<Record<ReasonCode, string>> = {
  PAYMENT_HOLD: '/apprentice/settings/billing',
  PAYMENT_PAST_DUE: '/apprentice/settings/billing',
  PAYMENT_REQUIRED: '/apprentice',
  PAYMENT_PENDING: '/apprentice',
  ORIENTATION_REQUIRED: '/apprentice',
  DOCUMENTS_REQUIRED: '/apprentice',
};

/** The timeclock: where one is, one large button for what comes next, and what was done without network. */
export function TimeclockPage() {
  const { t, i18n } = useLingui();
  useInstall();
  const where = usePosition();
  const { query, context, site, setSiteId, waiting, busy, press } = useTimeclock(where);
  const labels: Record<ClockAction, string> = {
    clock_in: t`Clock in`,
    clock_out: t`Clock out`,
    lunch_start: t`Start lunch`,
    lunch_end: t`End lunch`,
  };
  const icons = { clock_in: LogIn, clock_out: LogOut, lunch_start: Coffee, lunch_end: Clock };
  if (!context)
    return (
      <Page title={t`Timeclock`} narrow>
        {query.error ? (
          <ErrorCard error={query.error} retry={() => query.refetch()} />
        ) : (
          <Skeleton className="h-72 w-full" />
        )}
      </Page>
    );
  const shift = stateAfter(context.activeShift, waiting);
  const { denial } = context.enforcement;
  const blocked = shift.startedAt ? null : denial;
  const away = placeProblem(where, site) !== null;
  const solve = blocked && SOLVED_AT[blocked.code];
  return (
    <Page title={t`Timeclock`} narrow>
      <Panel>
        <div className="mx-auto flex max-w-md flex-col gap-5 py-4 text-center">
          {context.allowedSites.length > 1 && (
            <Select
              aria-label={t`Site`}
              options={context.allowedSites.map(({ id, name }) => ({ value: id, label: name }))}
              value={site?.id ?? ''}
              onChange={setSiteId}
            />
          )}
          <p className="font-semibold text-5xl tracking-tight">
            {shift.startedAt ? (
              <RunningTime since={shift.startedAt} />
            ) : (
              <span className="tabular">0:00:00</span>
            )}
          </p>
          <p className="text-ink-muted">
            {shift.startedAt ? t`At work since ${time(shift.startedAt, context.timeZone)}` : t`Not at work`}
            {shift.lunchStartAt &&
              !shift.lunchEndAt &&
              ` · ${t`at lunch since ${time(shift.lunchStartAt, context.timeZone)}`}`}
          </p>
          {!blocked && <WhereLine where={where} site={site} />}
          {blocked && (
            <Notice tone="danger">{reasonText(blocked, i18n.locale === 'fr' ? 'fr' : 'en')}</Notice>
          )}
          {solve && (
            <a href={solve} className={buttonClass('secondary')}>
              {t`Solve this`}
            </a>
          )}
          <div className="flex flex-col gap-3">
            {possible(shift).map((action, at) => {
              const Icon = icons[action];
              return (
                <Button
                  key={action}
                  variant={at === 0 ? 'primary' : 'secondary'}
                  className="h-16 w-full text-lg"
                  icon={<Icon aria-hidden className="size-5" />}
                  busy={busy}
                  disabled={away || (action === 'clock_in' && blocked !== null)}
                  onClick={() => void press(action)}
                >
                  {labels[action]}
                </Button>
              );
            })}
          </div>
          <p className="tabular text-ink-faint text-sm">
            {t`${number(context.hoursCompleted ?? 0, 2)} of ${number(context.hoursRequired ?? 0)} hours`}
          </p>
        </div>
      </Panel>
      {waiting.length > 0 && <Waiting presses={waiting} labels={labels} zone={context.timeZone} />}
    </Page>
  );
}

function Waiting({
  presses,
  labels,
  zone,
}: {
  presses: readonly ClockPress[];
  labels: Record<ClockAction, string>;
  zone: string;
}) {
  const { t } = useLingui();
  return (
    <Panel title={t`Waiting to be sent`}>
      <p role="status" className="mb-2 text-ink-muted">
        {t`Recorded on this device. It is sent once there is network.`}
      </p>
      <ul className="flex flex-col gap-2">
        {presses.map(({ clientEventId, action, occurredAt }) => (
          <li key={clientEventId} className="flex items-center gap-2">
            <CloudOff aria-hidden className="size-4 text-ink-faint" />
            <span className="flex-1">{labels[action]}</span>
            <span className="tabular text-ink-muted text-sm">{dateTime(occurredAt, zone)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
