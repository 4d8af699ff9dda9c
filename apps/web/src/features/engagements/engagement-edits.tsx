import { useLingui } from '@lingui/react/macro';
import type { Edit } from '@officina/contracts/edits';
import { Link } from '@tanstack/react-router';
import { date } from '../../lib/format.ts';
import { EditBadge } from '../../shell/portal/edit-badge.tsx';
import { useEditWords } from '../../shell/portal/edit-words.ts';
import { Panel } from '../../ui/panel.tsx';

/** More of them are in the list of edits. */
const LATEST = 10;

/** What was changed of an engagement and everything under it, and what waits to be. */
export function EngagementEdits({ edits }: { edits: Edit[] }) {
  const { t } = useLingui();
  const { fieldWord, entities } = useEditWords();
  if (edits.length === 0) return null;
  return (
    <Panel title={t`Latest edits`} flush className="md:col-span-2">
      <ul className="divide-y border-t">
        {edits.slice(0, LATEST).map((edit) => (
          <li key={edit.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
            <span className="min-w-0 flex-1 max-sm:basis-full">
              <Link
                to="/portal/edits/$id"
                params={{ id: edit.id }}
                className="font-medium underline-offset-2 hover:underline"
              >
                {edit.diff.map(({ field }) => fieldWord(field)).join(', ')}
              </Link>
              <span className="block truncate text-ink-muted text-sm">
                {[entities[edit.entityType], edit.createdBy.name, date(edit.createdAt)].join(' · ')}
              </span>
            </span>
            <EditBadge status={edit.status} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
