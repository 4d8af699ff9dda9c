import type { TaskView } from '@officina/contracts/tasks';
import { useQuery } from '@tanstack/react-query';
import { can } from '../../lib/session.ts';
import { trpc } from '../../trpc.ts';
import { TaskForm } from './task-form.tsx';

interface TaskDialogsProps {
  search: { new?: string; contact?: string };
  opened: TaskView | undefined;
  onClose: () => void;
}

/** The task that the address asks for: a new one (for a contact), or the one that is open. */
export function TaskDialogs({ search, opened, onClose }: TaskDialogsProps) {
  const adding = search.new !== undefined && can('tasks.create');
  const asked = adding ? search.contact : undefined;
  const { data: contact } = useQuery({
    ...trpc.contacts.get.queryOptions({ id: asked ?? '' }),
    enabled: Boolean(asked),
  });
  if (opened) return <TaskForm key={opened.id} task={opened} onClose={onClose} />;
  if (!adding || (asked && !contact)) return null;
  return <TaskForm contact={contact && { id: contact.id, label: contact.displayName }} onClose={onClose} />;
}
