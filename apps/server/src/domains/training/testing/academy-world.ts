import { createProgram } from '@officina/db/factories-training';
import { createWorld, httpClient } from '../../../testing/harness.ts';

/** A contract's application, of an address that no other test has. */
export const applicationOf = (email: string) => ({
  program_slug: 'barber-apprenticeship',
  first_name: 'Dana',
  last_name: 'Reed',
  email,
  phone: '(317) 555-0100',
  date_of_birth: '2000-05-01',
  address: { street: '1 Main St', city: 'Indianapolis', state: 'IN', zip: '46204' },
  education_level: 'High school',
  employment_status: 'Employed',
  has_transportation: true,
  felony_disclosure: false,
  signature: 'Dana Reed',
});

let people = 0;
export const newAddress = (): string => `applicant-${process.pid}-${++people}@example.test`;

/** An academy in English with its programme; `visitor` has no session, `verbs` reads its journal in order. */
export async function academy() {
  const world = await createWorld('owner', { locale: 'en', timeZone: 'America/New_York', currency: 'USD' });
  world.server.clock.set('2026-01-15T10:00:00.000Z');
  const { db, sql } = world.server.services.client;
  const program = await createProgram(db, world.tenant.id);
  const visitor = await visitorOf(world);
  const verbs = async () =>
    (
      await sql<{ verb: string }[]>`
        select verb from journal_entries where tenant_id = ${world.tenant.id} order by xid, id`
    ).map(({ verb }) => verb);
  return { world, db, sql, program, visitor, verbs };
}

/** Public calls of this tenant: by its host, since no session names it. */
async function visitorOf(world: Awaited<ReturnType<typeof createWorld>>) {
  const client = await httpClient(world, 'visitor');
  const host = `${world.tenant.subdomain}.localhost:3000`;
  return {
    call: (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
      client.call(method, path, body, { host, ...headers }),
  };
}

export type Academy = Awaited<ReturnType<typeof academy>>;

/** A learner of the academy without a place, and a client with their session. */
export async function learnerOf({ world, db }: Academy) {
  const ctx = await world.as('learner');
  const { actor } = ctx;
  if (actor.kind !== 'user') throw new Error('a person was made');
  const http = await httpClient(world, ctx);
  const checkout = (body: unknown = {}) => http.call('POST', '/api/barber/checkout', body);
  return { ctx, id: actor.id, email: actor.email, http, checkout, db };
}
export type Learner = Awaited<ReturnType<typeof learnerOf>>;
