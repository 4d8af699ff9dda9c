import { uuid } from '@officina/contracts/fields';
import { TASK_PRIORITIES, TASK_STATUSES, type TaskView } from '@officina/contracts/tasks';
import { taskFields } from '@officina/contracts/tasks-inputs';
import { z } from 'zod';
import { createTask } from '../../../domains/tasks/create-task.ts';
import { listAllTasks } from '../../../domains/tasks/task-reads.ts';
import { updateTask } from '../../../domains/tasks/update-task.ts';
import { row } from '../../row.ts';
import { enveloped, id, moment, named, upperWord, upperWords } from './wire.ts';

const tag = 'Tasks';

const status = upperWord(TASK_STATUSES);
const { title, description, assigneeId, contactId, dueAt } = taskFields;

const listQueryWords = z
  .object({ status: status.optional(), assignee_id: uuid.optional(), contact_id: uuid.optional() })
  .transform(({ status, assignee_id, contact_id }) => ({
    status,
    assigneeId: assignee_id,
    contactId: contact_id,
  }));

const optionalFields = {
  description,
  assignee_id: assigneeId,
  contact_id: contactId,
  due_date: dueAt,
  status: status.optional(),
  priority: upperWord(TASK_PRIORITIES).optional(),
};

const createBody = z
  .object({ title, ...optionalFields })
  .transform(({ assignee_id, contact_id, due_date, ...rest }) => ({
    ...rest,
    assigneeId: assignee_id,
    contactId: contact_id,
    dueAt: due_date,
  }));

const updateBody = z
  .object({ title: title.optional(), ...optionalFields })
  .transform(({ assignee_id, contact_id, due_date, ...rest }) => ({
    ...rest,
    assigneeId: assignee_id,
    contactId: contact_id,
    dueAt: due_date,
  }));

const shape = {
  id,
  title: z.string(),
  description: z.string().nullable(),
  due_date: moment.nullable(),
  status: upperWords(TASK_STATUSES),
  priority: upperWords(TASK_PRIORITIES),
  created_at: moment,
};
const itemShape = z.strictObject({ ...shape, assignee: named.nullable(), contact: named.nullable() });
const savedShape = { ...shape, assignee_id: id.nullable(), contact_id: id.nullable() };
const changedShape = { ...savedShape, completed_at: moment.nullable(), updated_at: moment };

const print = (task: TaskView) => ({
  id: task.id,
  title: task.title,
  description: task.description,
  due_date: task.dueAt,
  status: task.status.toUpperCase(),
  priority: task.priority.toUpperCase(),
  created_at: task.createdAt,
});

const printSaved = (task: TaskView) => ({
  ...print(task),
  assignee_id: task.assignee?.id ?? null,
  contact_id: task.contact?.id ?? null,
});

export const taskRows = [
  row({
    method: 'GET',
    path: '/tasks',
    summary: 'The most urgent tasks, at most 500',
    tag,
    operation: listAllTasks,
    query: listQueryWords,
    answer: 'data',
    present: (tasks) => ({
      data: tasks.map((task) => ({ ...print(task), assignee: task.assignee, contact: task.contact })),
    }),
    response: enveloped(z.array(itemShape)),
  }),
  row({
    method: 'POST',
    path: '/tasks',
    summary: 'Create a task',
    tag,
    operation: createTask,
    body: createBody,
    status: 201,
    answer: 'data',
    present: (task) => ({ data: printSaved(task) }),
    response: enveloped(z.strictObject(savedShape)),
  }),
  row({
    method: 'PATCH',
    path: '/tasks/:id',
    summary: 'Update a task: its status, its assignee, any field',
    tag,
    operation: updateTask,
    body: updateBody,
    answer: 'data',
    present: (task) => ({
      data: { ...printSaved(task), completed_at: task.completedAt, updated_at: task.updatedAt },
    }),
    response: enveloped(z.strictObject(changedShape)),
  }),
];
