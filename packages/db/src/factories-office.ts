import type { Db } from './client.ts';
import { createContact, unique } from './factories.ts';
import type { contacts } from './schema/contacts.ts';
import { binders, charges, officeClients } from './schema/office.ts';

type Row<T extends { $inferInsert: object }> = Partial<T['$inferInsert']>;

/** A client of an advisory office with its contact: active, self-employed, without telephone and e-mail address. */
export async function createOfficeClient(
  db: Db,
  tenantId: string,
  facts: Row<typeof officeClients> = {},
  contact: Row<typeof contacts> = {},
) {
  const {
    id: contactId,
    displayName,
    phone,
    email,
  } = await createContact(db, tenantId, { source: 'office', ...contact });
  const [client] = await db
    .insert(officeClients)
    .values({
      tenantId,
      contactId,
      idNumber: unique('id'),
      clientType: 'osek_murshe',
      openedAt: '2024-01-01',
      ...facts,
    })
    .returning();
  if (!client) throw new Error('no client was made');
  return { ...client, displayName, phone, email };
}

const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** A binder in the office since `receivedAt`; `receivedBy` is a member of the tenant. */
export async function createBinder(
  db: Db,
  tenantId: string,
  { receivedAt = '2026-01-15', ...facts }: Row<typeof binders> & { contactId: string; receivedBy: string },
) {
  const binderNumber = facts.binderNumber ?? unique('BND');
  const [binder] = await db
    .insert(binders)
    .values({
      tenantId,
      binderNumber,
      numberKey: binderNumber.toLowerCase(),
      receivedAt,
      expectedReturnAt: daysAfter(receivedAt, 90),
      ...facts,
    })
    .returning();
  if (!binder) throw new Error('no binder was made');
  return binder;
}

/** A draft of 1,500 shekels; other states need the stamps that go with them. */
export async function createCharge(
  db: Db,
  tenantId: string,
  facts: Row<typeof charges> & { contactId: string; createdBy: string },
) {
  const [charge] = await db
    .insert(charges)
    .values({ tenantId, amountMinor: 150_000, currency: 'ILS', chargeType: 'retainer', ...facts })
    .returning();
  if (!charge) throw new Error('no charge was made');
  return charge;
}
