import { useLingui } from '@lingui/react/macro';
import type { Engagement } from '@officina/contracts/engagements';
import { ENGAGEMENT_STAGES } from '@officina/contracts/portal';
import { clsx } from 'clsx';
import { Check, LockKeyhole } from 'lucide-react';
import { EngagementBadge } from '../../shell/portal/badges.tsx';
import { usePortalWords } from '../../shell/portal/words.ts';
import { Badge } from '../../ui/badge.tsx';
import { Panel } from '../../ui/panel.tsx';

/** Where the engagement stands on its way, and what comes next. */
export function StageTracker({ engagement }: { engagement: Engagement }) {
  const { t } = useLingui();
  const { stages, nextSteps } = usePortalWords();
  const at = ENGAGEMENT_STAGES.indexOf(engagement.stage);
  const [place, count] = [at + 1, ENGAGEMENT_STAGES.length];
  return (
    <Panel>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <EngagementBadge status={engagement.status} />
        {engagement.controlledOnly && (
          <Badge tone="warning" icon={<LockKeyhole aria-hidden className="size-3" />}>
            {t`Controlled changes only`}
          </Badge>
        )}
        <p className="ms-auto text-ink-muted text-sm max-sm:ms-0">
          <span className="text-ink-faint">{t`Next step`}</span> ·{' '}
          <span className="font-medium text-ink">{nextSteps[engagement.stage]}</span>
        </p>
      </div>
      <ol aria-label={t`Stage ${place} of ${count}`} className="mt-4 flex gap-1.5">
        {ENGAGEMENT_STAGES.map((stage, index) => {
          const past = index < at || engagement.stage === 'closed';
          const now = index === at && !past;
          return (
            <li
              key={stage}
              aria-current={index === at ? 'step' : undefined}
              className={clsx('min-w-0 flex-1', index === at && 'max-md:flex-[3]')}
            >
              <span
                aria-hidden
                className={clsx('block h-1.5 rounded-full', past || now ? 'bg-accent' : 'bg-line')}
              />
              <span
                className={clsx(
                  'mt-1.5 flex items-center gap-1 text-xs',
                  index === at ? 'font-semibold text-ink' : 'text-ink-faint max-md:sr-only',
                )}
              >
                {past && <Check aria-hidden className="size-3 shrink-0 text-accent-ink" />}
                <span className="truncate">{stages[stage]}</span>
              </span>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
