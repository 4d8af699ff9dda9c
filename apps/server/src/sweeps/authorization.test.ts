import { globSync, readFileSync } from 'node:fs';
import { PERMISSIONS, type Permission, roleMay } from '@officina/contracts/permissions';
import { ROLES } from '@officina/contracts/roles';
import { describe, expect, it } from 'vitest';
import { nowhere } from '../domains/tenancy/tenant-directory.ts';
import type { Ctx } from '../kernel/context.ts';
import { AppError } from '../kernel/errors.ts';
import { createWorld } from '../testing/harness.ts';
import { allOperations } from './all-operations.ts';

/** The code that an operation answers with for input that no schema takes; permission is judged before input. */
async function answerOf(
  operation: (ctx: Ctx, input: never) => Promise<unknown>,
  ctx: Ctx,
): Promise<AppError | null> {
  try {
    await operation(ctx, { '': Symbol('nothing takes this') } as never);
    return null;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

const guarded = allOperations.filter(({ permission }) => permission !== 'public');

describe('roles × operations', () => {
  for (const role of ROLES) {
    it(`${role} may call exactly what the table grants`, async () => {
      const world = await createWorld(role);
      const wrong: string[] = [];
      for (const operation of guarded) {
        const { permission } = operation;
        const granted = permission === 'member' || roleMay(role, permission as Permission);
        const error = await answerOf(operation, world.ctx);
        const refused = error?.code === 'FORBIDDEN';
        if (refused === granted)
          wrong.push(`${operation.operation} (${permission}): ${refused ? 'refused' : 'let through'}`);
      }
      expect(wrong).toEqual([]);
    });
  }

  it('visitors must sign in for everything that is not public', async () => {
    const world = await createWorld();
    const visitor: Ctx = { ...world.ctx, actor: { kind: 'visitor' }, tenant: nowhere };
    for (const operation of guarded) {
      expect((await answerOf(operation, visitor))?.code, operation.operation).toBe('UNAUTHORIZED');
    }
  });
});

describe('the permission table', () => {
  it('has no word that nothing asks for, apart from those of domains to come', () => {
    const toCome = ['messages.send', 'assistant.use'];
    const root = new URL('../domains/', import.meta.url);
    const files = globSync('**/*.ts', { cwd: root }).filter((path) => !path.endsWith('.test.ts'));
    // Some are asked for by the change itself, not at the door.
    const source = files.map((path) => readFileSync(new URL(path, root), 'utf8')).join('\n');
    const idle = Object.keys(PERMISSIONS).filter((word) => !source.includes(`'${word}'`));
    expect(idle).toEqual(toCome);
  });
});
