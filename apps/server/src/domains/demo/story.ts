import { addDays } from '@officina/contracts/calendar';
import type { Role } from '@officina/contracts/roles';
import { dayOf, momentAt } from '../../kernel/clock.ts';
import type { Ctx, Tenant } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import type { Services } from '../../kernel/services.ts';

export interface Teller {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** Of a client. */
  orgId?: string;
}

interface Scene {
  at: number;
  by: Teller;
  play: (ctx: Ctx) => Promise<unknown>;
}

/** A history told by the product's own operations: scenes at moments of the past, played in order of time. */
export class Story {
  readonly #scenes: Scene[] = [];
  readonly #now: Temporal.Instant;

  constructor(now: Temporal.Instant) {
    this.#now = now;
  }

  /** Adds a scene `days` before now at an hour of the day (fractions count); nothing is played in the future. */
  at(days: number, hour: number, by: Teller, play: Scene['play']): void {
    const midnight = this.#now.epochMilliseconds - (this.#now.epochMilliseconds % 86_400_000);
    const wanted = midnight - days * 86_400_000 + hour * 3_600_000;
    this.#scenes.push({ at: Math.min(wanted, this.#now.epochMilliseconds - 1000), by, play });
  }

  /** As `at`, by a calendar: so many days before a zone's today, at a time (HH:MM) of its clock. */
  onDay(days: number, time: string, timeZone: string, by: Teller, play: Scene['play']): void {
    const day = addDays(dayOf(this.#now, timeZone), -days);
    const wanted = momentAt(day, time, timeZone).getTime();
    this.#scenes.push({ at: Math.min(wanted, this.#now.epochMilliseconds), by, play });
  }

  /** Plays every scene with the clock at its moment. Scenes may add later ones while they play. */
  async tell(services: Services, tenant: Tenant): Promise<void> {
    while (this.#scenes.length) {
      // Stable: of one moment, what was added first comes first.
      this.#scenes.sort((a, b) => a.at - b.at);
      const scene = this.#scenes.shift();
      if (scene) await scene.play(contextAt(services, tenant, scene));
    }
  }
}

function contextAt(services: Services, tenant: Tenant, { at, by }: Scene): Ctx {
  const now = Temporal.Instant.fromEpochMilliseconds(Math.floor(at));
  return {
    tenant,
    actor: {
      kind: 'user',
      ...by,
      orgId: by.orgId ?? null,
      emailVerified: true,
      mustVerify: false,
      locale: null,
      theme: null,
      density: null,
      sessionId: newId(),
      sessionExpiresAt: new Date(at + 3_600_000),
      provedAt: new Date(at),
      idpId: null,
    },
    now,
    today: dayOf(now, tenant.timeZone),
    requestId: newId(),
    hostSubdomain: null,
    origins: [],
    ip: null,
    userAgent: null,
    services: { ...services, clock: { now: () => now } },
    db: services.client.db,
  };
}
