import { useLingui } from '@lingui/react/macro';
import type { PortalAction, PortalTask } from '@officina/contracts/portal-dashboard';
import { Link, type LinkProps } from '@tanstack/react-router';
import {
  CircleCheck,
  CircleHelp,
  FileCheck2,
  FileUp,
  GitPullRequestArrow,
  Inbox,
  Package,
  PencilLine,
  ReceiptText,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { ago } from '../../lib/format.ts';
import { useServiceTitles } from '../../shell/portal/service-titles.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';

type Item = PortalTask['items'][number];

const ICONS: Record<PortalAction, ReactNode> = {
  scopes_to_decide: <FileCheck2 />,
  deliverables_to_approve: <Package />,
  changes_to_answer: <CircleHelp />,
  inputs_to_give: <FileUp />,
  inquiries_to_triage: <Inbox />,
  edits_to_resolve: <PencilLine />,
  changes_to_decide: <GitPullRequestArrow />,
  invoices_overdue: <ReceiptText />,
};

/** Where each is dealt with. */
interface Place {
  path: string;
  search?: Record<string, string>;
}
const PLACES: Record<PortalAction, (item: Item) => Place> = {
  scopes_to_decide: ({ id }) => ({ path: `/portal/scopes/${id}` }),
  deliverables_to_approve: ({ engagementId }) => ({
    path: `/portal/engagements/${engagementId}`,
    search: { tab: 'deliverables' },
  }),
  changes_to_answer: ({ id }) => ({ path: `/portal/change-requests/${id}` }),
  inputs_to_give: ({ id }) => ({ path: `/portal/engagements/${id}`, search: { tab: 'documents' } }),
  inquiries_to_triage: ({ id }) => ({ path: `/portal/inquiries/${id}` }),
  edits_to_resolve: ({ id }) => ({ path: `/portal/edits/${id}` }),
  changes_to_decide: ({ id }) => ({ path: `/portal/change-requests/${id}` }),
  invoices_overdue: () => ({ path: '/portal/finance', search: { status: 'overdue' } }),
};

interface ActionRequiredProps {
  tasks: PortalTask[] | undefined;
  /** The first steps, where nothing has happened yet. */
  begin?: ReactNode;
}

/** What waits for the reader, the longest waiting first. */
export function ActionRequired({ tasks, begin }: ActionRequiredProps) {
  const { t } = useLingui();
  const labels: Record<PortalAction, string> = {
    scopes_to_decide: t`Scopes to decide on`,
    deliverables_to_approve: t`Deliverables to approve`,
    changes_to_answer: t`Change requests that need more from you`,
    inputs_to_give: t`Engagements without your input`,
    inquiries_to_triage: t`New inquiries`,
    edits_to_resolve: t`Edits that wait for approval`,
    changes_to_decide: t`Open change requests`,
    invoices_overdue: t`Overdue invoices`,
  };
  const titleOf = useServiceTitles(
    tasks?.some(({ kind, total }) => kind === 'inquiries_to_triage' && total > 0),
  );
  const waiting = tasks?.filter(({ total }) => total > 0);
  return (
    <Panel title={t`Action required`} flush>
      {!waiting ? (
        <div className="p-4">
          <SkeletonText lines={6} />
        </div>
      ) : waiting.length === 0 ? (
        <EmptyState icon={<CircleCheck />} title={t`Nothing waits for you`} actions={begin}>
          {t`What needs your decision appears here.`}
        </EmptyState>
      ) : (
        waiting.map((task) => (
          <section key={task.kind} aria-label={labels[task.kind]} className="border-t px-4 py-3">
            <h3 className="flex items-center gap-2 font-medium text-sm">
              <span aria-hidden className="text-accent-ink [&>svg]:size-4">
                {ICONS[task.kind]}
              </span>
              {labels[task.kind]}
              <span className="tabular rounded bg-sunken px-1.5 text-ink-muted text-xs">
                {task.total > 1000 ? '1000+' : task.total}
              </span>
            </h3>
            <ul className="mt-1.5 flex flex-col">
              {task.items.map((item) => (
                <TaskLine
                  key={item.id}
                  item={item}
                  about={
                    item.organization &&
                    (task.kind === 'inquiries_to_triage' ? titleOf(item.organization) : item.organization)
                  }
                  place={PLACES[task.kind](item)}
                />
              ))}
            </ul>
          </section>
        ))
      )}
    </Panel>
  );
}

interface TaskLineProps {
  item: Item;
  /** Whose it is, or what it is about. */
  about: string | null;
  place: Place;
}

function TaskLine({ item, about, place }: TaskLineProps) {
  return (
    <li>
      <Link
        // A path from the table above, which the router knows.
        to={place.path as LinkProps['to']}
        search={(place.search ?? {}) as never}
        className="-mx-2 flex min-h-9 flex-wrap items-center gap-x-2 rounded-control px-2 py-1 hover:bg-hover"
      >
        <span className="min-w-0 truncate font-medium">{item.title}</span>
        {about && <span className="truncate text-ink-muted text-sm">{about}</span>}
        <span className="ms-auto shrink-0 text-ink-faint text-xs">{ago(item.since)}</span>
      </Link>
    </li>
  );
}
