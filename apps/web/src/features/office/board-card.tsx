import { useLingui } from '@lingui/react/macro';
import type { BinderView, BoardColumn } from '@officina/contracts/binders';
import { Link } from '@tanstack/react-router';
import { NotebookPen, PackageCheck, UserCheck } from 'lucide-react';
import { date } from '../../lib/format.ts';
import { useChangeMark } from '../../lib/record-changes.ts';
import type { useBinderVerbs } from '../../shell/office/use-binder-verbs.tsx';
import { IconButton } from '../../ui/icon-button.tsx';

interface BoardCardProps {
  binder: BinderView;
  column: BoardColumn;
  verbs: ReturnType<typeof useBinderVerbs>;
}

/** A binder of the board: whose it is, why it stands here, and what can be done to it in its place. */
export function BoardCard({ binder, column, verbs }: BoardCardProps) {
  const { t } = useLingui();
  const { ref, binderNumber, client, abilities, daysOverdue, daysRemaining, idleDays, receivedAt } = binder;
  const why: Record<BoardColumn, string> = {
    overdue: t`Days past the promise: ${daysOverdue}`,
    due_today: t`Received ${date(receivedAt)}`,
    near_sla: t`Days left: ${daysRemaining ?? 0}`,
    idle: t`Days without work: ${idleDays}`,
    ready: t`Received ${date(receivedAt)}`,
  };
  return (
    <li
      data-changed={useChangeMark(binder.id) || undefined}
      className="flex items-center gap-2 border-t py-2 ps-4 pe-2 text-sm"
    >
      <Link
        to="/office/binders/$ref"
        params={{ ref: String(ref) }}
        className="min-w-0 flex-1 rounded-control hover:text-accent-ink"
      >
        <span className="block truncate font-medium">
          <bdi className="tabular">{binderNumber}</bdi>
        </span>
        <span dir="auto" className="block truncate text-left text-ink-muted rtl:text-right">
          {client.name}
        </span>
        <span className="block truncate text-ink-muted text-xs">{why[column]}</span>
      </Link>
      <span className="flex shrink-0">
        {abilities.note && (
          <IconButton label={t`Note on ${binderNumber}`} size="sm" onClick={() => verbs.note(binder)}>
            <NotebookPen aria-hidden className="size-4" />
          </IconButton>
        )}
        {abilities.return && (
          <IconButton label={t`Give back ${binderNumber}`} size="sm" onClick={() => verbs.giveBack(binder)}>
            <UserCheck aria-hidden className="size-4" />
          </IconButton>
        )}
        {abilities.ready && (
          <IconButton
            label={t`Mark ${binderNumber} ready`}
            size="sm"
            onClick={() => void verbs.ready(binder)}
          >
            <PackageCheck aria-hidden className="size-4" />
          </IconButton>
        )}
      </span>
    </li>
  );
}
