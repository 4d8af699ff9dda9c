import { useLingui } from '@lingui/react/macro';
import type { ChangeRequestItem } from '@officina/contracts/change-requests';
import type { Engagement } from '@officina/contracts/engagements';
import { Link } from '@tanstack/react-router';
import { GitPullRequestArrow, Plus } from 'lucide-react';
import { date } from '../../lib/format.ts';
import { ChangeBadge, SeverityBadge } from '../../shell/portal/badges.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';

interface Props {
  engagement: Engagement;
  changes: ChangeRequestItem[];
  onAdd: () => void;
}

/** The change requests of an engagement. */
export function EngagementChanges({ engagement, changes, onAdd }: Props) {
  const { t } = useLingui();
  const add = engagement.abilities.requestChange && (
    <Button size="sm" icon={<Plus aria-hidden className="size-3.5" />} onClick={onAdd}>
      {t`Request a change`}
    </Button>
  );
  if (changes.length === 0)
    return (
      <Panel>
        <EmptyState icon={<GitPullRequestArrow />} title={t`No change requests`} actions={add}>
          {t`When scope, dates, cost or risk should change, ask for it here.`}
        </EmptyState>
      </Panel>
    );
  return (
    <Panel title={t`Change requests`} action={add} flush>
      <ul className="divide-y border-t">
        {changes.map((change) => (
          <li key={change.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
            <span className="min-w-0 flex-1 max-sm:basis-full">
              <Link
                to="/portal/change-requests/$id"
                params={{ id: change.id }}
                className="font-medium underline-offset-2 hover:underline"
              >
                {change.title}
              </Link>
              <span className="block text-ink-muted text-sm">
                {change.createdBy.name} · {date(change.requestedAt)}
              </span>
            </span>
            <SeverityBadge severity={change.severity} />
            <ChangeBadge status={change.status} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
