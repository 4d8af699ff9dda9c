import type { Access } from '@officina/contracts/permissions';
import type { Context } from 'hono';
import { authorize } from '../kernel/authorize.ts';
import { AppError } from '../kernel/errors.ts';
import type { Env } from './environment.ts';

/**
 * What stands before every operation, in this order: session, tenant of the host, origin, permission. Of one whose record
 * may let a person in (`byRecord`), the operation judges.
 */
export function admit(c: Context<Env>, access: Access, { anyOrigin = false, byRecord = false } = {}): void {
  const { actor } = c.get('ctx');
  if (access !== 'public' && actor.kind === 'visitor') throw c.get('refusal') ?? new AppError('UNAUTHORIZED');
  if (c.get('tenantMismatch')) throw new AppError('TENANT_MISMATCH');
  if (c.get('foreignOrigin') && !anyOrigin) throw new AppError('ORIGIN_MISMATCH');
  authorize(actor, byRecord && actor.kind === 'user' ? 'member' : access);
}
