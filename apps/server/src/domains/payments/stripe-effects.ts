import type { WriteCtx } from '../../kernel/context.ts';
import type { TenantId } from '../../kernel/ids.ts';
import type { StripeEvent } from './stripe-event.ts';

/**
 * What an event meant to a domain: nothing (null), something in this tenant, or nothing yet: it leads to something that
 * may still come to be, and is tried again then.
 */
export type Meaning = { tenantId: TenantId } | 'unmatched' | null;

/**
 * Acts on an event, in the transaction in which the event is kept. Events come late, twice and in any order: each order
 * of the same events must lead to the same state. Stripe is never called from here.
 */
export type StripeEffect = (ctx: WriteCtx, event: StripeEvent) => Promise<Meaning>;

const effects = new Map<string, StripeEffect[]>();

/** Says what a domain does on events of these types. */
export function onStripeEvent(types: readonly string[], effect: StripeEffect): void {
  for (const type of types) effects.set(type, [...(effects.get(type) ?? []), effect]);
}

/** Every type that means something to somebody. */
export const followedTypes = (): string[] => [...effects.keys()];

export const effectsOf = (type: string): readonly StripeEffect[] => effects.get(type) ?? [];
