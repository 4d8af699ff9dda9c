import { many } from '../../kernel/many.ts';
import { mutation, query, router } from '../../kernel/trpc.ts';
import { createTask } from './create-task.ts';
import { deleteTask } from './delete-task.ts';
import { getTask } from './get-task.ts';
import { matchTasks } from './match-tasks.ts';
import { moveTask } from './move-task.ts';
import { restoreTask } from './restore-task.ts';
import { listTasks, readBoard } from './task-reads.ts';
import { updateTask } from './update-task.ts';

export const tasksRouter = router({
  list: query(listTasks),
  get: query(getTask),
  board: query(readBoard),
  matches: query(matchTasks),
  updateMany: mutation(many(updateTask)),
  deleteMany: mutation(many(deleteTask)),
  restoreMany: mutation(many(restoreTask)),
  create: mutation(createTask),
  update: mutation(updateTask),
  move: mutation(moveTask),
  delete: mutation(deleteTask),
  restore: mutation(restoreTask),
});
