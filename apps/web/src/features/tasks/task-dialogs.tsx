import type { TaskView } from '@officina/contracts/tasks';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useRef } from 'react';
import { can } from '../../lib/session.ts';
import { trpc } from '../../trpc.ts';

const TaskForm = lazy(() => import('./task-form.tsx').then((module) => ({ default: module.TaskForm })));

interface TaskDialogsProps {
  search: { new?: string; contact?: string; task?: string };
  opened: TaskView | undefined;
  onClose: () => void;
}

/** The task that the address asks for: a new one (for a contact), or the one that is open. */
export function TaskDialogs({ search, opened: found, onClose }: TaskDialogsProps) {
  // A colleague may move it out of the list while it is being edited.
  const kept = useRef(found);
  if (found) kept.current = found;
  const opened = found ?? (kept.current?.id === search.task ? kept.current : undefined);
  const adding = search.new !== undefined && can('tasks.create');
  const asked = adding ? search.contact : undefined;
  const { data: contact } = useQuery({
    ...trpc.contacts.get.queryOptions({ id: asked ?? '' }),
    enabled: Boolean(asked),
  });
  const ready = adding && (!asked || contact);
  return (
    <Suspense>
      {opened ? (
        <TaskForm key={opened.id} task={opened} onClose={onClose} />
      ) : (
        ready && (
          <TaskForm contact={contact && { id: contact.id, label: contact.displayName }} onClose={onClose} />
        )
      )}
    </Suspense>
  );
}
