import { addDays } from '@officina/contracts/calendar';
import { PERMANENT_DOCUMENTS } from '@officina/contracts/office';
import type { Role } from '@officina/contracts/roles';
import { createBinder, createOfficeClient } from '@officina/db/factories-office';
import { documents } from '@officina/db/schema/documents';
import { createWorld, type World } from '../../../testing/harness.ts';

type ClientFacts = Parameters<typeof createOfficeClient>[2];
type ContactFacts = Parameters<typeof createOfficeClient>[3];

/** An advisory office in Jerusalem with ways to fill it. */
export async function binderOffice(role: Role = 'admin') {
  const world = await createWorld(role, { timeZone: 'Asia/Jerusalem', currency: 'ILS', locale: 'he-IL' });
  const { db } = world.server.services.client;
  const tenantId = world.tenant.id;
  return {
    world,
    ctx: world.ctx,
    client: (facts?: ClientFacts, contact?: ContactFacts) => createOfficeClient(db, tenantId, facts, contact),
    /** A client whose file is complete: its binders give no signal of their own accord. */
    async completeClient(contact?: ContactFacts) {
      const client = await createOfficeClient(db, tenantId, {}, contact);
      const { contactId } = client;
      const file = {
        filename: 'f.pdf',
        contentType: 'application/pdf',
        sizeBytes: 1,
        sha256: '0',
        storageKey: 'k',
      };
      await db.insert(documents).values(
        PERMANENT_DOCUMENTS.map((documentType) => ({
          tenantId,
          contactId,
          category: 'permanent',
          documentType,
          ...file,
        })),
      );
      return client;
    },
    /** A binder that came in so many days before today. */
    binder: (contactId: string, age = 0, facts: Partial<Parameters<typeof createBinder>[2]> = {}) =>
      createBinder(db, tenantId, {
        contactId,
        receivedBy: world.user.id,
        receivedAt: addDays(world.ctx.today, -age),
        ...facts,
      }),
    returned: (day: string, pickupPersonName = 'Avi') =>
      ({ status: 'returned', returnedAt: day, returnedBy: world.user.id, pickupPersonName }) as const,
  };
}

/** What the journal of the world's tenant holds of binders and messages, in its order. */
export async function verbsOf({ server, tenant }: World): Promise<string[]> {
  const { sql } = server.services.client;
  const rows = await sql`select verb from journal_entries where tenant_id = ${tenant.id} order by xid, id`;
  return rows.map(({ verb }) => verb as string);
}
