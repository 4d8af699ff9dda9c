import { useLingui } from '@lingui/react/macro';
import {
  PROJECT_PRIORITIES,
  PROJECT_STATUSES,
  type ProjectPriority,
  type ProjectStatus,
} from '@officina/contracts/studio';
import { queryClient, trpc } from '../../trpc.ts';
import { Badge, StatusBadge, type Tone } from '../../ui/badge.tsx';

const STATUS: Record<ProjectStatus, Tone> = {
  planning: 'neutral',
  in_progress: 'info',
  completed: 'success',
  on_hold: 'warning',
};
const PRIORITY: Record<ProjectPriority, Tone> = { low: 'neutral', medium: 'info', high: 'warning' };

/** The words of the studio, for filters, forms and badges. */
export function useStudioWords() {
  const { t } = useLingui();
  const statuses: Record<ProjectStatus, string> = {
    planning: t`Planning`,
    in_progress: t`In progress`,
    completed: t`Completed`,
    on_hold: t`On hold`,
  };
  const priorities: Record<ProjectPriority, string> = { low: t`Low`, medium: t`Medium`, high: t`High` };
  return {
    statuses,
    priorities,
    statusOptions: PROJECT_STATUSES.map((value) => ({ value, label: statuses[value] })),
    priorityOptions: PROJECT_PRIORITIES.map((value) => ({ value, label: priorities[value] })),
  };
}

export function ProjectBadge({ status }: { status: ProjectStatus }) {
  return <StatusBadge tone={STATUS[status]}>{useStudioWords().statuses[status]}</StatusBadge>;
}

export function PriorityBadge({ priority }: { priority: ProjectPriority }) {
  return <Badge tone={PRIORITY[priority]}>{useStudioWords().priorities[priority]}</Badge>;
}

/** A client's status is a word of the firm's own: the usual one is fine, every other one is told quietly. */
export function ClientBadge({ status }: { status: string }) {
  const { t } = useLingui();
  const usual = status === 'active';
  return <StatusBadge tone={usual ? 'success' : 'neutral'}>{usual ? t`Active` : status}</StatusBadge>;
}

/** Refetches whatever a change in the studio may have touched: its records are shown on each other's pages. */
export async function refreshStudio(): Promise<void> {
  await Promise.all(
    [trpc.clients, trpc.projects, trpc.studioInvoices, trpc.contacts].map((part) =>
      queryClient.invalidateQueries(part.pathFilter()),
    ),
  );
}
