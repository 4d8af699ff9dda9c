import { useLingui } from '@lingui/react/macro';
import { ENROLLMENT_STATES, type EnrollmentState } from '@officina/contracts/training';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { BellRing, Check } from 'lucide-react';
import { useState } from 'react';
import { ago } from '../../lib/format.ts';
import { useAct } from '../../lib/use-act.ts';
import { api, trpc } from '../../trpc.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { useLearnerWords } from './learner-words.tsx';
import { refreshTraining } from './refresh-training.ts';

interface Props {
  chosen: EnrollmentState | undefined;
  choose: (state: EnrollmentState | undefined) => void;
}

/** How many learners stand where; a state filters the list below. Alerts open at a press. */
export function PipelineFigures({ chosen, choose }: Props) {
  const { t } = useLingui();
  const { states } = useLearnerWords();
  const { data } = useQuery(trpc.training.pipeline.queryOptions({}));
  const [alerts, setAlerts] = useState(false);
  return (
    <div className="shrink-0 border-b">
      <div className="flex gap-2 px-(--gutter) py-2 max-md:overflow-x-auto max-md:px-4 md:flex-wrap">
        <Button
          size="sm"
          variant={alerts ? 'primary' : 'secondary'}
          icon={<BellRing aria-hidden className="size-4" />}
          onClick={() => setAlerts(!alerts)}
          aria-expanded={alerts}
        >
          {t`Alerts`} <span className="tabular">{data?.openAlerts ?? '–'}</span>
        </Button>
        {ENROLLMENT_STATES.map((state) => (
          <button
            key={state}
            type="button"
            aria-pressed={chosen === state}
            onClick={() => choose(chosen === state ? undefined : state)}
            className={clsx(
              'inline-flex h-7 shrink-0 items-center gap-1.5 rounded-control border px-2 text-sm',
              chosen === state
                ? 'border-accent bg-accent-soft text-accent-ink'
                : 'border-line hover:bg-hover',
            )}
          >
            {states[state]}
            <span className="tabular font-semibold">{data?.counts[state] ?? '–'}</span>
          </button>
        ))}
        {data && data.documentsToReview > 0 && (
          <Badge
            tone="info"
            className="h-7 shrink-0"
          >{t`${data.documentsToReview} documents to review`}</Badge>
        )}
      </div>
      {alerts && <Alerts />}
    </div>
  );
}

function Alerts() {
  const { t } = useLingui();
  const { data } = useQuery(trpc.training.alerts.queryOptions({ limit: 50 }));
  const { act, pending } = useAct();
  const resolve = (alertId: string) =>
    act({
      run: () => api.training.resolveAlert.mutate({ alertId }),
      done: t({ context: 'alert', message: 'Resolved' }),
      settled: refreshTraining,
    });
  return (
    <ul className="max-h-64 overflow-y-auto border-t bg-canvas px-(--gutter) py-2 max-md:px-4">
      {data?.items.length === 0 && <li className="py-2 text-ink-muted">{t`No open alerts.`}</li>}
      {data?.items.map(({ id, severity, message, learner, enrollmentId, createdAt }) => (
        <li key={id} className="flex items-center gap-3 py-1.5 max-md:flex-wrap max-md:gap-y-1">
          <Badge tone={severity === 'high' ? 'danger' : severity === 'warning' ? 'warning' : 'neutral'}>
            {severity === 'high' ? t`High` : severity === 'warning' ? t`Warning` : t`Info`}
          </Badge>
          <span className="min-w-0 flex-1 max-md:order-last max-md:basis-full">
            {learner && enrollmentId && (
              <Link
                to="/training/learners/$id"
                params={{ id: enrollmentId }}
                className="me-1.5 font-medium text-accent-ink underline-offset-2 hover:underline"
              >
                {learner}
              </Link>
            )}
            {message}
            <span className="ms-2 text-ink-faint text-xs">{ago(createdAt)}</span>
          </span>
          <Button
            size="sm"
            className="ms-auto"
            busy={pending}
            icon={<Check aria-hidden className="size-4" />}
            onClick={() => void resolve(id)}
          >
            {t`Resolve`}
          </Button>
        </li>
      ))}
    </ul>
  );
}
