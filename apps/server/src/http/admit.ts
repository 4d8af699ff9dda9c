import type { Access } from '@officina/contracts/permissions';
import type { Context } from 'hono';
import { authorize } from '../kernel/authorize.ts';
import { AppError } from '../kernel/errors.ts';
import type { Env } from './environment.ts';

/**
 * What stands before every operation, in this order: credential, tenant of the host, origin, permission. Of one whose
 * record may let a person in (`byRecord`), the operation judges. A key counts only where one is asked for (`byKey`).
 */
export function admit(
  c: Context<Env>,
  access: Access,
  { anyOrigin = false, byRecord = false, byKey = false } = {},
): void {
  const { actor } = c.get('ctx');
  if (access !== 'public' && actor.kind === 'visitor') throw c.get('refusal') ?? new AppError('UNAUTHORIZED');
  if (access !== 'public' && actor.kind === 'apiKey' && !byKey)
    throw new AppError('UNAUTHORIZED', 'Invalid or expired token');
  if (c.get('tenantMismatch')) throw new AppError('TENANT_MISMATCH');
  if (c.get('foreignOrigin') && !anyOrigin) throw new AppError('ORIGIN_MISMATCH');
  authorize(actor, byRecord && actor.kind === 'user' ? 'member' : access);
}
