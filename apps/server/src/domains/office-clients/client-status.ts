import type { ClientStatus } from '@officina/contracts/office';
import type { Actor } from '../../kernel/actor.ts';
import { may } from '../../kernel/authorize.ts';
import { AppError } from '../../kernel/errors.ts';

/** Where a client may go from where it stands; staying is no change. Source: office specification §4.1. */
export const CLIENT_TRANSITIONS: Record<ClientStatus, readonly ClientStatus[]> = {
  active: ['frozen', 'closed'],
  frozen: ['active', 'closed'],
  closed: [],
};

/** Only some may freeze and close; whoever writes clients may make one active again. */
export const mayGive = (actor: Actor, status: ClientStatus): boolean =>
  may(actor, status === 'active' ? 'office.clients.write' : 'office.clients.close');

/** Refuses a change of status: first to who may not make it at all, then what leads nowhere. */
export function checkStatusChange(actor: Actor, from: ClientStatus, to: ClientStatus): void {
  if (from === to) return;
  if (!mayGive(actor, to)) throw new AppError('FORBIDDEN', 'Only advisors can freeze or close clients');
  if (!CLIENT_TRANSITIONS[from].includes(to))
    throw new AppError('BAD_REQUEST', `Cannot change client status from ${from} to ${to}`);
}
