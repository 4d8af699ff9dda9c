import type { Executor } from '@officina/db/client';
import type { Actor } from './actor.ts';
import { dayOf } from './clock.ts';
import type { Ctx, Tenant } from './context.ts';
import type { Services } from './services.ts';

/**
 * What all contexts of requests have in common. A class: object literals with getters of their own have a shape each,
 * and code that meets a new shape with every request is never compiled well.
 */
export abstract class BaseCtx implements Ctx {
  readonly tenant: Tenant;
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  readonly requestId: string;
  readonly hostSubdomain: string | null;
  readonly origins: readonly string[];
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly services: Services;
  abstract readonly db: Executor;

  constructor(facts: Omit<Ctx, 'today' | 'db'>) {
    this.tenant = facts.tenant;
    this.actor = facts.actor;
    this.now = facts.now;
    this.requestId = facts.requestId;
    this.hostSubdomain = facts.hostSubdomain;
    this.origins = facts.origins;
    this.ip = facts.ip;
    this.userAgent = facts.userAgent;
    this.services = facts.services;
  }

  get today(): string {
    return dayOf(this.now, this.tenant.timeZone);
  }
}

/** The context of one request, before any write has begun. */
export class RequestCtx extends BaseCtx {
  readonly db: Executor;

  constructor(facts: Omit<Ctx, 'today' | 'db'>) {
    super(facts);
    this.db = facts.services.client.db;
  }
}
