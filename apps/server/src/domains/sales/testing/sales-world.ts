import type { Role } from '@officina/contracts/roles';
import type { QuoteState, QuoteView } from '@officina/contracts/sales';
import { createContact } from '@officina/db/factories';
import type { Ctx } from '../../../kernel/context.ts';
import { createWorld, type World } from '../../../testing/harness.ts';
import { convertQuote } from '../quotes/convert-quote.ts';
import { createQuote } from '../quotes/create-quote.ts';
import { setQuoteStatus } from '../quotes/set-quote-status.ts';

/** The contract's example: 120 + 180 at 20 % = 360. */
export const exampleLines = [
  { description: 'Vidange moteur', quantity: 1, unitPriceCents: 12_000 },
  { description: 'Remplacement plaquettes freins', quantity: 1, unitPriceCents: 18_000 },
];

export const oneLine = (unitPriceCents: number, vatRate?: number) => [
  { description: 'Forfait', quantity: 1, unitPriceCents, vatRate },
];

export interface SalesWorld extends World {
  contactId: string;
  /** What the tenant's journal says, by transaction; entries of one transaction by their verb. */
  journal(): Promise<{ verb: string; before: unknown; after: unknown; reason: string | null }[]>;
  activities(): Promise<{ type: string; description: string; metadata: Record<string, unknown> }[]>;
  jobs(name: string): Promise<Record<string, unknown>[]>;
}

/** A fresh garage with one customer. The clock of the tests is set back to where it stands at first. */
export async function salesWorld(
  role: Role = 'owner',
  facts: Parameters<typeof createWorld>[1] = {},
): Promise<SalesWorld> {
  const world = await createWorld(role, facts);
  world.server.clock.set('2026-01-15T10:00:00.000Z');
  const { db, sql } = world.server.services.client;
  const contact = await createContact(db, world.tenant.id, {
    email: 'jean.martin@example.fr',
    phone: '+33612345678',
  });
  const tenantId = world.tenant.id;
  return {
    ...world,
    contactId: contact.id,
    journal: () =>
      sql`select verb, before, after, reason from journal_entries where tenant_id = ${tenantId} order by xid, verb`,
    activities: () =>
      sql`select type, description, metadata from activities where tenant_id = ${tenantId} order by created_at, id`,
    jobs: async (name) => {
      const rows = await sql`select payload from graphile_worker._private_jobs j
        join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier = ${name} and j.payload->>'tenantId' = ${tenantId}`;
      return rows.map((row) => row.payload as Record<string, unknown>);
    },
  };
}

export const addQuote = (world: SalesWorld, ctx: Ctx = world.ctx): Promise<QuoteView> =>
  createQuote(ctx, { contactId: world.contactId, lines: exampleLines });

/** A quote in a given state; `converted` is an accepted one with its invoice. The clock moves for an expired one. */
export async function quoteIn(world: SalesWorld, state: QuoteState | 'converted'): Promise<string> {
  const { id } = await addQuote(world);
  const mark = (status: 'sent' | 'accepted' | 'rejected') => setQuoteStatus(world.ctx, { id, status });
  if (state !== 'draft' && state !== 'rejected') await mark('sent');
  if (state === 'accepted' || state === 'converted') await mark('accepted');
  if (state === 'rejected') await mark('rejected');
  if (state === 'converted') await convertQuote(world.ctx, { id });
  if (state === 'expired') world.server.clock.set('2026-02-15T10:00:00.000Z');
  return id;
}
