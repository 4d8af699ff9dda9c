import type { OfficeClientView } from '@officina/contracts/office-clients';
import { officeClientUpdate } from '@officina/contracts/office-clients-inputs';
import type { Tx } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { officeClients } from '@officina/db/schema/office';
import { and, eq, sql } from 'drizzle-orm';
import { changesOf } from '../../kernel/changes.ts';
import { laterThan, toDate } from '../../kernel/clock.ts';
import type { Ctx } from '../../kernel/context.ts';
import { write } from '../../kernel/operation.ts';
import { checkVersion } from '../../kernel/version.ts';
import { searchTextOf } from '../contacts/contact-row.ts';
import { presentClient } from './client-row.ts';
import { checkStatusChange } from './client-status.ts';
import { loadClient, lockClient } from './load-client.ts';

type Locked = Awaited<ReturnType<typeof lockClient>>;
type Fields = Partial<{
  fullName: string;
  phone: string | null;
  email: string | null;
  notes: string | null;
}>;

/** What the contact says is written on the contact, where every other screen reads it. */
async function writeContact(ctx: Ctx, tx: Tx, row: Locked, { fullName, ...fields }: Fields): Promise<void> {
  const displayName = fullName ?? row.full_name;
  const company = fullName && row.client_type === 'company' ? fullName : row.company;
  const { phone, email } = { ...row, ...fields };
  const named = fullName && { firstName: '', lastName: '', displayName, company };
  await tx
    .update(contacts)
    .set({
      ...fields,
      ...named,
      searchText: searchTextOf({ firstName: '', lastName: '', displayName, email, phone, company }),
      version: sql`${contacts.version} + 1`,
      updatedAt: laterThan(new Date(row.updated_at), ctx.now),
    })
    .where(and(eq(contacts.tenantId, ctx.tenant.id), eq(contacts.id, row.contact_id)));
}

/** Absent fields stay. A refused change of status refuses the other fields with it. Closing is for good. */
export const updateOfficeClient = write({
  name: 'officeClients.update',
  permission: 'office.clients.write',
  input: officeClientUpdate,
  async run(ctx, { ref, version, status, ...fields }): Promise<OfficeClientView> {
    const tx = await ctx.tx();
    const row = await lockClient(ctx, tx, ref);
    const before = presentClient(row);
    if (status) checkStatusChange(ctx.actor, before.status, status);
    checkVersion(before, version);
    const changes = changesOf(before, fields);
    const moved = status && status !== before.status ? status : null;
    const about = { subject: { type: 'client', id: row.contact_id }, contactId: row.contact_id };
    if (changes) {
      await writeContact(ctx, tx, row, changes.after);
      ctx.record({ verb: 'client.updated', ...about, ...changes });
    }
    if (moved) {
      const closedAt = moved === 'closed' ? ctx.today : null;
      await tx
        .update(officeClients)
        .set({
          status: moved,
          closedAt,
          version: sql`${officeClients.version} + 1`,
          updatedAt: toDate(ctx.now),
        })
        .where(and(eq(officeClients.tenantId, ctx.tenant.id), eq(officeClients.contactId, row.contact_id)));
      ctx.record({
        verb: 'client.status_changed',
        ...about,
        before: { status: before.status },
        after: { status: moved, ...(closedAt && { closedAt }) },
      });
    }
    return changes || moved ? presentClient(await loadClient(ctx, ref)) : before;
  },
});
