import { permissionCheck, permissionChecks } from '@officina/contracts/relations-inputs';
import type { z } from 'zod';
import { requireUser } from '../../kernel/authorize.ts';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { read } from '../../kernel/operation.ts';
import type { Question } from './graph.ts';
import { controls, holds } from './may-on.ts';

async function check(ctx: Ctx, { subjectId, ...asked }: z.output<typeof permissionCheck>) {
  const { id: me } = requireUser(ctx.actor);
  const subject = subjectId || me;
  if (subject !== me && !(await controls(ctx, asked.namespace, asked.objectId)))
    throw new AppError('FORBIDDEN');
  // What is no namespace is no question: `holds` answers it.
  return holds(ctx, asked as Question, subject);
}

/** Whether somebody stands in a relation to a record; about others only who decides about the record may ask. */
export const checkPermission = read({
  name: 'permissions.check',
  permission: 'permissions.check',
  input: permissionCheck,
  run: (ctx, asked): Promise<{ allowed: boolean; cached: boolean }> => check(ctx, asked),
});

export interface CheckedView {
  namespace: string;
  objectId: string;
  relation: string;
  allowed: boolean;
}

/** Several questions, answered in their order. */
export const checkPermissions = read({
  name: 'permissions.checkMany',
  permission: 'permissions.check',
  input: permissionChecks,
  async run(ctx, { checks }): Promise<CheckedView[]> {
    const answers: CheckedView[] = [];
    for (const asked of checks) {
      const { namespace, objectId, relation } = asked;
      answers.push({ namespace, objectId, relation, allowed: (await check(ctx, asked)).allowed });
    }
    return answers;
  },
});
