import { useLingui } from '@lingui/react/macro';
import type { Engagement, Milestone } from '@officina/contracts/engagements';
import { MILESTONE_STATUSES, type MilestoneStatus } from '@officina/contracts/portal';
import { clsx } from 'clsx';
import { CircleCheck, CircleDashed, Flag, LoaderCircle, Pencil, Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { dayOf } from '../../lib/format.ts';
import { useAct } from '../../lib/use-act.ts';
import { MilestoneBadge } from '../../shell/portal/badges.tsx';
import { day, dayPart } from '../../shell/portal/figures.ts';
import { refreshPortal } from '../../shell/portal/refresh-portal.ts';
import { usePortalWords } from '../../shell/portal/words.ts';
import { api } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { MilestoneForm } from './milestone-form.tsx';

const ICONS: Record<MilestoneStatus, ReactNode> = {
  planned: <CircleDashed aria-hidden className="size-5 text-ink-faint" />,
  in_progress: <LoaderCircle aria-hidden className="size-5 text-info" />,
  complete: <CircleCheck aria-hidden className="size-5 text-success" />,
};

interface MilestoneListProps {
  engagement: Engagement;
  milestones: Milestone[];
  onAdd: () => void;
}

/** The milestones in their order; staff set their status in place, with an undo. */
export function MilestoneList({ engagement, milestones, onAdd }: MilestoneListProps) {
  const { t } = useLingui();
  const [edited, setEdited] = useState<Milestone | null>(null);
  const add = engagement.abilities.add && (
    <Button size="sm" icon={<Plus aria-hidden className="size-3.5" />} onClick={onAdd}>
      {t`Add a milestone`}
    </Button>
  );
  if (milestones.length === 0)
    return (
      <Panel>
        <EmptyState icon={<Flag />} title={t`No milestones yet`} actions={add}>
          {engagement.abilities.add
            ? t`Milestones tell the client what happens when.`
            : t`They appear here as soon as the work is planned.`}
        </EmptyState>
      </Panel>
    );
  return (
    <Panel title={t`Milestones`} action={add} flush>
      <ol className="divide-y border-t">
        {milestones.map((milestone) => (
          <MilestoneRow key={milestone.id} milestone={milestone} onEdit={() => setEdited(milestone)} />
        ))}
      </ol>
      {edited && (
        <MilestoneForm
          engagementId={engagement.id}
          milestone={edited}
          onSaved={() => {
            setEdited(null);
            return refreshPortal();
          }}
          onClose={() => setEdited(null)}
        />
      )}
    </Panel>
  );
}

function MilestoneRow({ milestone, onEdit }: { milestone: Milestone; onEdit: () => void }) {
  const { t } = useLingui();
  const { milestoneStatuses } = usePortalWords();
  const { act, pending } = useAct();
  const { id, title, status, dueDate, abilities } = milestone;
  const late = status !== 'complete' && dueDate !== null && (dayPart(dueDate) ?? '') < dayOf();
  const set = (next: MilestoneStatus) =>
    act({
      run: () => api.milestones.update.mutate({ id, status: next }),
      done: t`“${title}”: ${milestoneStatuses[next]}`,
      undo: () => api.milestones.update.mutate({ id, status }),
      settled: refreshPortal,
    });
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      {ICONS[status]}
      <span className="min-w-0 flex-1 max-sm:basis-3/4">
        <span className="block font-medium">{title}</span>
        {dueDate && (
          <span className={clsx('text-sm', late ? 'text-danger' : 'text-ink-muted')}>
            {late ? t`Was due ${day(dueDate) ?? ''}` : t`Due ${day(dueDate) ?? ''}`}
          </span>
        )}
      </span>
      {abilities.edit ? (
        <>
          <span className="w-40">
            <Select
              aria-label={t`Status of “${title}”`}
              options={MILESTONE_STATUSES.map((value) => ({ value, label: milestoneStatuses[value] }))}
              value={status}
              disabled={pending}
              onChange={(next) => void set(next)}
            />
          </span>
          <IconButton label={t`Edit “${title}”`} onClick={onEdit}>
            <Pencil aria-hidden className="size-4" />
          </IconButton>
        </>
      ) : (
        <MilestoneBadge status={status} />
      )}
    </li>
  );
}
