export const TASK_STATUSES = ['todo', 'in_progress', 'done', 'cancelled'] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** From least to most urgent. */
export const TASK_PRIORITIES = ['low', 'medium', 'high', 'urgent'] as const;
export type TaskPriority = (typeof TASK_PRIORITIES)[number];

export interface TaskView {
  id: string;
  title: string;
  description: string | null;
  assignee: { id: string; name: string } | null;
  contact: { id: string; name: string } | null;
  dueAt: string | null;
  status: TaskStatus;
  priority: TaskPriority;
  position: number;
  completedAt: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
  abilities: { edit: boolean; delete: boolean };
}
