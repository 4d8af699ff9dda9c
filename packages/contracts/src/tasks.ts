export const TASK_STATUSES = ['todo', 'in_progress', 'done', 'cancelled'] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** The columns of the board; cancelled tasks stand in the table alone. */
export const BOARD_STATUSES = ['todo', 'in_progress', 'done'] as const satisfies TaskStatus[];

/** Statuses with work left to do. */
export const OPEN_TASK_STATUSES = ['todo', 'in_progress'] as const satisfies TaskStatus[];

/** From least to most urgent. */
export const TASK_PRIORITIES = ['low', 'medium', 'high', 'urgent'] as const;
export type TaskPriority = (typeof TASK_PRIORITIES)[number];

/** `urgency`: urgent first, then what is due first, then the oldest. `position`: as in the columns of the board. */
export const TASK_SORTS = ['urgency', 'dueAt', 'createdAt', 'position'] as const;

/** `week` is today and the six days after it; `none` has no due date. */
export const TASK_DUE_FILTERS = ['overdue', 'today', 'week', 'none'] as const;

export interface TaskView {
  id: string;
  title: string;
  description: string | null;
  assignee: { id: string; name: string } | null;
  contact: { id: string; name: string } | null;
  dueAt: string | null;
  status: TaskStatus;
  priority: TaskPriority;
  /** Place in its column; only its order against the others' means something. */
  position: number;
  completedAt: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
  abilities: { edit: boolean; delete: boolean };
}

export interface TaskColumn {
  status: (typeof BOARD_STATUSES)[number];
  items: TaskView[];
  /** Goes on in `tasks.list` with this status, the same filters and `sort: 'position'`, `dir: 'asc'`. */
  nextCursor: string | null;
  /** Capped: 1001 means "1000+". */
  total: number;
}

export interface TaskBoard {
  columns: TaskColumn[];
}

/** Past its moment and still open. Never stored. */
export function isOverdue(task: Pick<TaskView, 'dueAt' | 'status'>, now: Date): boolean {
  const open = (OPEN_TASK_STATUSES as readonly TaskStatus[]).includes(task.status);
  return open && task.dueAt !== null && Date.parse(task.dueAt) < now.getTime();
}
