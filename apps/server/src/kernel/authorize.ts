import {
  type Access,
  type Permission,
  permissionsOf,
  UNVERIFIED_WORDS,
} from '@officina/contracts/permissions';
import type { Actor, UserActor } from './actor.ts';
import { AppError } from './errors.ts';

const mustVerifyFirst = (actor: Actor, access: Access): boolean =>
  actor.kind === 'user' && actor.mustVerify && !UNVERIFIED_WORDS.includes(access);

/** May this actor use this permission word? Jobs may do anything; visitors and keys only what is theirs. */
export function may(actor: Actor, word: Permission): boolean {
  switch (actor.kind) {
    case 'user':
      if (mustVerifyFirst(actor, word)) return false;
      return permissionsOf(actor.role).has(word);
    case 'system':
      return true;
    case 'apiKey':
      return actor.scopes.includes(word);
    case 'visitor':
    case 'webhook':
      return false;
  }
}

/** A key does no more than it was made for, whatever its owner may. */
export const inScope = (actor: Actor, word: Permission): boolean =>
  actor.kind !== 'apiKey' || actor.scopes.includes(word);

/** Throws UNAUTHORIZED for who must sign in first, EMAIL_NOT_VERIFIED for who must prove their address, FORBIDDEN (naming the word) for who may not. */
export function authorize(actor: Actor, access: Access): void {
  if (access === 'public') return;
  // A webhook is one whose signature has been verified.
  if (access === 'system' && (actor.kind === 'system' || actor.kind === 'webhook')) return;
  if (actor.kind === 'visitor' || actor.kind === 'webhook') throw new AppError('UNAUTHORIZED');
  if (mustVerifyFirst(actor, access)) throw new AppError('EMAIL_NOT_VERIFIED');
  if (access === 'system') throw new AppError('FORBIDDEN');
  if (access === 'member') {
    if (actor.kind === 'apiKey') throw new AppError('FORBIDDEN');
    return;
  }
  if (!may(actor, access)) throw new AppError('FORBIDDEN', undefined, { permission: access });
}

/** For so long after somebody has proved who they are, by signing in or again, dangerous things may be done. */
export const PROOF_MINUTES = 30;

/** Throws STEP_UP_REQUIRED for a person who has not proved lately who they are: their window may stand open. */
export function requireProof({ actor, now }: { actor: Actor; now: Temporal.Instant }): void {
  if (actor.kind !== 'user') return;
  const minutes = (now.epochMilliseconds - actor.provedAt.getTime()) / 60_000;
  if (minutes >= PROOF_MINUTES) throw new AppError('STEP_UP_REQUIRED');
}

/** The person behind the request, for what concerns their own account; FORBIDDEN for everything else. */
export function requireUser(actor: Actor): UserActor {
  if (actor.kind !== 'user') throw new AppError('FORBIDDEN');
  return actor;
}
