import type { Role } from '@officina/contracts/roles';
import { createEnrollment, createLearner, createProgram, createShop } from '@officina/db/factories-training';
import type { Ctx } from '../kernel/context.ts';
import { createWorld, type HttpClient, httpClient, type World } from './harness.ts';

type EnrollmentFacts = Omit<Parameters<typeof createEnrollment>[2], 'userId' | 'programId'>;

/** A training provider with its programme and a shop. */
export interface Academy {
  world: World;
  program: Awaited<ReturnType<typeof createProgram>>;
  shop: Awaited<ReturnType<typeof createShop>>;
  learner(facts?: EnrollmentFacts): Promise<Learner>;
  /** A member of a role without any place in the programme. */
  member(role: Role): Promise<{ ctx: Ctx; http: HttpClient }>;
  journal(...verbs: string[]): Promise<JournalRow[]>;
}

export interface Learner {
  ctx: Ctx;
  http: HttpClient;
  userId: string;
  contactId: string;
  enrollment: Awaited<ReturnType<typeof createEnrollment>>;
}

export interface JournalRow {
  verb: string;
  subject_id: string;
  contact_id: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reason: string | null;
}

/** The clock of the tests stands at Thursday 2026-01-15, five in the morning of programme time. */
export async function academy(): Promise<Academy> {
  const world = await createWorld('owner', { currency: 'USD', locale: 'en-US', timeZone: 'Europe/Paris' });
  const { db, sql } = world.server.services.client;
  const { id: tenantId } = world.tenant;
  const program = await createProgram(db, tenantId);
  const shop = await createShop(db, tenantId, { name: 'Main Street Barbers' });
  return {
    world,
    program,
    shop,
    async learner({ apprentice = {}, ...facts }: EnrollmentFacts = {}) {
      const { user, contactId } = await createLearner(db, tenantId);
      const enrollment = await createEnrollment(db, tenantId, {
        userId: user.id,
        programId: program.id,
        apprentice: apprentice && { shopId: shop.id, ...apprentice },
        ...facts,
      });
      const ctx = world.of(user, 'learner');
      return { ctx, http: await httpClient(world, ctx), userId: user.id, contactId, enrollment };
    },
    async member(role) {
      const ctx = await world.as(role);
      return { ctx, http: await httpClient(world, ctx) };
    },
    journal: (...verbs) =>
      sql<JournalRow[]>`select verb, subject_id, contact_id, before, after, reason from journal_entries
        where tenant_id = ${tenantId} and verb in ${sql(verbs)} order by xid, id`,
  };
}

/** In training since last Monday. */
export const ACTIVE = { progressState: 'active_in_good_standing', programStartDate: '2026-01-12' } as const;
