import type { OfficeClientView } from '@officina/contracts/office-clients';
import { officeClientCreate } from '@officina/contracts/office-clients-inputs';
import { contacts } from '@officina/db/schema/contacts';
import { officeClients } from '@officina/db/schema/office';
import { userIdOf } from '../../kernel/actor.ts';
import { toDate } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { write } from '../../kernel/operation.ts';
import { searchTextOf } from '../contacts/contact-row.ts';
import { checkContactLimit } from '../contacts/plan-limits.ts';

/** Makes the contact that a client is and its place in the office, together. It counts as a contact of the plan. */
export const createOfficeClient = write({
  name: 'officeClients.create',
  permission: 'office.clients.write',
  input: officeClientCreate,
  conflicts: {
    office_clients_id_number_unique: ({ idNumber }) =>
      new AppError('CONFLICT', `Client with ID number ${idNumber} already exists`),
  },
  async run(ctx, { fullName, ...input }): Promise<OfficeClientView> {
    await checkContactLimit(ctx, 1);
    const tx = await ctx.tx();
    const isCompany = input.clientType === 'company';
    const now = toDate(ctx.now);
    const contact = {
      id: newId(),
      kind: isCompany ? ('organization' as const) : ('person' as const),
      firstName: '',
      lastName: '',
      displayName: fullName,
      company: isCompany ? fullName : null,
      email: input.email ?? null,
      phone: input.phone ?? null,
      notes: input.notes ?? null,
    };
    await tx.insert(contacts).values({
      ...contact,
      tenantId: ctx.tenant.id,
      source: 'office',
      searchText: searchTextOf(contact),
      createdBy: userIdOf(ctx.actor),
      createdAt: now,
      updatedAt: now,
    });
    const { idNumber, clientType, openedAt } = input;
    const client = { idNumber, clientType, openedAt, status: 'active' as const };
    const [made] = await tx
      .insert(officeClients)
      .values({ ...client, tenantId: ctx.tenant.id, contactId: contact.id, createdAt: now, updatedAt: now })
      .returning({ ref: officeClients.ref });
    if (!made) throw new Error('the client was not stored');
    const { email, phone, notes } = contact;
    const facts = { fullName, ...client, phone, email, notes };
    ctx.record({
      verb: 'client.created',
      subject: { type: 'client', id: contact.id },
      contactId: contact.id,
      after: facts,
    });
    const { ref } = made;
    return {
      ref,
      id: contact.id,
      ...facts,
      closedAt: null,
      version: 1,
      createdAt: now.toISOString(),
    };
  },
});
